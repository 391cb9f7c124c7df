import type { Authority } from '#platform/authorities/index.ts';
import { exitThisPage, phaseBanner, serviceNavigation, skipLink } from '#platform/govuk/index.ts';
import { pageScripts, script, styleSheet } from './assets.ts';
import { emailWords } from './email-words.ts';
import { type Html, html, nothing, trustedHtml } from './html.ts';
import type { Page, Person } from './visit.ts';

/** What the layout needs to know besides the page. */
export type Surroundings = {
  readonly authority: Authority | null;
  readonly person: Person | null;
  readonly isDemonstration: boolean;
};

/** Whether the signed-in person has one of the roles, so that nobody is shown a way that is closed to them. */
function hasRole(around: Surroundings, ...roles: readonly string[]): boolean {
  return roles.some((role) => around.person?.roles.includes(role) ?? false);
}

/** The desks that a practitioner comes to most, for whose work they are; all of them stand on the list of work. */
const deskEntries: readonly (readonly [Page['section'], string, string, ...string[]])[] = [
  ['applications', 'Applications', '/practitioners/applications', 'short-breaks-officer', 'team-manager'],
  [
    'children',
    'Children',
    '/practitioners/children',
    'short-breaks-officer',
    'social-worker',
    'team-manager',
  ],
  [
    'packages',
    'Packages',
    '/practitioners/packages',
    'short-breaks-officer',
    'social-worker',
    'team-manager',
    'panel-chair',
    'commissioner',
    'finance-officer',
  ],
  ['budget', 'Budget', '/practitioners/budget', 'commissioner', 'finance-officer'],
  [
    'listings',
    'Listings',
    '/practitioners/listings',
    'short-breaks-officer',
    'commissioner',
    'quality-officer',
  ],
  [
    'statement',
    'Statement',
    '/practitioners/statement',
    'short-breaks-officer',
    'team-manager',
    'commissioner',
  ],
];

function navigation(around: Surroundings, page: Page): Html {
  if (around.authority === null) return nothing;
  const isPractitioner = around.person?.kind === 'practitioner';
  const entry = (section: Page['section'], text: string, href: string) => ({
    text,
    href,
    active: page.section === section,
  });
  return serviceNavigation({
    serviceName: around.authority.service,
    serviceUrl: '/',
    navigation: isPractitioner
      ? [
          entry('practitioners', 'Your work', '/practitioners'),
          ...deskEntries.map(
            ([section, text, href, ...roles]) => hasRole(around, ...roles) && entry(section, text, href),
          ),
          entry('find', 'Find a short break', '/find'),
          entry('account', 'Signed in', '/account/sessions'),
        ]
      : around.person?.kind === 'provider'
        ? [
            entry('listings', 'Your listings', '/provider'),
            entry('find', 'Find a short break', '/find'),
            entry('account', 'Signed in', '/account/sessions'),
          ]
        : [
            entry('find', 'Find a short break', '/find'),
            entry('what-can-we-get', 'What can we get?', '/what-can-we-get'),
            entry('apply', 'Apply', '/apply'),
            entry('account', around.person === null ? 'Sign in' : 'Your account', '/account'),
          ],
  });
}

function header(authority: Authority | null): Html {
  return html`<header class="daybreak-header">
<div class="govuk-width-container daybreak-header__inner">
<a class="daybreak-header__home" href="/">${authority?.logo}<span>${authority?.name ?? 'Daybreak'}</span></a>
</div>
</header>`;
}

const demonstrationBanner = html`Every person here is made up, and no council stands behind this page.`;

