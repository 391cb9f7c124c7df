import type { Html } from '#platform/web/html.ts';

type PlainText = string | number;

/** Either text, which is escaped, or markup, which must be `Html`. At least one; markup wins over text. */
export type TextOrHtml<TextName extends string, HtmlName extends string> =
  | ({ readonly [Name in TextName]: PlainText } & { readonly [Name in HtmlName]?: Html | undefined })
  | ({ readonly [Name in HtmlName]: Html } & { readonly [Name in TextName]?: PlainText | undefined });

/** What stands in a component: `text` or `html`. A string is never taken for markup. */
export type Content = TextOrHtml<'text', 'html'>;

/** Content that may be left out altogether. */
export interface PossibleContent {
  readonly text?: PlainText | undefined;
  readonly html?: Html | undefined;
}

/** An entry of a list that may turn out to be left out: `isOpen && { text: 'Open' }`. */
export type Possibly<Entry> = Entry | null | undefined | false | '';

/** The six levels of heading. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

/** Gives the markup when there is any, and else the text. */
export function either(markup: Html | undefined, text: PlainText | undefined): Html | PlainText | undefined {
  return markup?.text ? markup : text;
}

/** Gives what a `text` or `html` option holds, ready to stand in a template. */
export function contentOf(given: PossibleContent | null | undefined): Html | PlainText | undefined {
  return given ? either(given.html, given.text) : undefined;
}

/** Whether there is any markup, or any text that is not empty. */
export function hasContent(given: PossibleContent | null | undefined): boolean {
  return Boolean(contentOf(given));
}
