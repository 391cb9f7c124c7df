import { type Child, fullName, householdOfPerson } from '#families/register/index.ts';
import { financialYearOf } from '#kernel/local-date.ts';
import { button } from '#platform/govuk/index.ts';
import { firstValue } from '#platform/web/form.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import type { Application } from '../domain/application.ts';
import { broughtFacts } from '../domain/said-before.ts';
import { ownApplications } from '../own-applications.ts';
import { childNameOf, stateMark } from './application-words.ts';

/** What applying takes, and where to begin or go on. */
export async function applyPage(visit: Visit): Promise<Page> {
  const isFamily = visit.person?.kind === 'family';
  const children = isFamily ? await yourChildren(visit) : { panel: nothing, hasSome: false };
  return page({
    title: 'Apply for a short breaks grant',
    section: 'apply',
    description: `Apply for the short breaks grant of ${visit.authority.name}: what you need, how long it takes, and what happens next.`,
    main: html`${errorsOf(visit)}
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl">Apply for a short breaks grant</h1>
<p class="govuk-body-l">Money once a year, so that your child has a good time and you get a rest.</p>
${children.panel}
<h2 class="govuk-heading-m">It takes about 15 minutes</h2>
<p class="govuk-body">You can stop at any time. We keep what you have saved. Go on later, on this phone or on another one.</p>
<h2 class="govuk-heading-m">Have these with you if you can</h2>
<ul class="govuk-list govuk-list--bullet">
<li>your child’s newest letter about DLA or PIP</li>
<li>a letter that says what was diagnosed</li>
</ul>
<p class="govuk-body">You can also send them later.</p>
${isFamily ? startForm(visit, children.hasSome) : signInFirst(visit)}
<p class="govuk-body">If forms are hard for you, call us on <a class="govuk-link" href="tel:${visit.authority.contact.phone.replaceAll(' ', '')}">${visit.authority.contact.phone}</a>. We can fill it in together.</p>
</div></div>`,
  });
}

/** What the family has begun, and each child it has told us about, with what can be done for them. */
async function yourChildren(visit: Visit): Promise<{ readonly panel: Html; readonly hasSome: boolean }> {
  const applications = await ownApplications(visit);
  const household = await householdOfPerson(visit.transaction, {
    authorityId: visit.authority.id,
    personId: visit.person?.id ?? '',
  });
  const drafts = applications.filter((application) => application.state === 'draft');
  const children = (household?.children ?? []).filter(
    (child) => !drafts.some((draft) => draft.answers.child?.childId === child.id),
  );
  const hasSome = drafts.length + children.length > 0;
  if (!hasSome) return { panel: nothing, hasSome };
  const panel = html`<div class="daybreak-panel">
${
  drafts.length > 0 &&
  html`<h2 class="govuk-heading-m">Go on where you stopped</h2>
<ul class="govuk-list govuk-list--spaced">${drafts.map((draft) => html`<li><a class="govuk-link govuk-!-font-weight-bold" href="/apply/${draft.id}">${childNameOf(draft)}</a><br><span class="daybreak-soft">Reference ${draft.reference}</span></li>`)}</ul>`
}
${
  children.length > 0 &&
  html`<h2 class="govuk-heading-m">Your children</h2>
${children.map((child) => childLine(visit, child, applications))}`
}</div>`;
  return { panel, hasSome };
}

function childLine(visit: Visit, child: Child, applications: readonly Application[]): Html {
  const year = financialYearOf(visit.clock.today()).name;
  const own = applications.find((one) => one.childId === child.id && one.grantYear === year);
  if (own !== undefined)
    return html`<p class="govuk-body"><a class="govuk-link govuk-!-font-weight-bold" href="/account/applications/${own.id}">${fullName(child)}</a> ${stateMark(own)}</p>`;
  const isRenewal = applications.some((one) => one.childId === child.id);
  return html`<p class="govuk-body govuk-!-margin-bottom-2"><strong>${fullName(child)}</strong><br>${isRenewal ? 'Your answers from last time are in the form already.' : 'Not asked for this year.'}</p>
${formTo(
  visit,
  html`<input type="hidden" name="child" value="${child.id}">
${button({ text: `${isRenewal ? 'Renew' : 'Apply'} for ${child.givenName}`, preventDoubleClick: true })}`,
  { to: '/apply/start' },
)}`;
}

/** What was said in "What can we get?" comes along in the address; it is stored when the family starts, not before. */
function brought(visit: Visit): readonly (readonly [string, string])[] {
  return broughtFacts.flatMap((fact) => {
    const value = firstValue(visit.formState.values, fact) || (visit.query.get(fact) ?? '');
    return value === '' || value.length > 20 ? [] : [[fact, value] as const];
  });
}

function toldAlready(facts: ReturnType<typeof brought>): Html {
  return facts.length > 0
    ? html`<p class="govuk-body">What you have told us just now goes into the form. We do not ask it again.</p>`
    : html`<p class="govuk-body">Not sure if you can get it? <a class="govuk-link" href="/what-can-we-get">Answer a few questions first</a>. We do not keep your answers.</p>`;
}

function startForm(visit: Visit, hasChildren: boolean): Html {
  const facts = brought(visit);
  const text = hasChildren ? 'Start for another child' : 'Start a new application';
  return html`${toldAlready(facts)}
${formTo(
  visit,
  html`${facts.map(([fact, value]) => html`<input type="hidden" name="${fact}" value="${value}">`)}
${button({ text, isStartButton: true, preventDoubleClick: true })}`,
  { to: '/apply/start' },
)}`;
}

function signInFirst(visit: Visit): Html {
  const facts = brought(visit);
  const back =
    facts.length === 0 ? '/apply' : `/apply?${new URLSearchParams(facts.map(([...pair]) => pair))}`;
  return html`${toldAlready(facts)}
<p class="govuk-body">You sign in with a link that we send to your email. There is no password to remember.</p>
${button({ text: 'Sign in and start', href: `/sign-in?then=${encodeURIComponent(back)}`, isStartButton: true })}`;
}
