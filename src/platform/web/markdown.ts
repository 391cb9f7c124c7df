import { micromark } from 'micromark';
import { type Html, trustedHtml } from './html.ts';

/** Each element that Markdown may become here, with its class of the design system. */
const classes: Readonly<Record<string, string>> = {
  p: 'govuk-body',
  ul: 'govuk-list govuk-list--bullet',
  ol: 'govuk-list govuk-list--number',
  a: 'govuk-link',
  hr: 'govuk-section-break govuk-section-break--visible govuk-section-break--m',
  h2: 'govuk-heading-l',
  h3: 'govuk-heading-m',
  h4: 'govuk-heading-s',
  h5: 'govuk-heading-s',
  h6: 'govuk-heading-s',
  blockquote: 'govuk-inset-text',
};

/**
 * Markdown (CommonMark) as HTML of the design system. Raw HTML stands as the text that it is, links that could run
 * something lead nowhere, and there are no pictures: `micromark` sees to that. Headings begin at `highestHeading`, so that
 * they stand below the page's own.
 */
export function markdownHtml(text: string, { highestHeading }: { readonly highestHeading: 2 | 3 | 4 }): Html {
  const made = micromark(text, {
    extensions: [{ disable: { null: ['labelStartImage', 'htmlFlow', 'htmlText', 'codeIndented'] } }],
  });
  const shift = highestHeading - 1;
  const below = made.replace(
    /<(\/?)h([1-6])>/g,
    (_all, end: string, level: string) => `<${end}h${Math.min(6, Number(level) + shift)}>`,
  );
  return trustedHtml(
    below.replace(/<(p|ul|ol|a|hr|h[2-6]|blockquote)(?=[ />])/g, (all, name: string) => {
      return `${all} class="${classes[name] ?? ''}"`;
    }),
  );
}
