import { formatDate } from '#kernel/local-date.ts';
import { backLink, button, details, summaryList } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { choiceQuestion, dateQuestion, lineQuestion, wordsQuestion } from '#platform/web/questions.ts';
import {
  type NotFound,
  notFound,
  type Page,
  page,
  type Redirect,
  redirect,
  type Visit,
} from '#platform/web/visit.ts';
import { type Answered, type Desk, deskOf } from '../actions/desk-facts.ts';
import { speakers, ways, whoInWords } from '../people-words.ts';
import { isWriter } from '../policy.ts';
import { partOptions } from './consultation.ts';

const desk = '/practitioners/statement';
const usualQuestion =
  'This is a draft of our next short breaks statement. It says what there is, who can have it and how we plan.\n\nIs it right? Is something missing? Is there enough for you, at the times when you need it?';

function openForm(visit: Visit): Html {
  const today = visit.clock.today();
  return html`<h2 class="govuk-heading-m">Ask families</h2>
<p class="govuk-body">Everybody can read the draft as it stands when you open this, and say what they think without an account.</p>
${formTo(
  visit,
  html`${dateQuestion(visit, { field: 'opens', label: 'First day', savedDate: today })}
${dateQuestion(visit, { field: 'closes', label: 'Last day', savedDate: today.add({ days: 42 }), hint: 'Leave people time: six weeks or more, and not only school holidays.' })}
${wordsQuestion(visit, { field: 'asks', label: 'What do you ask them?', saved: usualQuestion, rows: 6 })}
${button({ text: 'Open it', preventDoubleClick: true })}`,
  { to: `${desk}/consultation` },
)}`;
}

function noteForm(visit: Visit, sections: Parameters<typeof partOptions>[0]): Html {
  const speakerOptions = Object.entries(speakers).map(([value, text]) => ({ value, text }));
  const wayOptions = Object.entries(ways)
    .filter(([value]) => value !== 'online')
    .map(([value, text]) => ({ value, text: text.charAt(0).toUpperCase() + text.slice(1) }));
  const isTyped = visit.formState.values.has('how');
  return details({
    summaryText: 'Note views that came another way',
    open: isTyped && visit.formState.refusals.length > 0,
    html: formTo(
      visit,
      html`${choiceQuestion(visit, { field: 'how', label: 'How did they come?', options: wayOptions })}
${choiceQuestion(visit, { field: 'who', label: 'Whose views are they?', options: speakerOptions })}
${lineQuestion(visit, { field: 'people', label: 'How many people?', width: 4, inputmode: 'numeric', saved: '1' })}
${dateQuestion(visit, { field: 'made', label: 'When was it?', savedDate: visit.clock.today() })}
${choiceQuestion(visit, { field: 'section', label: 'Which part is it about?', options: partOptions(sections), saved: '' })}
${wordsQuestion(visit, { field: 'words', label: 'What did they say?', hint: 'Without names.' })}
${button({ text: 'Note it' })}`,
      { to: `${desk}/views` },
    ),
  });
}

function commentCard(comment: Answered, titles: ReadonlyMap<string, string>): Html {
  const { answer } = comment;
  const state =
    answer === null ? 'To answer' : answer.isPublished ? 'Answered and published' : 'Answered, kept back';
  return html`<li class="daybreak-card"><h3 class="daybreak-card__title"><a class="govuk-link" href="${desk}/comments/${comment.id}">${whoInWords(comment)}</a></h3>
<p>${comment.words}</p>
<p class="daybreak-soft">${formatDate(comment.madeOn)}, about ${titles.get(comment.section) ?? 'the whole statement'}. <strong>${state}</strong>${answer !== null && html`: ${answer.changed}`}</p></li>`;
}

function rounds({ rounds: all }: Desk): Html {
  if (all.length === 0) return nothing;
  return summaryList({
    rows: all.map(({ round, opensOn, closesOn }) => ({
      key: { text: `Time ${round}` },
      value: {
        html: html`${formatDate(opensOn)} to ${formatDate(closesOn)}. <a class="govuk-link" href="/statement/consultation">As families see it</a>`,
      },
    })),
  });
}

/** Where staff ask families about the draft, note what was said elsewhere, and answer. */
export async function consultationDeskPage(visit: Visit): Promise<Page | Redirect> {
  const found = await deskOf(visit);
  if (found.whole === null) return redirect(desk);
  const { sections } = found.whole;
  const titles = new Map(sections.map(({ id, title }) => [id, `“${title}”`]));
  const mayWrite = isWriter(visit.person);
  const today = visit.clock.today();
  const isAsking = found.rounds.some(({ closesOn }) => Temporal.PlainDate.compare(closesOn, today) >= 0);
  return page({
    title: 'Ask families, and answer them',
    section: 'statement',
    isPrivate: true,
    before: backLink({ href: desk, text: 'The short breaks statement' }),
    main: html`${errorsOf(visit)}<span class="govuk-caption-l">Version ${found.whole.draft.number}, a draft</span><h1 class="govuk-heading-l">Ask families, and answer them</h1>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${rounds(found)}
<h2 class="govuk-heading-m">Comments and notes (${found.comments.length})</h2>
${
  found.comments.length === 0
    ? html`<p class="govuk-body">Nothing yet.</p>`
    : html`<ul class="daybreak-cards">${found.comments.map((comment) => commentCard(comment, titles))}</ul>`
}
${mayWrite && noteForm(visit, sections)}
${mayWrite && !isAsking && openForm(visit)}
</div></div>`,
  });
}

/** One comment, to be answered: what was changed because of it, and what of it is published. */
export async function answerPage(visit: Visit): Promise<Page | NotFound> {
  const found = await deskOf(visit);
  const comment = found.comments.find(({ id }) => id === visit.params.comment);
  if (found.whole === null || comment === undefined) return notFound('a comment');
  const { answer } = comment;
  const part = found.whole.sections.find(({ id }) => id === comment.section)?.title ?? 'The whole statement';
  return page({
    title: 'Answer a comment',
    section: 'statement',
    isPrivate: true,
    before: backLink({ href: `${desk}/consultation`, text: 'Ask families, and answer them' }),
    main: html`${errorsOf(visit)}<h1 class="govuk-heading-l">Answer a comment</h1>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<blockquote class="daybreak-quote"><p class="govuk-body">${comment.words}</p><footer class="daybreak-soft">${whoInWords(comment)}, ${formatDate(comment.madeOn)}${comment.notedByName !== null && `, noted by ${comment.notedByName}`}. About: ${part}</footer></blockquote>
${formTo(
  visit,
  html`${wordsQuestion(visit, { field: 'changed', label: 'What did you do because of it?', hint: 'What was changed, or why nothing was. It is published.', saved: answer?.changed })}
${choiceQuestion(visit, {
  field: 'publish',
  label: 'Is the comment published?',
  saved: answer === null ? null : answer.isPublished ? 'yes' : 'no',
  options: [
    { value: 'yes', text: 'Yes', hint: 'In the words below, without a name.' },
    {
      value: 'no',
      text: 'No, keep it back',
      hint: 'Only when it would show who somebody is, or hurt somebody.',
    },
  ],
})}
${wordsQuestion(visit, { field: 'words', label: 'Words to publish', hint: 'Take out whatever tells who a child or a family is.', saved: answer?.isPublished === true ? answer.words : comment.words })}
${button({ text: 'Keep the answer' })}`,
  { to: `${desk}/comments/${comment.id}` },
)}
</div></div>`,
  });
}
