import { type Html, html } from '#platform/web/html.ts';
import { type Attributes, also, attributes } from './attributes.ts';
import { type Content, contentOf } from './content.ts';

export type BreadcrumbsItem = Content & {
  /** Left out for the page itself. */
  readonly href?: string;
  readonly attributes?: Attributes;
};

export interface BreadcrumbsOptions {
  readonly items: readonly BreadcrumbsItem[];
  readonly collapseOnMobile?: boolean;
  readonly labelText?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** Gives the way from the start page to this one. */
export function breadcrumbs(options: BreadcrumbsOptions): Html {
  return html`<nav class="govuk-breadcrumbs${also(options.classes)}${options.collapseOnMobile && ' govuk-breadcrumbs--collapse-on-mobile'}"${attributes(options.attributes)} aria-label="${options.labelText ?? 'Breadcrumb'}">
  <ol class="govuk-breadcrumbs__list">
    ${options.items.map(crumb)}
  </ol>
</nav>`;
}

function crumb(item: BreadcrumbsItem): Html {
  return item.href
    ? html`<li class="govuk-breadcrumbs__list-item"><a class="govuk-breadcrumbs__link" href="${item.href}"${attributes(item.attributes)}>${contentOf(item)}</a></li>
    `
    : html`<li class="govuk-breadcrumbs__list-item" aria-current="page">${contentOf(item)}</li>
    `;
}
