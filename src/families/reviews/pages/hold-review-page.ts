import { formatGranted } from '#families/awards/index.ts';
import { fullName } from '#families/register/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import { backLink, button, insetText } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { choiceQuestion, dateQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { feelings, outcomes } from '../domain/record.ts';
import { latestNext } from '../domain/schedule.ts';
import { reviewClocksOf } from '../review-clocks.ts';
import { type ReviewFile, reviewFile } from '../review-file.ts';
import { feelingWords, outcomeWords } from '../review-words.ts';

/** The form on which a review is recorded, filled with what the family wrote before it. */
export async function holdReviewPage(visit: Visit): Promise<Page | NotFound> {
  const file = await reviewFile(visit, visit.params.award ?? '');
  if (file === null || file.next === null) return notFound('a review');
  const { award, child } = file;
  visit.concerns('award', award.id);
  return page({
    title: 'Record a review',
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: `/practitioners/awards/${award.id}/review`, text: 'Back to the reviews' }),
    main: html`${errorsOf(visit)}<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${fullName(child)}, ${award.reference}</span><h1 class="govuk-heading-l">Record a review</h1>
<p class="govuk-body">Agreed: ${formatGranted(award)}, ${formatDate(award.startsOn)} to ${formatDate(file.next.lastDay)}.</p>
${formTo(visit, questions(visit, file))}</div></div>`,
  });
}

function questions(visit: Visit, file: ReviewFile): Html {
  const today = visit.clock.today();
  const words = (field: string, label: string, more: { hint?: string; saved?: string } = {}) =>
    wordsQuestion(visit, { field, label, rows: 3, ...more });
  return html`${dateQuestion(visit, { field: 'heldOn', label: 'When was it held?', savedDate: today })}
${theChild(visit, file)}
${words('carersViews', 'What do the carers say?', { saved: carersWrote(file) })}
${words('siblings', 'What does it do for brothers and sisters?', { saved: file.views.carer?.siblings ?? '' })}
${words('wentWell', 'What went well?')}
${insetText({ text: 'What was delivered is not recorded by this service before breaks are booked here: ask the family and the provider.' })}
${words('delivered', 'Was it delivered as agreed?', { hint: 'What the child really had against what was agreed, as far as it is known.' })}
${choiceQuestion(visit, { field: 'outcome', label: 'What follows?', options: outcomes.map((value) => ({ value, text: outcomeWords[value] })) })}
${words('because', 'Why?', { hint: 'The family reads this.' })}
${nextDay(visit, file, today)}
${button({ text: 'Record the review', preventDoubleClick: true })}`;
}

function theChild(visit: Visit, { views }: ReviewFile): Html {
  return html`${choiceQuestion(visit, {
    field: 'childFeels',
    label: 'How is it for the child?',
    hint: 'What the child says or shows. Leave it open if you do not know.',
    saved: views.child?.feels ?? '',
    options: feelings.map((value) => ({ value, text: feelingWords[value] })),
  })}
${wordsQuestion(visit, { field: 'childViews', label: 'What does the child say?', hint: 'In the child’s own words, signs or symbols.', saved: views.child?.words ?? '', rows: 3 })}
${wordsQuestion(visit, { field: 'childViewsMissing', label: 'If you could not find out: why not, and what did you try?', rows: 2 })}`;
}

function carersWrote({ views }: ReviewFile): string {
  if (views.carer === null) return '';
  const { goingWell, toChange } = views.carer;
  return [goingWell, toChange].filter((text) => text !== '').join('\n');
}

function nextDay(visit: Visit, { next }: ReviewFile, today: Temporal.PlainDate): Html {
  if (next === null) return html``;
  const reviewed = { ...next.award, lastDay: next.lastDay };
  const held = { heldOn: today, heldBefore: next.held.length };
  const latest = latestNext(reviewed, held, reviewClocksOf(visit.authority));
  return dateQuestion(visit, {
    field: 'nextOn',
    label: 'When is the next review?',
    hint:
      latest === null
        ? `The award ends on ${formatDate(next.lastDay)}, before the rules ask for another. You can leave this empty.`
        : `Held today, ${formatDate(latest)} at the latest. Leave it empty for that day.`,
  });
}
