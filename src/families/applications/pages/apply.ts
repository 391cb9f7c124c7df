import { button } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { applicationsOfFamily } from '../store/applications.ts';
import { childNameOf } from './application-words.ts';

/** What applying takes, and where to begin or go on. */
export async function applyPage(visit: Visit): Promise<Page> {
  const isFamily = visit.person?.kind === 'family';
  const applications = isFamily ? await applicationsOfFamily(visit.transaction, visit.authority.id) : [];
  const drafts = applications.filter((application) => application.state === 'draft');
  return page({
    title: 'Apply for a short breaks grant',
    section: 'apply',
    description: `Apply for the short breaks grant of ${visit.authority.name}: what you need, how long it takes, and what happens next.`,
    main: html`${errorsOf(visit)}
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl">Apply for a short breaks grant</h1>
<p class="govuk-body-l">Money once a year, so that your child has a good time and you get a rest.</p>
${
  drafts.length > 0 &&
  html`<div class="daybreak-panel"><h2 class="govuk-heading-m">Go on where you stopped</h2>
<ul class="govuk-list">${drafts.map((draft) => html`<li><a class="govuk-link" href="/apply/${draft.id}">${childNameOf(draft)}</a>, reference ${draft.reference}</li>`)}</ul></div>`
}
${applications.length > drafts.length && html`<p class="govuk-body">You can see <a class="govuk-link" href="/account">what you have sent us</a> in your account.</p>`}
<h2 class="govuk-heading-m">It takes about 15 minutes</h2>
<p class="govuk-body">You can stop at any time. Everything is kept, and you can go on later, on this phone or on another.</p>
<h2 class="govuk-heading-m">Have these with you</h2>
<ul class="govuk-list govuk-list--bullet">
<li>your child’s newest DLA or PIP letter, if there is one</li>
<li>a letter that says what was diagnosed, if there is one</li>
<li>an idea of what you would use the money for</li>
</ul>
<p class="govuk-body">Not sure if you can get it? <a class="govuk-link" href="/what-can-we-get">Answer a few questions first</a>. Nothing is stored.</p>
${
  isFamily
    ? startForm(visit, drafts.length)
    : html`<p class="govuk-body">You sign in with a link that we send to your email. There is no password to remember.</p>
${button({ text: 'Sign in and start', href: '/sign-in?then=%2Fapply', isStartButton: true })}`
}
<p class="govuk-body">If forms are hard for you, call us on <a class="govuk-link" href="tel:${visit.authority.contact.phone.replaceAll(' ', '')}">${visit.authority.contact.phone}</a>. We can fill it in together.</p>
</div></div>`,
  });
}

function startForm(visit: Visit, drafts: number): Html {
  return formTo(
    visit,
    button({
      text: drafts === 0 ? 'Start now' : 'Start another application',
      ...(drafts === 0 ? { isStartButton: true } : { classes: 'govuk-button--secondary' }),
    }),
    { to: '/apply/start' },
  );
}
