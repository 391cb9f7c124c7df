import { type Html, html } from '#platform/web/html.ts';
import type { Attributes } from './attributes.ts';
import { headerFrame } from './header-frame.ts';

export interface HeaderOptions {
  /** The mark to show. We ship none: see below. */
  readonly logo: Html;
  readonly productName?: string;
  /** "//gov.uk" if not given. */
  readonly homepageUrl?: string;
  readonly containerClasses?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/**
 * Gives the header of GOV.UK itself, here for completeness. Councils may not use the crown, the GOV.UK logo or the
 * Transport font, so Daybreak's own layout uses `genericHeader`, and the mark is not in our source: whoever may
 * use it passes it in.
 */
export function header(options: HeaderOptions): Html {
  const { logo, productName, homepageUrl, ...rest } = options;
  return headerFrame({
    ...rest,
    namespace: 'govuk',
    url: homepageUrl || '//gov.uk',
    logo: html`${logo}
        ${productName && html`<span class="govuk-header__product-name">${productName}</span>`}`,
  });
}
