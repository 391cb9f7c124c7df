import { backLink, button, select } from '#platform/govuk/index.ts';
import { firstValue, refusalOf } from '#platform/web/form.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { choiceQuestion, dateQuestion, lineQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { type Answer, notFound, page, redirect, type Visit } from '#platform/web/visit.ts';
import { type DeskActName, isPossible } from '../actions/desk-acts.ts';
import { type ComplaintCase, complaintOf } from '../case-of-complaint.ts';
import type { Phase } from '../domain/stand.ts';
import { peopleToChoose } from '../people-to-choose.ts';

type People = readonly { readonly id: string; readonly name: string }[];

const outcomes = [
  { value: 'upheld', text: 'Upheld' },
  { value: 'partly', text: 'Upheld in part' },
  { value: 'not-upheld', text: 'Not upheld' },
];

type Made = { readonly title: string; readonly button: string; readonly fields: (visit: Visit) => Html };

function person(visit: Visit, people: People, label: string): Html {
  const message = refusalOf(visit.formState, 'person');
  const chosen = firstValue(visit.formState.values, 'person');
  return select({
    id: 'person',
    name: 'person',
    label: { text: label },
    items: [
      { value: '', text: 'Choose a person' },
      ...people.map(({ id, name }) => ({ value: id, text: name, selected: id === chosen })),
    ],
    ...(message === undefined ? {} : { errorMessage: { text: message } }),
  });
}

const text = (label: string, hint?: string) => (visit: Visit) =>
  wordsQuestion(visit, { field: 'words', label, rows: 4, ...(hint === undefined ? {} : { hint }) });

function formsOf(found: ComplaintCase, people: People): Readonly<Record<DeskActName, Made>> {
  const answer = found.stand.phase === 'response' ? 'Answer the panel’s findings' : 'Answer the complaint';
  return {
    answer: {
      title: answer,
      button: 'Send the answer',
      fields: (
        visit,
      ) => html`${choiceQuestion(visit, { field: 'outcome', label: 'What came of it?', options: outcomes })}
${wordsQuestion(visit, { field: 'words', label: 'The answer, in words for the family', hint: 'Answer each thing that they said. What they can do next is added.', rows: 8 })}`,
    },
    give: {
      title: 'Give it to somebody',
      button: 'Give it',
      fields: (visit) => person(visit, people, 'Who handles it now?'),
    },
    about: {
      title: 'Name who it is about',
      button: 'Keep the name',
      fields: (visit) =>
        html`<p class="govuk-body">Who is named neither handles nor sees it.</p>${person(visit, people, 'Who is it about?')}`,
    },
    'ask-account': {
      title: 'Ask for somebody’s account',
      button: 'Ask',
      fields: (visit) =>
        html`<p class="govuk-body">They read what was said, and write what they saw. They see nothing else.</p>${person(visit, people, 'Whose account do you need?')}`,
    },
    advocate: {
      title: 'Name the advocate',
      button: 'Tell the family',
      fields: text('Who is the advocate, and how are they reached?', 'The family reads it'),
    },
    extend: {
      title: 'Take more time',
      button: 'Extend the time',
      fields: text('Why is more time needed?', 'The family reads it. The law allows it once.'),
    },
    'ask-on': {
      title: 'They ask for the next stage',
      button: 'Write it down',
      fields: text(
        'What is still not right for them?',
        'For who calls. If it comes late, write why it is taken all the same.',
      ),
    },
    investigators: {
      title: 'Name who investigates',
      button: 'Keep the names',
      fields: (visit) =>
        html`${lineQuestion(visit, { field: 'investigator', label: 'Investigating officer' })}${lineQuestion(visit, { field: 'independent', label: 'Independent person', hint: 'Not employed by the council and not a member of it' })}`,
    },
    panel: {
      title: 'The panel met',
      button: 'Write it down',
      fields: (visit) =>
        html`${dateQuestion(visit, { field: 'day', label: 'When did it meet?', example: visit.clock.today() })}${text('Who sat on it?')(visit)}`,
    },
    findings: {
      title: 'The panel’s findings',
      button: 'Send the findings',
      fields: (visit) =>
        html`${choiceQuestion(visit, { field: 'outcome', label: 'What did the panel find?', options: outcomes })}${text('What it found, and what it recommends')(visit)}`,
    },
    'refuse-late': {
      title: 'It comes too late',
      button: 'Refuse it as too late',
      fields: text(
        'Why can it not be looked at any more?',
        'The family reads it, with the way to the Ombudsman',
      ),
    },
    remedy: {
      title: 'Put it right',
      button: 'Promise it',
      fields: (visit) =>
        html`${choiceQuestion(visit, {
          field: 'remedy',
          label: 'What puts it right?',
          options: [
            { value: 'apology', text: 'An apology' },
            { value: 'service', text: 'A service that was owed' },
            {
              value: 'money',
              text: 'Money that is owed',
              conditional: lineQuestion(visit, {
                field: 'pounds',
                label: 'How much?',
                prefix: '£',
                width: 10,
                inputmode: 'decimal',
              }),
            },
            { value: 'change', text: 'A change in how we work' },
          ],
        })}${text('What is done', 'The family reads it')(visit)}${dateQuestion(visit, { field: 'by', label: 'By when? (optional)', example: visit.clock.today().add({ days: 28 }) })}`,
    },
    'remedy-done': {
      title: 'A promise is kept',
      button: 'Mark it as done',
      fields: (visit) =>
        choiceQuestion(visit, {
          field: 'of',
          label: 'What was done?',
          options: found.stand.remedies
            .filter(({ isDone }) => !isDone)
            .map(({ step }) => ({ value: String(step.number), text: step.words })),
        }),
    },
    learning: {
      title: 'What the service learned',
      button: 'Keep it',
      fields: text('What was learned?', 'Without names: it stands in the year’s report'),
    },
    note: {
      title: 'Note',
      button: 'Keep the note',
      fields: text('Note', 'The family does not see it, but may ask for it'),
    },
  };
}

