import { type Html, html } from '#platform/web/html.ts';
import { type Attributes, also, attribute, attributes } from './attributes.ts';
import { type Content, contentOf, hasContent, type Possibly } from './content.ts';

export type ServiceNavigationItem = Content & {
  readonly href?: string;
  /** This very page. */
  readonly current?: boolean;
  /** The part of the service that this page belongs to. */
  readonly active?: boolean;
  readonly attributes?: Attributes;
};

export interface ServiceNavigationOptions {
  readonly serviceName?: string;
  readonly serviceUrl?: string;
  readonly navigation?: readonly Possibly<ServiceNavigationItem>[];
  /** "Menu" if not given. */
  readonly menuButtonText?: string;
  readonly menuButtonLabel?: string;
  readonly navigationLabel?: string;
  readonly navigationId?: string;
  readonly navigationClasses?: string;
  /** Folds the links behind a button on a small screen; on its own where there are two or more. */
  readonly collapseNavigationOnMobile?: boolean;
  readonly ariaLabel?: string;
  readonly slots?: {
    readonly start?: Html;
    readonly end?: Html | { readonly html: Html; readonly align?: 'inline' };
    /** Further `li` elements before and after the links. */
    readonly navigationStart?: Html;
    readonly navigationEnd?: Html;
  };
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** Gives the name of the service and the links to its parts. */
export function serviceNavigation(options: ServiceNavigationOptions): Html {
  const { slots } = options;
  const end = slots?.end && ('html' in slots.end ? slots.end.html : slots.end);
  const isInline = slots?.end && 'html' in slots.end && slots.end.align === 'inline';
  const shared = html`class="govuk-service-navigation${also(options.classes)}" data-module="govuk-service-navigation"${attributes(options.attributes)}`;
  const content = html`<div class="govuk-width-container${isInline && ' govuk-service-navigation__inlining-container'}">
    ${slots?.start}
    <div class="govuk-service-navigation__container">
      ${options.serviceName && serviceName(options.serviceName, options.serviceUrl)}
      ${navigation(options)}
    </div>
    ${end}
  </div>`;
  // A name makes it a landmark of its own; without one, the nav within is landmark enough.
  return options.serviceName || slots?.start || end
    ? html`<section aria-label="${options.ariaLabel ?? 'Service information'}" ${shared}>${content}</section>`
    : html`<div ${shared}>${content}</div>`;
}

function serviceName(name: string, url: string | undefined): Html {
  return html`<span class="govuk-service-navigation__service-name">
        ${url ? html`<a href="${url}" class="govuk-service-navigation__link">${name}</a>` : html`<span class="govuk-service-navigation__text">${name}</span>`}
      </span>`;
}

function navigation(options: ServiceNavigationOptions): Html | false {
  const { slots } = options;
  const items = options.navigation?.filter((item) => Boolean(item)) ?? [];
  if (!items.length && !slots?.navigationStart && !slots?.navigationEnd) return false;
  const menuText = options.menuButtonText || 'Menu';
  const id = options.navigationId || 'navigation';
  const collapses = options.collapseNavigationOnMobile ?? items.length > 1;
  return html`<nav aria-label="${options.navigationLabel || menuText}" class="govuk-service-navigation__wrapper${also(options.navigationClasses)}">
        ${collapses && toggle({ id, menuText, label: options.menuButtonLabel })}
        <ul class="govuk-service-navigation__list" id="${id}">
          ${slots?.navigationStart}
          ${items.map((item) => item && navigationItem(item))}
          ${slots?.navigationEnd}
        </ul>
      </nav>`;
}

function toggle({ id, menuText, label }: { id: string; menuText: string; label: string | undefined }): Html {
  const name = label === menuText ? undefined : label;
  return html`<button type="button" class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle" aria-controls="${id}"${attribute('aria-label', name)} hidden aria-hidden="true">${menuText}</button>`;
}

function navigationItem(item: ServiceNavigationItem): Html {
  const isActive = item.active || item.current;
  const current = attribute('aria-current', isActive && (item.current ? 'page' : 'true'));
  // Bold, so that people who set colours and styles of their own still see where they are.
  const words = isActive
    ? html`<strong class="govuk-service-navigation__active-fallback">${contentOf(item)}</strong>`
    : contentOf(item);
  const inside = item.href
    ? html`<a class="govuk-service-navigation__link" href="${item.href}"${current}${attributes(item.attributes)}>${words}</a>`
    : hasContent(item) && html`<span class="govuk-service-navigation__text"${current}>${words}</span>`;
  return html`<li class="govuk-service-navigation__item${isActive && ' govuk-service-navigation__item--active'}">${inside}</li>
          `;
}
