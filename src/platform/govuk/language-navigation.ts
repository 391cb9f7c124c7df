import { type Html, html } from '#platform/web/html.ts';
import { type Attributes, also, attribute, attributes } from './attributes.ts';
import { type Content, contentOf } from './content.ts';

export type LanguageNavigationItem = Content & {
  /** The language that the words are in, such as "cy". */
  readonly lang: string;
  /** The language of the page that it leads to; `lang` if not given. */
  readonly hrefLang?: string;
  readonly dir?: 'ltr' | 'rtl' | 'auto';
  readonly href?: string;
  /** The language of this page. An item without `href` is taken for it too. */
  readonly current?: boolean;
  readonly languageDescriptionText?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

export interface LanguageNavigationOptions {
  readonly items: readonly LanguageNavigationItem[];
  /** "Language" if not given. */
  readonly ariaLabel?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** Gives the links to the same page in other languages. */
export function languageNavigation(options: LanguageNavigationOptions): Html {
  const items = options.items.map(
    (item) => html`<li class="govuk-language-navigation__list-item">${language(item)}</li>
    `,
  );
  return html`<nav class="govuk-language-navigation${also(options.classes)}"${attributes(options.attributes)} aria-label="${options.ariaLabel ?? 'Language'}">
  <ul class="govuk-language-navigation__list">
    ${items}
  </ul>
</nav>`;
}

function language(item: LanguageNavigationItem): Html {
  const lang = attribute('lang', item.lang);
  const dir = attribute('dir', item.dir);
  if (item.current || !item.href) {
    return html`<span class="govuk-language-navigation__text${also(item.classes)}" aria-current="true"${lang}${dir}${attributes(item.attributes)}>${contentOf(item)}</span>`;
  }
  const description = item.languageDescriptionText;
  return html`<a class="govuk-language-navigation__link${also(item.classes)}" href="${item.href}" rel="alternate"${lang}${attribute('hreflang', item.hrefLang || item.lang)}${dir}${attributes(item.attributes)}>${contentOf(item)}${description && html`<span class="govuk-visually-hidden"> ${description}</span>`}</a>`;
}
