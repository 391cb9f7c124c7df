import { micromark } from 'micromark';
import { type Refusal, refusal } from '#kernel/refusal.ts';
import { escapeHtml, type Html, trustedHtml } from '#platform/web/html.ts';
import { blocksHtml } from './blocks-html.ts';
import { blocksAsMarkdown, escapeMarkdown } from './domain/blocks.ts';
import { type Reference, referenceForm, unknownIn } from './domain/references.ts';

/** What Markdown may become here, with the classes that each element carries. Nothing else leaves this file. */
const elements: Readonly<Record<string, string>> = {
  p: 'govuk-body',
  ul: 'govuk-list govuk-list--bullet',
  ol: 'govuk-list govuk-list--number',
  li: '',
  strong: '',
  em: '',
  blockquote: 'daybreak-quote',
  br: '',
  h3: 'govuk-heading-m',
  h4: 'govuk-heading-s',
  h5: 'govuk-heading-s',
  h6: 'govuk-heading-s',
  a: 'govuk-link',
};

/** The elements and attributes that prose may have on a page; a test holds every text to it. */
export const allowedElements: ReadonlySet<string> = new Set(Object.keys(elements));

/** Pictures, code and rules have no place in a statement; raw HTML is shown as the text that it is. */
const turnedOff = [
  'labelStartImage',
  'codeIndented',
  'codeFenced',
  'codeText',
  'htmlFlow',
  'htmlText',
  'thematicBreak',
];

/** Signs of nobody's alphabet that stand in for a reference while Markdown is read. */
const mark = (index: number) => `\u{E000}${index}\u{E001}`;
const marks = /\u{E000}(\d+)\u{E001}/gu;
const ownSigns = /[\u{E000}\u{E001}]/gu;

type Rendered = {
  readonly html: Html;
  /** The words of links whose address is not one that may be followed. */
  readonly deadLinks: readonly string[];
  /** Names of parts that do not stand on a line of their own. */
  readonly misplaced: readonly string[];
};

function render(source: string, references: readonly Reference[]): Rendered {
  const byName = new Map(references.map((reference) => [reference.name, reference]));
  const used: string[] = [];
  const marked = source.replace(ownSigns, '').replace(referenceForm, (_, name: string) => {
    used.push(name.trim());
    return mark(used.length - 1);
  });
  const plain = micromark(marked, { extensions: [{ disable: { null: turnedOff } }] });
  const deadLinks: string[] = [];
  const misplaced: string[] = [];
  const valueAt = (index: string) => byName.get(used[Number(index)] ?? '')?.value ?? '';
  const styled = narrowed(plain, deadLinks)
    .replace(/<p class="govuk-body">\u{E000}(\d+)\u{E001}<\/p>/gu, (whole, index: string) => {
      const value = valueAt(index);
      return typeof value === 'string' ? whole : blocksHtml(value).text;
    })
    .replace(marks, (_, index: string) => {
      const value = valueAt(index);
      if (typeof value === 'string') return escapeHtml(value);
      misplaced.push(used[Number(index)] ?? '');
      return '';
    });
  return { html: trustedHtml(styled), deadLinks, misplaced };
}

/** Holds what micromark wrote to the small list of elements, puts headings below the section's own, and adds classes. */
function narrowed(plain: string, deadLinks: string[]): string {
  const open: boolean[] = [];
  return plain.replace(
    /<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)\/?>/g,
    (_, slash: string, tag: string, rest: string) => {
      const name = lowered(tag);
      const classes = elements[name];
      if (classes === undefined) return '';
      if (name === 'a' && slash === '/') return open.pop() === true ? '</a>' : '';
      if (name === 'a') {
        const href = /\shref="([^"]*)"/.exec(rest)?.[1] ?? '';
        const may = mayBeFollowed(href);
        open.push(may);
        if (!may) deadLinks.push(href);
        return may
          ? `<a class="${classes}" href="${href}"${/^https?:/.test(href) ? ' rel="noreferrer"' : ''}>`
          : '';
      }
      if (slash === '/') return `</${name}>`;
      const start = name === 'ol' ? (/\sstart="\d{1,6}"/.exec(rest)?.[0] ?? '') : '';
      return classes === '' ? `<${name}>` : `<${name} class="${classes}"${start}>`;
    },
  );
}

/** The section's own heading is an h2: those in it begin one below. */
function lowered(tag: string): string {
  const level = /^h([1-6])$/.exec(tag)?.[1];
  return level === undefined ? tag : `h${Math.min(6, Number(level) + 2)}`;
}

/** Places of this service, other sites by https or http, and addresses to write to. */
function mayBeFollowed(href: string): boolean {
  if (href.includes('%EE%80%80')) return false;
  return /^(?:https?:\/\/[^/]|mailto:[^\s]|\/(?![/\\]))/.test(href) || /^#[\w-]+$/.test(href);
}

/** Markdown with its references as HTML that can do no harm. A name that is no reference shows nothing; see `proseFaults`. */
export function proseHtml(source: string, references: readonly Reference[]): Html {
  return render(source, references).html;
}

/** What has to be mended before the words are kept, each with the mend; none when they may be. */
export function proseFaults(source: string, references: readonly Reference[]): readonly Refusal[] {
  const { deadLinks, misplaced } = render(source, references);
  return [
    ...unknownIn(source, references).map(({ name, nearest }) =>
      refusal(
        'unknown-reference',
        `There is no fact called {{${name}}}. ${nearest === null ? 'There are none today.' : `The nearest is {{${nearest}}}.`}`,
        'words',
      ),
    ),
    ...[...new Set(misplaced)].map((name) =>
      refusal(
        'reference-misplaced',
        `{{${name}}} is a table or a list. Put it on a line of its own, with an empty line above and below.`,
        'words',
      ),
    ),
    ...deadLinks.map((href) =>
      refusal(
        'link-not-allowed',
        href === ''
          ? 'A link leads nowhere that is safe. Begin its address with https://, mailto: or /.'
          : `A link cannot lead to “${decoded(href)}”. Begin its address with https://, mailto: or /, and put no fact into it.`,
        'words',
      ),
    ),
  ];
}

function decoded(href: string): string {
  return href
    .replaceAll(/%EE%80%80\d+%EE%80%81/g, '{{…}}')
    .replaceAll('&amp;', '&')
    .slice(0, 80);
}

/** The words with their facts filled in, as Markdown. */
export function proseMarkdown(source: string, references: readonly Reference[]): string {
  const byName = new Map(references.map(({ name, value }) => [name, value]));
  return source.replace(referenceForm, (_, name: string) => {
    const value = byName.get(name.trim()) ?? '';
    return typeof value === 'string' ? escapeMarkdown(value) : blocksAsMarkdown(value);
  });
}
