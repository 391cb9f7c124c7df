import { fullName, householdOfPerson } from '#families/register/index.ts';
import { backLink, button, notificationBanner } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { choiceQuestion } from '#platform/web/questions.ts';
import { type Answer, page, redirect, signedIn, type Visit } from '#platform/web/visit.ts';
import {
  contactQuestions,
  filesQuestion,
  wayQuestion,
  whatWentWrong,
  whoComplains,
} from './complaint-questions.ts';

function introduction(visit: Visit): Html {
  return html`<p class="govuk-body-l">Tell us when something has gone wrong. We look into it and write back.</p>
<p class="govuk-body">Is it about a decision on your application? Then open the letter and choose “Ask us to look again”. If you are not sure, use this page: we move it for you.</p>
<p class="govuk-body">You can call us as well, on ${visit.authority.contact.phone}. We write it down for you. If a child is in danger now, call 999.</p>`;
}

/** Anybody complains here, without an account. Who has one is led to it, so that they can see what comes of it. */
export function complainPage(visit: Visit): Answer {
  if (visit.person?.kind === 'family' && visit.formState.refusals.length === 0)
    return redirect('/account/complaints/new');
  const sent = visit.query.get('sent');
  return page({
    title: 'Make a complaint',
    section: 'none',
    isPrivate: true,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorsOf(visit)}
${sent !== null && /^CP-[0-9A-Z-]{4,20}$/.test(sent) && notificationBanner({ type: 'success', text: `Thank you. We have your complaint. Its reference is ${sent}.` })}
<h1 class="govuk-heading-xl">Make a complaint</h1>
${introduction(visit)}
<p class="govuk-body"><a class="govuk-link" href="/sign-in?then=/account/complaints/new">Sign in first</a>, if you have an account: then you see here what comes of it. You do not need one.</p>
${formTo(
  visit,
  html`${whoComplains(visit, false)}
${whatWentWrong(visit, false)}
<h2 class="govuk-heading-m">How we reach you</h2>
${contactQuestions(visit)}
${button({ text: 'Send the complaint', preventDoubleClick: true })}`,
  { to: '/complain' },
)}</div></div>`,
  });
}

/** A signed-in family member complains. */
export async function newComplaintPage(visit: Visit): Promise<Answer> {
  const person = signedIn(visit);
  const named = { authorityId: visit.authority.id, personId: person.id };
  const children = (await householdOfPerson(visit.transaction, named))?.children ?? [];
  return page({
    title: 'Make a complaint from your account',
    section: 'account',
    isPrivate: true,
    before: backLink({ href: '/account/complaints', text: 'Appeals and complaints' }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorsOf(visit)}
<h1 class="govuk-heading-xl">Make a complaint</h1>
${introduction(visit)}
${formTo(
  visit,
  html`${whoComplains(visit, false)}
${
  children.length > 0 &&
  choiceQuestion(visit, {
    field: 'child',
    label: 'Who is it about?',
    options: [
      ...children.map((child) => ({ value: child.id, text: fullName(child) })),
      { value: 'nobody', text: 'No one child' },
    ],
  })
}
${whatWentWrong(visit, false)}
${filesQuestion(visit)}
${button({ text: 'Send the complaint', preventDoubleClick: true })}`,
  { to: '/account/complaints/new', takesFiles: true },
)}</div></div>`,
  });
}

/** A practitioner writes down what somebody says. */
export async function recordPage(visit: Visit): Promise<Answer> {
  const recorded = visit.query.get('recorded');
  const childId = visit.formState.values.get('child')?.[0] ?? visit.query.get('child') ?? '';
  return page({
    title: 'Write down a complaint',
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: '/practitioners', text: 'Your work' }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorsOf(visit)}
${recorded !== null && /^CP-[0-9A-Z-]{4,20}$/.test(recorded) && notificationBanner({ type: 'success', text: `It is written down as ${recorded}. The complaints officer has it now. Tell them the reference.` })}
<h1 class="govuk-heading-l">Write down a complaint</h1>
<p class="govuk-body">For somebody who calls, writes or comes. You do not have to be the one who handles it, and you cannot see it afterwards unless it is given to you.</p>
${formTo(
  visit,
  html`${/^[0-9a-f-]{36}$/.test(childId) && html`<input type="hidden" name="child" value="${childId}">`}
${wayQuestion(visit)}
${whoComplains(visit, true)}
${contactQuestions(visit)}
${whatWentWrong(visit, true)}
${button({ text: 'Write it down', preventDoubleClick: true })}`,
  { to: '/practitioners/complaints/new' },
)}</div></div>`,
  });
}
