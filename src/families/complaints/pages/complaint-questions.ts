import { fileUpload } from '#platform/govuk/index.ts';
import { refusalOf } from '#platform/web/form.ts';
import { type Html, html } from '#platform/web/html.ts';
import {
  choiceQuestion,
  choicesQuestion,
  dateQuestion,
  lineQuestion,
  wordsQuestion,
} from '#platform/web/questions.ts';
import type { Visit } from '#platform/web/visit.ts';
import { standings, ways } from '../domain/complaint.ts';
import { standingWords, wayWords } from './words.ts';

/** What went wrong, when, and what would put it right. `heard` turns the words for who writes it down for another. */
export function whatWentWrong(visit: Visit, heard: boolean): Html {
  return html`${wordsQuestion(visit, {
    field: 'words',
    label: heard ? 'What went wrong, in their words' : 'What went wrong?',
    hint: heard ? 'Write it as they said it' : 'Say what happened and who it happened to, in your own words',
    rows: 8,
  })}
${wordsQuestion(visit, { field: 'putRight', label: heard ? 'What would put it right for them? (optional)' : 'What would put it right? (optional)', rows: 3 })}
${dateQuestion(visit, { field: 'happenedOn', label: 'When did it happen? (optional)', example: visit.clock.today().subtract({ days: 40 }) })}
${wordsQuestion(visit, { field: 'lateBecause', label: 'If it is more than a year ago: why does it come now? (optional)', rows: 2 })}`;
}

/** Who complains, and whether they want somebody on their side. */
export function whoComplains(visit: Visit, heard: boolean): Html {
  return html`${choiceQuestion(visit, {
    field: 'standing',
    label: heard ? 'Who complains?' : 'Who are you?',
    options: standings.map((value) => ({ value, text: standingWords[value] })),
  })}
${choicesQuestion(visit, {
  field: 'advocate',
  label: heard ? 'An advocate' : 'Do you want somebody on your side?',
  hint: 'An advocate helps to say what somebody wants. They do not work for the council, and they are free. Every child and young person has a right to one.',
  options: [{ value: 'yes', text: heard ? 'They want an advocate' : 'Yes, find me an advocate' }],
})}`;
}

/** How to reach who complains. */
export function contactQuestions(visit: Visit): Html {
  return html`${lineQuestion(visit, { field: 'name', label: 'Name', autocomplete: 'name' })}
${lineQuestion(visit, { field: 'email', label: 'Email address', hint: 'Give this or a telephone number', type: 'email', autocomplete: 'email' })}
${lineQuestion(visit, { field: 'phone', label: 'Telephone number', type: 'tel', autocomplete: 'tel', width: 20 })}`;
}

/** How a complaint came that somebody writes down. */
export function wayQuestion(visit: Visit): Html {
  return choiceQuestion(visit, {
    field: 'way',
    label: 'How did it come?',
    options: ways.filter((way) => way !== 'online').map((value) => ({ value, text: wayWords[value] })),
  });
}

/** Letters or photos that help. */
export function filesQuestion(visit: Visit): Html {
  const message = refusalOf(visit.formState, 'files');
  return fileUpload({
    id: 'files',
    name: 'files',
    label: { text: 'Letters or photos that help (optional)', classes: 'govuk-label--s' },
    hint: { text: 'PDF, JPEG or PNG, up to 10MB for each file. You can choose several.' },
    multiple: true,
    attributes: { accept: 'image/jpeg,image/png,image/webp,application/pdf' },
    ...(message === undefined ? {} : { errorMessage: { text: message } }),
  });
}
