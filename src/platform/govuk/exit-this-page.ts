import { type Html, html } from '#platform/web/html.ts';
import { type Attributes, also, attribute, attributes } from './attributes.ts';
import { button } from './button.ts';
import { contentOf, type PossibleContent } from './content.ts';

/** The words are "Exit this page" if not given. */
export interface ExitThisPageOptions extends PossibleContent {
  /** Where to go; the BBC's weather page if not given. */
  readonly redirectUrl?: string;
  readonly id?: string | null;
  readonly classes?: string | null;
  readonly attributes?: Attributes;
  readonly activatedText?: string;
  readonly timedOutText?: string;
  readonly pressTwoMoreTimesText?: string;
  readonly pressOneMoreTimeText?: string;
}

const standardWords = html`<span class="govuk-visually-hidden">Emergency</span> Exit this page`;

/** Gives the button with which somebody in danger leaves the page at once; with scripts, three presses of Shift do the same. */
export function exitThisPage(options: ExitThisPageOptions = {}): Html {
  const link = button({
    html: html`${contentOf(options) || standardWords}`,
    classes: 'govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button',
    href: options.redirectUrl || 'https://www.bbc.co.uk/weather',
    attributes: { rel: 'nofollow noreferrer' },
  });
  return html`<div${attribute('id', options.id)} class="govuk-exit-this-page${also(options.classes)}" data-module="govuk-exit-this-page"${attributes(options.attributes)}${attribute('data-i18n.activated', options.activatedText)}${attribute('data-i18n.timed-out', options.timedOutText)}${attribute('data-i18n.press-two-more-times', options.pressTwoMoreTimesText)}${attribute('data-i18n.press-one-more-time', options.pressOneMoreTimeText)}>
  ${link}
</div>`;
}
