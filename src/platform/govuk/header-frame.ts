import { type Html, html } from '#platform/web/html.ts';
import { type Attributes, also, attributes } from './attributes.ts';

interface HeaderFrame {
  readonly namespace: 'govuk' | 'govuk-generic';
  readonly url: string;
  readonly logo: Html | string | number | undefined;
  readonly containerClasses?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** Gives the frame that both headers share: a bar with a logo that links to the start page. */
export function headerFrame(frame: HeaderFrame): Html {
  const { namespace } = frame;
  return html`<div class="${namespace}-header${also(frame.classes)}"${attributes(frame.attributes)}>
  <div class="${namespace}-header__container ${frame.containerClasses || 'govuk-width-container'}">
    <div class="${namespace}-header__logo">
      <a href="${frame.url}" class="${namespace}-header__homepage-link">
        ${frame.logo}
      </a>
    </div>
  </div>
</div>`;
}
