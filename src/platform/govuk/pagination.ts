import { type Html, html } from '#platform/web/html.ts';
import { type Attributes, also, attribute, attributes } from './attributes.ts';
import { contentOf, hasContent, type PossibleContent } from './content.ts';

export interface PaginationPage {
  readonly number: string | number;
  readonly href: string;
  readonly current?: boolean;
  /** "Page" and the number if not given. */
  readonly visuallyHiddenText?: string;
  readonly attributes?: Attributes;
}

/** Pages that are left out of the row. */
export interface PaginationGap {
  readonly ellipsis: true;
}

/** The link to the page before or after; the words are "Previous page" and "Next page" if not given. */
export interface PaginationStep extends PossibleContent {
  readonly href: string;
  /** The title of that page; shown where there are no numbered pages. */
  readonly labelText?: string;
  readonly attributes?: Attributes;
}

export interface PaginationOptions {
  readonly items?: readonly (PaginationPage | PaginationGap | null | undefined | false)[];
  readonly previous?: PaginationStep;
  readonly next?: PaginationStep;
  /** "Pagination" if not given; "Search results", say, where a page has two. */
  readonly landmarkLabel?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

const arrows = {
  prev: html`<svg class="govuk-pagination__icon govuk-pagination__icon--prev" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13">
        <path d="m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z"></path>
      </svg>`,
  next: html`<svg class="govuk-pagination__icon govuk-pagination__icon--next" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13">
        <path d="m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z"></path>
      </svg>`,
};

const standardWords = {
  prev: html`Previous<span class="govuk-visually-hidden"> page</span>`,
  next: html`Next<span class="govuk-visually-hidden"> page</span>`,
};

/** Gives the links to the other pages of a list. Without numbered pages the two steps stand one above the other. */
export function pagination(options: PaginationOptions): Html {
  const { previous, next, items } = options;
  const isBlock = !items && Boolean(next || previous);
  return html`<nav class="govuk-pagination${isBlock && ' govuk-pagination--block'}${also(options.classes)}" aria-label="${options.landmarkLabel || 'Pagination'}"${attributes(options.attributes)}>
  ${previous?.href && step({ direction: 'prev', link: previous, isBlock })}
  ${items && html`<ul class="govuk-pagination__list">${items.map((item) => item && pageItem(item))}</ul>`}
  ${next?.href && step({ direction: 'next', link: next, isBlock })}
</nav>`;
}

interface Step {
  readonly direction: 'prev' | 'next';
  readonly link: PaginationStep;
  readonly isBlock: boolean;
}

function step({ direction, link, isBlock }: Step): Html {
  const isArrowFirst = isBlock || direction === 'prev';
  const title = hasContent(link) ? contentOf(link) : standardWords[direction];
  const pageTitle =
    isBlock &&
    link.labelText &&
    html`<span class="govuk-visually-hidden">:</span>
      <span class="govuk-pagination__link-label">${link.labelText}</span>`;
  return html`<div class="govuk-pagination__${direction}">
    <a class="govuk-link govuk-pagination__link" href="${link.href}" rel="${direction}"${attributes(link.attributes)}>
      ${isArrowFirst && arrows[direction]}
      <span class="govuk-pagination__link-title${isBlock && !link.labelText && ' govuk-pagination__link-title--decorated'}">
        ${title}
      </span>
      ${pageTitle}
      ${!isArrowFirst && arrows[direction]}
    </a>
  </div>`;
}

function pageItem(item: PaginationPage | PaginationGap): Html {
  if ('ellipsis' in item) {
    return html`<li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
    `;
  }
  return html`<li class="govuk-pagination__item${item.current && ' govuk-pagination__item--current'}"><a class="govuk-link govuk-pagination__link" href="${item.href}" aria-label="${item.visuallyHiddenText ?? `Page ${item.number}`}"${attribute('aria-current', item.current && 'page')}${attributes(item.attributes)}>${item.number}</a></li>
    `;
}
