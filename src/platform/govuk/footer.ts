import { type Html, html } from '#platform/web/html.ts';
import { type Attributes, also, attributes } from './attributes.ts';
import { type Content, contentOf, hasContent, type PossibleContent } from './content.ts';
import { licenceLogo, openGovernmentLicence } from './footer-licence.ts';

export interface FooterLink {
  readonly text: string;
  readonly href: string;
  readonly attributes?: Attributes;
}

export interface FooterSection {
  readonly title: string;
  readonly columns?: number;
  /** A width of the grid, such as "two-thirds"; "full" if not given. */
  readonly width?: string;
  readonly items?: readonly FooterLink[];
}

/** Links in one line, and words of the council's own below them. */
export interface FooterMeta extends PossibleContent {
  /** "Support links" if not given. */
  readonly visuallyHiddenTitle?: string;
  readonly items?: readonly FooterLink[];
}

export interface FooterOptions {
  /** The crown of GOV.UK, which councils may not use and which we do not ship. Daybreak's layout leaves it out. */
  readonly logo?: Html;
  readonly navigation?: readonly FooterSection[];
  readonly meta?: FooterMeta;
  /** The licence of the content, with the mark of the Open Government Licence. Nothing is shown if not given. */
  readonly contentLicence?: 'open-government-licence' | Content;
  /** The line with the royal arms: for bodies of the Crown, so not for a council. A council's own goes in `meta`. */
  readonly crownCopyright?: 'crown-copyright' | Content;
  readonly containerClasses?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** Gives the footer. Unlike the macro of GOV.UK it shows no crown, licence or Crown copyright unless asked to. */
export function footer(options: FooterOptions): Html {
  const { meta, navigation, contentLicence, crownCopyright } = options;
  return html`<div class="govuk-footer${also(options.classes)}"${attributes(options.attributes)}>
  <div class="govuk-width-container${also(options.containerClasses)}">
    ${options.logo}
    ${navigation?.length ? html`<div class="govuk-footer__navigation">${navigation.map(section)}</div><hr class="govuk-footer__section-break">` : undefined}
    <div class="govuk-footer__meta">
      <div class="govuk-footer__meta-item govuk-footer__meta-item--grow">
        ${meta && metaContent(meta)}
        ${contentLicence && licence(contentLicence)}
      </div>
      ${crownCopyright && crown(crownCopyright)}
    </div>
  </div>
</div>`;
}

function section(given: FooterSection): Html {
  const columns = given.columns ? ` govuk-footer__list--columns-${given.columns}` : '';
  const links = given.items?.filter((item) => item.href && item.text);
  const list =
    given.items?.length && html`<ul class="govuk-footer__list${columns}">${links?.map(sectionLink)}</ul>`;
  return html`
      <div class="govuk-footer__section govuk-grid-column-${given.width || 'full'}">
        <h2 class="govuk-footer__heading govuk-heading-m">${given.title}</h2>
        ${list || undefined}
      </div>`;
}

function sectionLink(item: FooterLink): Html {
  return html`
          <li class="govuk-footer__list-item">${link(item)}</li>`;
}

function link(item: FooterLink): Html {
  return html`<a class="govuk-footer__link" href="${item.href}"${attributes(item.attributes)}>${item.text}</a>`;
}

function metaContent(meta: FooterMeta): Html {
  const items = meta.items?.map(
    (item) => html`
          <li class="govuk-footer__inline-list-item">${link(item)}</li>`,
  );
  return html`<h2 class="govuk-visually-hidden">${meta.visuallyHiddenTitle || 'Support links'}</h2>
        ${items?.length ? html`<ul class="govuk-footer__inline-list">${items}</ul>` : undefined}
        ${hasContent(meta) && html`<div class="govuk-footer__meta-custom">${contentOf(meta)}</div>`}`;
}

function licence(given: 'open-government-licence' | Content): Html {
  return html`${licenceLogo}
          <span class="govuk-footer__licence-description">
            ${given === 'open-government-licence' ? openGovernmentLicence : contentOf(given)}
          </span>`;
}

function crown(given: 'crown-copyright' | Content): Html {
  return html`<div class="govuk-footer__meta-item">
        <a class="govuk-footer__link govuk-footer__copyright-logo" href="https://www.nationalarchives.gov.uk/information-management/re-using-public-sector-information/uk-government-licensing-framework/crown-copyright/">
          ${given === 'crown-copyright' ? '© Crown copyright' : contentOf(given)}
        </a>
      </div>`;
}