function footer(authority: Authority | null): Html {
  const contact =
    authority === null
      ? nothing
      : html`<div class="govuk-grid-column-one-half">
<h2 class="govuk-heading-m">Talk to someone</h2>
<p class="govuk-body"><a class="govuk-footer__link" href="tel:${authority.contact.phone.replaceAll(' ', '')}">${authority.contact.phone}</a><br>
<a class="govuk-footer__link daybreak-break" href="mailto:${authority.contact.email}">${emailWords(authority.contact.email)}</a>${authority.contact.hours !== '' && html`<br>${authority.contact.hours}`}</p>
</div>
<div class="govuk-grid-column-one-half">
<h2 class="govuk-heading-m">If it cannot wait</h2>
<p class="govuk-body">If someone is in danger, <a class="govuk-footer__link" href="tel:999">call 999</a>.<br><a class="govuk-footer__link" href="/help-now">Other help, day and night</a></p>
</div>`;
  return html`<footer class="daybreak-footer">
<div class="govuk-width-container">
<div class="govuk-grid-row">${contact}</div>
<nav aria-label="About this service"><ul class="daybreak-footer__links">
${
  authority !== null &&
  html`<li><a class="govuk-footer__link" href="/complain">Complain</a></li>
`
}<li><a class="govuk-footer__link" href="/accessibility">Accessibility statement</a></li>
<li><a class="govuk-footer__link" href="/privacy">Privacy notice</a></li>
<li><a class="govuk-footer__link" href="/cookies">Cookies</a></li>
${
  authority !== null &&
  html`<li><a class="govuk-footer__link" href="/open-data">Open data</a></li>
<li><a class="govuk-footer__link" href="/newsletters">News of short breaks</a></li>`
}
</ul></nav>
</div>
</footer>`;
}

/** The theme as CSS variables; a class on the page's root would need inline style, which the content policy forbids. */
export function themeCss(authority: Authority): string {
  const { theme } = authority;
  return `:root{--govuk-brand-colour:${theme.brand};--daybreak-brand:${theme.brand};--daybreak-brand-dark:${theme.brandDark};--daybreak-tint:${theme.brandTint};--daybreak-accent:${theme.accent};--govuk-link-colour:${theme.link};--govuk-link-hover-colour:${theme.linkHover}}\n`;
}

const headEnd = trustedHtml(`<link rel="stylesheet" href="${styleSheet.path}">`);
const scriptTag = trustedHtml(`<script type="module" src="${script.path}"></script>`);
const pageScriptTags = {
  map: trustedHtml(`<script type="module" src="${pageScripts.map.path}"></script>`),
  location: trustedHtml(`<script type="module" src="${pageScripts.location.path}"></script>`),
};
/** Data for search engines. A browser runs none of it; "<" is written so that no text can end the element. */
function linkedDataOf(data: object): Html {
  return trustedHtml(
    `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`,
  );
}

const themeColours = new WeakMap<Authority, Html>();

/** Parts of the layout that depend on the authority alone are written once. */
function themeLink(authority: Authority | null): Html {
  if (authority === null) return nothing;
  let link = themeColours.get(authority);
  if (link === undefined) {
    link = html`<link rel="stylesheet" href="/theme.css"><meta name="theme-color" content="${authority.theme.brandDark}">`;
    themeColours.set(authority, link);
  }
  return link;
}

/** What stands outside the other landmarks is one itself, so that nobody who goes from one to the next misses it. */
const landmark = (name: string) => ({ role: 'region', 'aria-label': name });

/** The way back, as a landmark of its own; breadcrumbs are one already. */
function wayBack(before: Page['before']): Html {
  if (before === undefined) return nothing;
  return before.text.startsWith('<nav') ? before : html`<nav aria-label="Back">${before}</nav>`;
}

/** Gives the whole document for a page. The title says first when something was wrong, for those who hear it. */
export function documentOf(page: Page, around: Surroundings, hasErrors: boolean): string {
  const owner =
    around.authority === null ? 'Daybreak' : `${around.authority.service} – ${around.authority.name}`;
  return html`<!DOCTYPE html>
<html lang="en-GB" class="govuk-template daybreak">
<head>
<meta charset="utf-8">
<title>${hasErrors && 'Error: '}${page.title} – ${owner}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
${page.description !== undefined && html`<meta name="description" content="${page.description}">`}
${page.isPrivate === true && html`<meta name="robots" content="noindex">`}
${page.linkedData !== undefined && linkedDataOf(page.linkedData)}
${headEnd}${themeLink(around.authority)}
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
</head>
<body class="govuk-template__body">
${skipLink({ href: '#main-content', text: 'Skip to main content' })}
${header(around.authority)}
${navigation(around, page)}
<div class="govuk-width-container">
${page.hasQuickExit === true && exitThisPage({ classes: 'daybreak-no-print', attributes: landmark('Leave this page') })}
${around.isDemonstration && phaseBanner({ tag: { text: 'Demonstration' }, html: demonstrationBanner, attributes: landmark('Demonstration') })}
${wayBack(page.before)}
<main class="govuk-main-wrapper" id="main-content">
${page.main}
</main>
</div>
${footer(around.authority)}
${scriptTag}${page.enhancements?.map((name) => pageScriptTags[name])}
</body>
</html>
`.text;
}
