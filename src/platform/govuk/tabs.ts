import { type Html, html } from '#platform/web/html.ts';
import { type Attributes, also, attribute, attributes } from './attributes.ts';
import type { Content, Possibly } from './content.ts';

export interface TabsItem {
  /** The `idPrefix` and the place in the list if not given. */
  readonly id?: string;
  readonly label: string;
  readonly panel: Content & { readonly attributes?: Attributes };
  readonly attributes?: Attributes;
}

export interface TabsOptions {
  readonly items: readonly Possibly<TabsItem>[];
  readonly id?: string;
  readonly idPrefix?: string;
  /** "Contents" if not given; it heads the list of links where scripts do not run. */
  readonly title?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** Gives panels of which one shows at a time; without scripts, a list of links with all panels below it. */
export function tabs(options: TabsOptions): Html {
  const items = options.items.map((item, index) => item && placed(item, index, options.idPrefix));
  const list = html`<ul class="govuk-tabs__list">
    ${items.map((item) => item && tab(item))}
  </ul>
  ${items.map((item) => item && panel(item))}`;
  return html`<div${attribute('id', options.id)} class="govuk-tabs${also(options.classes)}"${attributes(options.attributes)} data-module="govuk-tabs">
  <h2 class="govuk-tabs__title">${options.title ?? 'Contents'}</h2>
  ${items.length > 0 && list}
</div>`;
}

interface PlacedTab {
  readonly item: TabsItem;
  readonly id: string;
  readonly isFirst: boolean;
}

function placed(item: TabsItem, index: number, idPrefix: string | undefined): PlacedTab {
  return { item, id: item.id || `${idPrefix ?? ''}-${index + 1}`, isFirst: index === 0 };
}

function tab({ item, id, isFirst }: PlacedTab): Html {
  return html`<li class="govuk-tabs__list-item${isFirst && ' govuk-tabs__list-item--selected'}"><a class="govuk-tabs__tab" href="#${id}"${attributes(item.attributes)}>${item.label}</a></li>
    `;
}

function panel({ item, id, isFirst }: PlacedTab): Html {
  const { html: markup, text } = item.panel;
  const content = markup?.text ? markup : text && html`<p class="govuk-body">${text}</p>`;
  return html`<div class="govuk-tabs__panel${!isFirst && ' govuk-tabs__panel--hidden'}" id="${id}"${attributes(item.panel.attributes)}>${content}</div>
  `;
}
