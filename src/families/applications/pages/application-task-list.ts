import { backLink, button } from '#platform/govuk/index.ts';
import { html } from '#platform/web/html.ts';
import { neededSteps, nextStep, taskListOf } from '#platform/web/journey.ts';
import { type Answer, notFound, page, redirect, type Visit } from '#platform/web/visit.ts';
import { applicationOf } from '../actions/signed-in.ts';
import { askingOf } from '../asking.ts';
import { isOnOnePage } from '../renewal.ts';
import { childNameOf } from './application-words.ts';

/** Every step of a draft with where it stands, so that a family sees how far it has come. */
export async function taskListPage(visit: Visit): Promise<Answer> {
  const application = await applicationOf(visit);
  if (application === null) return notFound();
  if (application.state !== 'draft') return redirect(`/account/applications/${application.id}`);
  if (isOnOnePage(application)) return redirect(`/apply/${application.id}/renew`);
  const { answers } = application;
  const { offer, steps: stepsOf } = await askingOf(visit, application);
  const journey = stepsOf(answers);
  const address = `/apply/${application.id}`;
  const steps = neededSteps(journey, answers);
  const done = steps.filter((step) => step.isAnswered(answers)).length;
  const next = nextStep(journey, answers);
  return page({
    title: 'Your application',
    section: 'apply',
    isPrivate: true,
    before: backLink({ href: '/apply' }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${childNameOf(application)}: ${offer.scheme.name}</span>
<h1 class="govuk-heading-l">Your application</h1>
<p class="govuk-body">${progressWords(done, steps.length)}</p>
${button({ text: next === null ? 'Check your answers and send' : done === 0 ? 'Begin' : 'Go on', href: `${address}/${next?.slug ?? 'check'}` })}
${taskListOf(journey, answers, (step) => `${address}/${step.slug}`)}
<p class="govuk-body">Your reference is <strong>${application.reference}</strong>.</p>
<p class="govuk-body"><a class="govuk-link" href="${address}/withdraw">Throw this application away</a></p>
</div></div>`,
  });
}

function progressWords(done: number, all: number): string {
  if (done === all) return 'You have answered everything. Check it, then send it.';
  if (done === 0) return 'There are a few short questions. We keep each answer when you save it.';
  return `You have answered ${done} of ${all} parts. We keep each answer when you save it.`;
}
