import { type Html, html } from '#platform/web/html.ts';
import { type Attributes, also, attributes, stateAttribute } from './attributes.ts';
import { type Content, either, type HeadingLevel } from './content.ts';

export type NotificationBannerOptions = Content & {
  /** "success" says that something was done; its title is "Success", and screen readers are told at once. */
  readonly type?: 'success';
  /** "Important" or "Success" if no title is given. */
  readonly titleText?: string;
  readonly titleHtml?: Html;
  readonly titleHeadingLevel?: HeadingLevel;
  readonly titleId?: string;
  readonly role?: string;
  readonly disableAutoFocus?: boolean;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

/** Gives a banner for news that is not about this one page, or for what was just done. Text gets its own style; markup stands as it is. */
export function notificationBanner(options: NotificationBannerOptions): Html {
  const isSuccess = options.type === 'success';
  const role = options.role || (isSuccess ? 'alert' : 'region');
  const titleId = options.titleId || 'govuk-notification-banner-title';
  const level = options.titleHeadingLevel || 2;
  const title = either(options.titleHtml, options.titleText || (isSuccess ? 'Success' : 'Important'));
  return html`<div class="govuk-notification-banner${isSuccess && ' govuk-notification-banner--success'}${also(options.classes)}" role="${role}" aria-labelledby="${titleId}" data-module="govuk-notification-banner"${stateAttribute('data-disable-auto-focus', options.disableAutoFocus)}${attributes(options.attributes)}>
  <div class="govuk-notification-banner__header">
    <h${level} class="govuk-notification-banner__title" id="${titleId}">${title}</h${level}>
  </div>
  <div class="govuk-notification-banner__content">
    ${bannerContent(options)}
  </div>
</div>`;
}

function bannerContent(options: Content): Html | undefined {
  if (options.html?.text) return options.html;
  return options.text ? html`<p class="govuk-notification-banner__heading">${options.text}</p>` : undefined;
}
