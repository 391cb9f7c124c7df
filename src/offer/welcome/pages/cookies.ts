import { summaryList } from '#platform/govuk/index.ts';
import { html } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { reading } from './contact.ts';

/** Every cookie that the service sets. test: cookies.test.ts compares this list with what the program sets. */
export const cookies: readonly {
  readonly name: string;
  readonly purpose: string;
  readonly lasts: string;
}[] = [
  {
    name: 'daybreak_session',
    purpose: 'Knows that it is you after you have signed in. Only set when you sign in.',
    lasts: '2 days, or until you sign out. After 24 hours you sign in again',
  },
  {
    name: 'daybreak_form',
    purpose: 'Makes sure that a form comes from you and not from another website.',
    lasts: '2 days',
  },
  {
    name: 'daybreak_kept',
    purpose:
      'If you were signed out while you wrote, it finds what you wrote when you are back. What you wrote is not in the cookie.',
    lasts: '24 hours, or until you are back',
  },
  {
    name: 'daybreak_child',
    purpose:
      'Only set when you describe your child for the search. It holds what your child needs, without a name. It is locked, so that others cannot read it.',
    lasts: '30 days, or until you press “Forget it”',
  },
  {
    name: 'daybreak_list',
    purpose:
      'Only set when you keep a short break on your list. It holds which ones you kept. It is locked, so that others cannot read it.',
    lasts: '30 days, or until you empty your list',
  },
  {
    name: 'daybreak_sign_in',
    purpose: 'Remembers that you are on your way through the council’s sign-in. For practitioners only.',
    lasts: '15 minutes',
  },
];

/** Which cookies there are, and why no banner asks about them. */
export function cookiesPage(_visit: Visit): Page {
  return page({
    title: 'Cookies',
    section: 'none',
    main: reading(html`<h1 class="govuk-heading-xl">Cookies</h1>
<p class="govuk-body">Cookies are small files that a website leaves on your phone or computer.</p>
<p class="govuk-body">We only use cookies that this service cannot work without. The law lets us use those without asking, so there is no banner. We do not count visitors, we have no advertisements, and nobody else gets a cookie through us.</p>
<p class="govuk-body">If you only look around, we set none.</p>
<h2 class="govuk-heading-m">All the cookies that this service can set</h2>
${summaryList({
  rows: cookies.map(({ name, purpose, lasts }) => ({
    key: { text: name, classes: 'daybreak-break' },
    value: { html: html`${purpose}<br><span class="daybreak-soft">Lasts ${lasts}.</span>` },
  })),
})}`),
  });
}
