import { type Html, html } from '#platform/web/html.ts';
import { type Attributes, also, attributes, stateAttribute } from './attributes.ts';
import { type Content, contentOf, either } from './content.ts';

export type ErrorSummaryItem = Content & {
  /** The field to go to: `#` and its id. */
  readonly href?: string;
  readonly attributes?: Attributes;
};

export interface ErrorSummaryOptions {
  /** "There is a problem" if no title is given. */
  readonly titleText?: string;
  readonly titleHtml?: Html;
  readonly descriptionText?: string;
  readonly descriptionHtml?: Html;
  readonly errorList?: readonly ErrorSummaryItem[];
  readonly disableAutoFocus?: boolean;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/**
 * Gives the list of what is wrong with a form, for the top of the page. Each error says the same words as the
 * message at its field and links to it.
 */
export function errorSummary(options: ErrorSummaryOptions): Html {
  const description = either(options.descriptionHtml, options.descriptionText);
  // The alert is an element of its own: on the outer one, focus and alert race each other and words get lost.
  return html`<div class="govuk-error-summary${also(options.classes)}"${stateAttribute('data-disable-auto-focus', options.disableAutoFocus)}${attributes(options.attributes)} data-module="govuk-error-summary">
  <div role="alert">
    <h2 class="govuk-error-summary__title">${either(options.titleHtml, options.titleText ?? 'There is a problem')}</h2>
    <div class="govuk-error-summary__body">
      ${description && html`<p>${description}</p>`}
      ${options.errorList?.length ? html`<ul class="govuk-list govuk-error-summary__list">${options.errorList.map(listItem)}</ul>` : undefined}
    </div>
  </div>
</div>`;
}

function listItem(item: ErrorSummaryItem): Html {
  return html`
        <li>${item.href ? html`<a href="${item.href}"${attributes(item.attributes)}>${contentOf(item)}</a>` : contentOf(item)}</li>`;
}
