import { type Html, html } from '#platform/web/html.ts';
import { type Attributes, also, attributes } from './attributes.ts';
import { contentOf, type PossibleContent } from './content.ts';

/** The words are "Back" if not given. */
export interface BackLinkOptions extends PossibleContent {
  readonly href?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** Gives the link to the page before, for the top of a page in a journey. */
export function backLink(options: BackLinkOptions): Html {
  return html`<a href="${options.href || '#'}" class="govuk-back-link${also(options.classes)}"${attributes(options.attributes)}>${contentOf(options) || 'Back'}</a>`;
}
