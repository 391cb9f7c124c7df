import { letterPath } from '#families/decisions/index.ts';
import { fullName } from '#families/register/index.ts';
import { dateInEngland } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import { backLink, button, details, notificationBanner } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { wordsQuestion } from '#platform/web/questions.ts';
import { type Answer, notFound, page, type Visit } from '#platform/web/visit.ts';
import { type CaseOfAppeal, caseOfAppeal } from '../case-of-appeal.ts';
import type { AppealStep } from '../domain/appeal.ts';
import { nextStepAfter } from '../next-step.ts';
import { filesQuestion } from './appeal-files.ts';
import { appealTag, appealWords, fileList, linesOf } from './words.ts';

/** An appeal as its family sees it: where it stands, the answer, and what to do next. */
export async function ownAppealPage(visit: Visit): Promise<Answer> {
  const found = await caseOfAppeal(visit);
  if (found === null) return notFound('an appeal');
  const { appeal, about, files } = found;
  const base = `/account/appeals/${appeal.id}`;
  return page({
    title: `Your appeal for ${fullName(about.child)}`,
    section: 'account',
    isPrivate: true,
    before: backLink({ href: '/account/complaints', text: 'Appeals and complaints' }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${errorsOf(visit)}
${visit.query.get('added') === 'yes' && notificationBanner({ type: 'success', text: 'Thank you. We have added it to your appeal.' })}
${visit.query.get('sent') === 'yes' && notificationBanner({ type: 'success', text: 'Thank you. We have your appeal.' })}
<span class="govuk-caption-l">Reference ${appeal.reference}</span>
<h1 class="govuk-heading-l">Your appeal for ${fullName(about.child)}</h1>
${standing(visit, found)}
<h2 class="govuk-heading-m">What you told us</h2>
<blockquote class="daybreak-quote"><p class="govuk-body">${linesOf(appeal.words)}</p></blockquote>
${appeal.lateBecause !== '' && html`<p class="govuk-body">Why it came late: ${linesOf(appeal.lateBecause)}</p>`}
${fileList(files, base)}
<p class="govuk-body"><a class="govuk-link" href="${letterPath(about.decision, null)}">Read the letter that this is about</a></p>
<h2 class="govuk-heading-m">What has happened</h2>
<ol class="daybreak-timeline">${appeal.steps.map(line)}</ol>
${
  appeal.stand.end === null &&
  html`<h2 class="govuk-heading-m">Is there something else?</h2>
${formTo(
  visit,
  html`${wordsQuestion(visit, { field: 'more', label: 'What would you like to add? (optional)', rows: 4 })}
${filesQuestion(visit, 'Letters or photos that help (optional)')}
${button({ text: 'Add it to the appeal', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
  { to: `${base}/add`, takesFiles: true },
)}`
}
${
  appeal.stand.end === null &&
  details({
    summaryText: 'Take the appeal back',
    html: html`<p class="govuk-body">We stop looking at it. The decision stays as it is.</p>${formTo(visit, button({ text: 'Take it back', classes: 'govuk-button--warning', preventDoubleClick: true }), { to: `${base}/withdraw` })}`,
  })
}
</div></div>`,
  });
}

const lines: Readonly<Record<AppealStep['kind'], string>> = {
  made: 'You made the appeal',
  added: 'You told us more',
  taken: 'Somebody who did not decide looks at it',
  answered: 'We answered',
  withdrawn: 'You took it back',
  moved: 'We moved it to complaints. You do not have to send it again.',
};

function line(step: AppealStep): Html {
  return html`<li><strong>${formatDate(dateInEngland(step.at))}</strong><br>${lines[step.kind]}${(step.kind === 'made' || step.kind === 'added') && step.words !== '' && html`<br>${linesOf(step.words)}`}</li>`;
}

function standing(visit: Visit, { appeal, about }: CaseOfAppeal): Html {
  const { end } = appeal.stand;
  if (end?.kind !== 'answered' || end.outcome === null) {
    const words =
      end === null
        ? html`You get our answer by <strong>${formatDate(appeal.answerBy)}</strong>. You do not have to do anything.`
        : appealWords(appeal);
    return html`<div class="daybreak-panel"><p class="govuk-body">${appealTag(appeal, visit.clock.today())}</p><p class="govuk-body-l govuk-!-margin-bottom-0">${words}</p></div>`;
  }
  const next = nextStepAfter(visit.authority, about, {
    outcome: end.outcome,
    isDecidedAgain: end.isDecidedAgain,
    isCounted: true,
  });
  return html`<div class="daybreak-panel"><p class="govuk-body-l"><strong>${appealWords(appeal)}</strong></p>
<p class="govuk-body govuk-!-margin-bottom-0">${linesOf(end.words)}</p></div>
<h2 class="govuk-heading-m">What you can do next</h2>
${next.map((text) => html`<p class="govuk-body">${text}</p>`)}
<p class="govuk-body"><a class="govuk-link" href="/account/complaints/new">Make a complaint</a></p>`;
}