/** What can be done with a complaint now, in the order in which it is mostly wanted. */
export function possibleActs(found: ComplaintCase): readonly DeskActName[] {
  const { stand } = found;
  return (Object.keys(formsOf(found, [])) as DeskActName[])
    .filter((name) => isPossible(name, stand.phase))
    .filter((name) => name !== 'remedy-done' || stand.remedies.some(({ isDone }) => !isDone))
    .filter((name) => name !== 'refuse-late' || found.lateBecause !== '')
    .filter((name) => name !== 'extend' || stand.clock?.longest === false)
    .filter((name) => name !== 'advocate' || found.wantsAdvocate);
}

/** What the procedure waits for in a phase. */
const awaited: Readonly<Partial<Record<Phase, DeskActName>>> = {
  'stage-1': 'answer',
  'stage-2': 'answer',
  panel: 'panel',
  findings: 'findings',
  response: 'answer',
};

/** Links to what can be done now, what is waited for in front. */
export function actLinks(found: ComplaintCase): Html {
  const base = `/practitioners/complaints/${found.id}`;
  const forms = formsOf(found, []);
  const mayMove = found.childId !== null && found.personId !== null && isPossible('give', found.stand.phase);
  const possible = possibleActs(found);
  const first = possible.find((name) => name === awaited[found.stand.phase]);
  const others = possible.filter((name) => name !== first);
  return html`<h2 class="govuk-heading-m">What to do</h2>
${first !== undefined && button({ text: forms[first].title, href: `${base}/${first}` })}
<ul class="govuk-list">${others.map((name) => html`<li><a class="govuk-link" href="${base}/${name}">${forms[name].title}</a></li>`)}
${mayMove && html`<li><a class="govuk-link" href="${base}/move">It is about a decision alone: move it to appeals</a></li>`}</ul>`;
}

/** Gives the page of one thing to do, with its form. */
export function actPage(name: DeskActName) {
  return async (visit: Visit): Promise<Answer> => {
    const found = await complaintOf(visit);
    if (found === null) return notFound('a complaint');
    const base = `/practitioners/complaints/${found.id}`;
    if (!isPossible(name, found.stand.phase) && visit.formState.refusals.length === 0) return redirect(base);
    const { title, button: label, fields } = formsOf(found, await peopleToChoose(visit))[name];
    return page({
      title,
      section: 'practitioners',
      isPrivate: true,
      before: backLink({ href: base, text: `Complaint ${found.reference}` }),
      main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorsOf(visit)}
<span class="govuk-caption-l">Complaint ${found.reference}</span>
<h1 class="govuk-heading-l">${title}</h1>
${formTo(visit, html`${fields(visit)}${button({ text: label, preventDoubleClick: true })}`, { to: `${base}/${name}` })}
</div></div>`,
    });
  };
}
