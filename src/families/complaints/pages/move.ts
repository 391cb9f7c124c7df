import { caseOfAppeal } from '#families/appeals/index.ts';
import { dateInEngland } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import { backLink, button } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { html } from '#platform/web/html.ts';
import { choiceQuestion } from '#platform/web/questions.ts';
import { type Answer, notFound, page, type Visit } from '#platform/web/visit.ts';
import { complaintOf } from '../case-of-complaint.ts';
import { decisionsAbout } from '../decisions-about.ts';
import { linesOf } from './words.ts';

/** Asks once more before an appeal goes on as a complaint. */
export async function moveAppealPage(visit: Visit): Promise<Answer> {
  const found = await caseOfAppeal(visit);
  if (found === null) return notFound('an appeal');
  const base = `/practitioners/appeals/${found.appeal.id}`;
  return page({
    title: 'Move this appeal to complaints?',
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: base, text: `Appeal ${found.appeal.reference}` }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorsOf(visit)}
<h1 class="govuk-heading-l">Move this appeal to complaints?</h1>
<blockquote class="daybreak-quote"><p class="govuk-body">${linesOf(found.appeal.words)}</p></blockquote>
<p class="govuk-body">It goes to the complaints officer with its words, its files and its day, and the family is told. The decision itself is then not looked at again, unless the family appeals once more.</p>
${formTo(visit, button({ text: 'Move it', preventDoubleClick: true }))}</div></div>`,
  });
}

/** Asks which decision a complaint is about before it goes on as an appeal. */
export async function moveComplaintPage(visit: Visit): Promise<Answer> {
  const found = await complaintOf(visit);
  if (found === null) return notFound('a complaint');
  const decisions = await decisionsAbout(visit, found.childId);
  const base = `/practitioners/complaints/${found.id}`;
  return page({
    title: 'Move this complaint to appeals?',
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: base, text: `Complaint ${found.reference}` }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorsOf(visit)}
<h1 class="govuk-heading-l">Move this complaint to appeals?</h1>
<blockquote class="daybreak-quote"><p class="govuk-body">${linesOf(found.words)}</p></blockquote>
${
  decisions.length === 0
    ? html`<p class="govuk-body">There is no decision about this child that it could be about.</p>`
    : formTo(
        visit,
        html`${choiceQuestion(visit, {
          field: 'decision',
          label: 'Which decision is it about?',
          options: decisions.map((one) => ({
            value: one.decisionId,
            text: `${one.reference}: ${one.outcome} on ${formatDate(dateInEngland(one.at))}`,
          })),
        })}
<p class="govuk-body">It goes on with its words and files, and the family is told.</p>
${button({ text: 'Move it', preventDoubleClick: true })}`,
      )
}</div></div>`,
  });
}
