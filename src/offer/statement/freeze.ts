import { html } from '#platform/web/html.ts';
import { blocksHtml } from './blocks-html.ts';
import { blocksAsMarkdown } from './domain/blocks.ts';
import type { About, Facts, Views } from './domain/facts.ts';
import { referencesOf } from './domain/references.ts';
import { compose, type FrozenSection, type Picture, type Section } from './domain/statement.ts';
import { proseHtml, proseMarkdown } from './prose-html.ts';

/** A section with the texts that count for it. */
export type SectionText = Section & {
  /** Empty where the section is composed or not written. */
  readonly words: string;
  /** Null where there is no Easy Read text. */
  readonly easyRead: { readonly words: string; readonly picture: Picture } | null;
};

/** Makes each section's HTML and Markdown out of its words and the facts of the day, to be kept as it is. */
export function freezeSections(
  sections: readonly SectionText[],
  whole: { readonly facts: Facts; readonly views: Views; readonly about: About },
): readonly FrozenSection[] {
  const references = referencesOf(whole);
  return sections.map(({ id, title, composes, words, easyRead }) => {
    const blocks = composes === null ? null : compose(composes, whole);
    return {
      id,
      title,
      composes,
      source: composes === null ? words : '',
      markdown: blocks === null ? proseMarkdown(words, references) : blocksAsMarkdown(blocks),
      html: html`${blocks === null ? proseHtml(words, references) : blocksHtml(blocks)}`.text,
      easyRead:
        easyRead === null
          ? null
          : {
              source: easyRead.words,
              picture: easyRead.picture,
              html: proseHtml(easyRead.words, references).text,
            },
    };
  });
}
