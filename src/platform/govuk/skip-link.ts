import { type Html, html } from '#platform/web/html.ts';
import { type Attributes, also, attributes } from './attributes.ts';
import { type Content, contentOf } from './content.ts';

export type SkipLinkOptions = Content & {
  /** "#content" if not given. */
  readonly href?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

/** Gives the first link of a page, with which the keyboard skips to the main content. */
export function skipLink(options: SkipLinkOptions): Html {
  return html`<a href="${options.href || '#content'}" class="govuk-skip-link${also(options.classes)}"${attributes(options.attributes)} data-module="govuk-skip-link">${contentOf(options)}</a>`;
}
