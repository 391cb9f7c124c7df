import { fullName } from '#families/register/index.ts';
import { backLink, button, checkboxes, insetText } from '#platform/govuk/index.ts';
import { refusalOf } from '#platform/web/form.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { answersToCheck, nextStep } from '#platform/web/journey.ts';
import { type Answer, notFound, page, redirect, type Visit } from '#platform/web/visit.ts';
import { applicationOf } from '../actions/signed-in.ts';
import { schemeIsClosed } from '../actions/start-application.ts';
import { type Asking, askingOf } from '../asking.ts';
import type { Application } from '../domain/application.ts';
import { isOpen } from '../offers.ts';
import { otherCouncilOf } from '../other-council.ts';
import { outlookOf } from '../outlook.ts';
import { draftsWith } from '../sitting.ts';
import type { ApplicationStep } from '../steps/application-step.ts';
import { outlookWords } from './outlook-words.ts';

type Drafted = {
  readonly draft: Application;
  readonly asking: Asking;
  readonly steps: readonly ApplicationStep[];
};

/** All answers on one page, to check before they are sent: those of one child, or of all children of a sitting. */
export async function checkAnswersPage(visit: Visit): Promise<Answer> {
  const application = await applicationOf(visit);
  if (application === null) return notFound();
  if (application.state !== 'draft') return redirect(`/account/applications/${application.id}`);
  const own = await drafted(visit, application);
  const address = `/apply/${application.id}`;
  const open = nextStep(own.steps, application.answers);
  if (open !== null && visit.formState.refusals.length === 0) return redirect(`${address}/${open.slug}`);
  const all = await Promise.all((await draftsWith(visit, application)).map((one) => drafted(visit, one)));
  const isReady = all.every(({ draft, steps }) => nextStep(steps, draft.answers) === null);
  return page({
    title: 'Check your answers',
    section: 'apply',
    isPrivate: true,
    before: backLink({ href: address }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorsOf(visit)}
<h1 class="govuk-heading-l">Check your answers</h1>
<p class="govuk-body">Is all of this right? You can still change it.</p>
${all.length === 1 ? answersToCheck(own.steps, application.answers, changeAt(application)) : severalChildren(all)}
${addAnother(visit, application)}
${isReady ? sendForm(visit, own, all.length) : notReady(all)}
</div></div>`,
  });
}

async function drafted(visit: Visit, draft: Application): Promise<Drafted> {
  const asking = await askingOf(visit, draft);
  return { draft, asking, steps: asking.steps(draft.answers) };
}

function changeAt({ id }: Application) {
  return (step: { readonly slug: string }) => `/apply/${id}/${step.slug}?from=check`;
}

const common: readonly string[] = ['who', 'you', 'other-carer', 'address'];

/** What is common is shown once; then each child's own answers, below the child's name. */
function severalChildren(all: readonly Drafted[]): Html {
  return html`${all.map(({ draft, steps }, index) => {
    const isShared = ({ slug }: { readonly slug: string }) => common.includes(slug);
    const shared = index === 0 && answersToCheck(steps.filter(isShared), draft.answers, changeAt(draft));
    const own = steps.filter((step) => !isShared(step));
    const open = nextStep(steps, draft.answers);
    return html`${shared}
<div class="daybreak-panel"><h2 class="govuk-heading-l">${nameOf(draft)}</h2>
${answersToCheck(own, draft.answers, changeAt(draft))}
${open !== null && html`<p class="govuk-body"><strong>Some questions have no answer yet.</strong> <a class="govuk-link" href="/apply/${draft.id}/${open.slug}">Go on with ${nameOf(draft)}</a></p>`}
<p class="govuk-body"><a class="govuk-link" href="/apply/${draft.id}/withdraw">Take ${nameOf(draft)} out of this application</a></p></div>`;
  })}`;
}

function nameOf({ answers }: Application): string {
  return answers.child === undefined ? 'Another child' : fullName(answers.child);
}

function addAnother(visit: Visit, draft: Application): Html | false {
  if (draft.answers.by?.kind === 'young-person') return false;
  return html`<h2 class="govuk-heading-m">Brothers and sisters</h2>
<p class="govuk-body">You can ask for another child at the same time. We do not ask about you and your home again.</p>
${formTo(visit, button({ text: 'Add another child', classes: 'govuk-button--secondary', preventDoubleClick: true }), { to: `/apply/${draft.id}/add-child` })}`;
}

function notReady(all: readonly Drafted[]): Html {
  const waiting = all.filter(({ draft, steps }) => nextStep(steps, draft.answers) !== null);
  if (all.length === 1)
    return html`<p class="govuk-body"><a class="govuk-link" href="/apply/${waiting[0]?.draft.id}">See which questions have no answer yet</a></p>`;
  return insetText({
    text: `Before you send, finish ${waiting.map(({ draft }) => nameOf(draft)).join(' and ')}, or take them out. The rest stays as it is.`,
  });
}

function sendForm(visit: Visit, { draft, asking }: Drafted, count: number): Html {
  const { address, letters } = draft.answers;
  const other = address === undefined ? null : otherCouncilOf(visit.authority, address.postcode);
  const { offer } = asking;
  if (!isOpen(offer)) return insetText({ text: schemeIsClosed(visit, offer).message });
  return html`<h2 class="govuk-heading-m">${count === 1 ? 'Send your application' : `Send all ${count} applications`}</h2>
${outlookWords(outlookOf(visit, offer, draft.answers))}
${other !== null && insetText({ text: `${address?.postcode} looks as if it is in ${other}. Each council helps the children who live in its own area. You can still send this, or call us first on ${visit.authority.contact.phone}.` })}
${letters?.sendsLater === true && insetText({ text: 'You will send a letter later. You can send the application now. We decide when we have seen the letter.' })}
${formTo(
  visit,
  html`${declaration(visit)}
${button({ text: count === 1 ? 'Send application' : 'Send all', preventDoubleClick: true })}`,
  { to: `/apply/${draft.id}/send` },
)}`;
}

/** The tick by which whoever sends it stands for what it says. */
export function declaration(visit: Visit): Html {
  const message = refusalOf(visit.formState, 'declared');
  return checkboxes({
    idPrefix: 'declared',
    name: 'declared',
    fieldset: { legend: { text: 'Before you send it', classes: 'govuk-visually-hidden' } },
    items: [{ value: 'yes', text: 'This is true as far as I know, and I will tell you if it changes' }],
    ...(message === undefined ? {} : { errorMessage: { text: message } }),
  });
}
