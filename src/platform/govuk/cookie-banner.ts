import { type Html, html } from '#platform/web/html.ts';
import { type Attributes, also, attribute, attributes } from './attributes.ts';
import { button } from './button.ts';
import { either, type PossibleContent } from './content.ts';

export interface CookieBannerAction {
  readonly text: string;
  /** "button" makes a link look like a button; without `href` it is one. */
  readonly type?: 'submit' | 'button' | 'reset';
  readonly href?: string;
  readonly name?: string;
  readonly value?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

export interface CookieBannerMessage extends PossibleContent {
  readonly headingText?: string;
  readonly headingHtml?: Html;
  readonly actions?: readonly CookieBannerAction[];
  readonly hidden?: boolean;
  /** "alert" for the answer to what a person chose. */
  readonly role?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

export interface CookieBannerOptions {
  readonly messages: readonly CookieBannerMessage[];
  /** "Cookie banner" if not given; best "Cookies on" and the name of the service. */
  readonly ariaLabel?: string;
  readonly hidden?: boolean;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** Gives the question which cookies a person allows, and the answer that it was saved. It belongs inside a form. */
export function cookieBanner(options: CookieBannerOptions): Html {
  return html`<div class="govuk-cookie-banner${also(options.classes)}" data-nosnippet role="region" aria-label="${options.ariaLabel || 'Cookie banner'}"${attribute('hidden', options.hidden)}${attributes(options.attributes)}>
  ${options.messages.map(message)}
</div>`;
}

function message(given: CookieBannerMessage): Html {
  const heading = either(given.headingHtml, given.headingText);
  const paragraph = given.text && html`<p class="govuk-body">${given.text}</p>`;
  return html`<div class="govuk-cookie-banner__message${also(given.classes)} govuk-width-container"${attribute('role', given.role)}${attributes(given.attributes)}${attribute('hidden', given.hidden)}>
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${heading && html`<h2 class="govuk-cookie-banner__heading govuk-heading-m">${heading}</h2>`}
        <div class="govuk-cookie-banner__content">${given.html?.text ? given.html : paragraph}</div>
      </div>
    </div>
    ${given.actions && html`<div class="govuk-button-group">${given.actions.map(messageAction)}</div>`}
  </div>
  `;
}

function messageAction(action: CookieBannerAction): Html {
  if (action.href && action.type !== 'button') {
    return html`
      <a class="govuk-link${also(action.classes)}" href="${action.href}"${attributes(action.attributes)}>${action.text}</a>`;
  }
  return html`
      ${button({ ...action, type: action.type || 'button' })}`;
}
