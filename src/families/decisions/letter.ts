import { plainText, type Written } from '#platform/words/index.ts';

/** A letter about a decision: its frame, and what stands in it, so that page and e-mail say the same. */
export type Letter = {
  readonly title: string;
  readonly reference: string;
  readonly date: string;
  readonly greeting: string;
  readonly written: Written;
};

/** Writes a letter as plain text for an e-mail. */
export function letterText({ title, date, reference, greeting, written }: Letter): string {
  return [`${title}\n${date}\nReference: ${reference}`, greeting, plainText(written)].join('\n\n');
}
