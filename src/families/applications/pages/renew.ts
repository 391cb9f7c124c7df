import { fullName } from '#families/register/index.ts';
import { backLink, button, insetText } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { answersToCheck, neededSteps } from '#platform/web/journey.ts';
import { choiceQuestion } from '#platform/web/questions.ts';
import { type Answer, notFound, page, redirect, type Visit } from '#platform/web/visit.ts';
import { applicationOf } from '../actions/signed-in.ts';
import { schemeIsClosed } from '../actions/start-application.ts';
import { askingOf } from '../asking.ts';
import { renewalTermsOn } from '../casework.ts';
import type { Application } from '../domain/application.ts';
import { isOpen } from '../offers.ts';
import { outlookOf } from '../outlook.ts';
import { isOnOnePage } from '../renewal.ts';
import type { ApplicationStep } from '../steps/application-step.ts';
import { declaration } from './check-answers.ts';
import { outlookWords } from './outlook-words.ts';

/** A renewal on one page: everything we hold, and one question. What has lapsed is asked for by itself first. */
export async function renewPage(visit: Visit): Promise<Answer> {
  const application = await applicationOf(visit);
  if (application === null) return notFound();
  const address = `/apply/${application.id}`;
  if (application.state !== 'draft') return redirect(`${address}/sent`);
  if (!isOnOnePage(application)) return redirect(address);
  const { answers } = application;
  const name = answers.child === undefined ? 'your child' : fullName(answers.child);
  const { offer, steps } = await askingOf(visit, application);
  const needed = neededSteps(steps(answers), answers) as readonly ApplicationStep[];
  const lapsed = needed.filter((step) => !step.isAnswered(answers));
  const outlook = isOpen(offer) ? outlookWords(outlookOf(visit, offer, answers)) : null;
  return page({
    title: `Renew for ${name}`,
    section: 'apply',
    isPrivate: true,
    before: backLink({ href: '/apply' }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorsOf(visit)}
<span class="govuk-caption-l">${offer.scheme.name}</span>
<h1 class="govuk-heading-l">Renew for ${name}</h1>
${reviewNote(visit, application)}
${lapsed.length > 0 ? askLapsed(address, lapsed) : html`<p class="govuk-body-l">This is everything that we have from last time. If it is all still right, one answer is enough.</p>`}
${answersToCheck(needed, answers, null)}
${lapsed.length === 0 && (outlook === null ? insetText({ text: schemeIsClosed(visit, offer).message }) : html`${outlook}${changedForm(visit, address)}`)}
<p class="govuk-body"><a class="govuk-link" href="${address}/withdraw">Throw this renewal away</a></p>
</div></div>`,
  });
}

/** Where the council looks at the award again by itself, nobody has to ask. */
function reviewNote(visit: Visit, { schemeId }: Application): Html | false {
  const terms = renewalTermsOn(visit.authority, { schemeId, on: visit.clock.today() });
  if (terms.way !== 'review') return false;
  return insetText({
    html: html`<p class="govuk-body">You do not have to ask again for this. We look at what you have with you, in a review. <a class="govuk-link" href="/account">See in your account when your review is</a>.</p>`,
  });
}

function askLapsed(address: string, lapsed: readonly ApplicationStep[]): Html {
  const [first] = lapsed;
  return html`<div class="daybreak-panel"><h2 class="govuk-heading-m">We need only this from you</h2>
<p class="govuk-body">Everything else is here from last time.</p>
<ul class="govuk-list govuk-list--bullet">${lapsed.map((step) => html`<li>${step.title}</li>`)}</ul>
${first !== undefined && button({ text: 'Answer this', href: `${address}/${first.slug}` })}</div>`;
}

function changedForm(visit: Visit, address: string): Html {
  return html`<h2 class="govuk-heading-m">Has anything changed?</h2>
${formTo(
  visit,
  html`${choiceQuestion(visit, {
    field: 'changed',
    label: 'Has anything changed since last time?',
    options: [
      { value: 'no', text: 'No, nothing has changed', conditional: declaration(visit) },
      { value: 'yes', text: 'Yes, I want to change something', hint: 'You can change it before you send' },
    ],
  })}
${button({ text: 'Continue', preventDoubleClick: true })}`,
  { to: `${address}/renew` },
)}`;
}
