/** A letter as words, before it becomes a page or an e-mail, so that both say the same. */
export type Letter = {
  readonly title: string;
  readonly reference: string;
  readonly date: string;
  readonly greeting: string;
  readonly parts: readonly LetterPart[];
};

export type LetterPart = {
  readonly heading: string | null;
  readonly paragraphs: readonly string[];
  readonly list?: readonly string[];
};

/** Who writes, and how to reach somebody. */
export type Sender = {
  readonly council: string;
  readonly service: string;
  readonly phone: string;
  readonly email: string;
  readonly hours: string;
};

/** The words that close every letter: somebody to talk to. */
export function talkToUs(sender: Sender): LetterPart {
  return {
    heading: 'Talk to someone',
    paragraphs: [
      `If you are not sure about anything in this letter, we will go through it with you. Call ${sender.phone}${sender.hours === '' ? '' : ` (${sender.hours})`} or write to ${sender.email}.`,
    ],
  };
}

/** Writes a letter as plain text for an e-mail. */
export function letterText(letter: Letter): string {
  const parts = letter.parts.map(partText);
  return [`${letter.title}\n${letter.date}\nReference: ${letter.reference}`, letter.greeting, ...parts].join(
    '\n\n',
  );
}

function partText(part: LetterPart): string {
  const list = (part.list ?? []).map((item) => `* ${item}`).join('\n');
  return [part.heading ?? '', ...part.paragraphs, list].filter((piece) => piece !== '').join('\n\n');
}
