import { type Refusal, refusal } from '#kernel/refusal.ts';
import { fileUpload } from '#platform/govuk/index.ts';
import { firstValue, refusalOf } from '#platform/web/form.ts';
import { type Html, html } from '#platform/web/html.ts';
import type { StepReading } from '#platform/web/journey.ts';
import { choicesQuestion } from '#platform/web/questions.ts';
import type { Upload, Visit } from '#platform/web/visit.ts';
import { handIn } from '../actions/hand-in.ts';
import {
  type Answers,
  askedLetters,
  isAnswered,
  isNeeded,
  type Letter,
  type LetterFile,
  shownLetters,
} from '../domain/answers.ts';
import { type ApplicationStep, stop } from './application-step.ts';

/** What each letter is called in the middle of a sentence. */
export const letterWords: Readonly<Record<Letter, string>> = {
  benefit: 'DLA or PIP letter',
  diagnosis: 'letter that says what was diagnosed',
};

/** The most files that one application holds: letters of several pages, and no more. */
const mostFiles = 20;

/** The files themselves. They may be sent later; the council asks for them then. */
export const lettersStep: ApplicationStep = {
  name: 'letters',
  slug: 'letters',
  title: 'Show us the letters',
  section: 'Letters',
  isOneQuestion: false,
  isNeeded: (answers) => isNeeded('letters', answers),
  isAnswered: (answers) => isAnswered('letters', answers),
  questions(visit, answers) {
    const letters = askedLetters(answers);
    return html`<p class="govuk-body">Take a photo of each page with your phone, or choose a file. Every word must be easy to read.</p>
${letters.length > 1 && html`<p class="govuk-body">Send both letters if you can. With one of them you can go on.</p>`}
${savedFiles(visit, shownLetters(answers))}
${letters.map((letter) => letterQuestion(visit, { field: letter, label: labelOf(letter, answers) }))}
${choicesQuestion(visit, {
  field: 'later',
  label: 'If you do not have a letter with you',
  savedAll: answers.letters?.sendsLater === true ? ['yes'] : [],
  options: [
    {
      value: 'yes',
      text: 'I will send a letter later',
      hint: 'You can send the application now. We decide when we have seen a letter.',
    },
  ],
})}`;
  },
  read: readLetters,
  rows: (answers) =>
    answers.letters === undefined ? [] : [{ question: 'Letters', answer: answerWords(answers) }],
};

function answerWords(answers: Answers): Html | string {
  const files = shownLetters(answers);
  if (files.length === 0) return 'To be sent later';
  return html`${files.map((file, index) => html`${index > 0 && html`<br>`}${file.name} (${letterWords[file.shows]})`)}${answers.letters?.sendsLater === true && html`<br>More to be sent later`}`;
}

function labelOf(letter: Letter, { benefit }: Answers): string {
  if (letter === 'diagnosis') return 'Letter that says what was diagnosed';
  return benefit?.which === 'pip' ? 'PIP letter' : 'DLA letter';
}

/** A question for a letter: as many files as it has pages. */
export function letterQuestion(
  visit: Visit,
  question: { readonly field: Letter; readonly label: string },
): Html {
  const message = refusalOf(visit.formState, question.field);
  return fileUpload({
    id: question.field,
    name: question.field,
    label: { text: question.label, classes: 'govuk-label--s' },
    hint: { text: 'PDF, JPEG or PNG, up to 10MB for each file. You can choose several.' },
    multiple: true,
    // HEIC is not in the list, so that an iPhone makes a JPEG of its photo by itself.
    attributes: { accept: 'image/jpeg,image/png,image/webp,application/pdf' },
    ...(message === undefined ? {} : { errorMessage: { text: message } }),
  });
}

function savedFiles(visit: Visit, files: readonly LetterFile[]): Html | false {
  if (files.length === 0) return false;
  return choicesQuestion(visit, {
    field: 'remove',
    label: 'We have these',
    hint: 'Tick a file only if you want to take it out',
    savedAll: [],
    options: files.map((file) => ({ value: file.fileId, text: `${file.name} (${letterWords[file.shows]})` })),
  });
}

/** The end of the name that the browser gave, in what can be seen of it. */
function nameOf(upload: Upload): string {
  return upload.name.replace(/\p{C}/gu, '').slice(-60);
}

/**
 * Takes in the letters that came with a form, in order. Refuses the form for the first that cannot be taken,
 * by its name, since several may have been chosen.
 */
export async function takeInLetters(
  visit: Visit,
): Promise<
  | { readonly ok: true; readonly files: readonly LetterFile[] }
  | { readonly ok: false; readonly refusal: Refusal }
> {
  const files: LetterFile[] = [];
  for (const upload of visit.uploads) {
    const shows = upload.field;
    if (shows !== 'benefit' && shows !== 'diagnosis') continue;
    const taken = await handIn(visit, upload);
    if (!taken.ok) {
      const message = taken.message.replace(/^The selected file/, `The file “${nameOf(upload)}”`);
      // Nothing is kept by half, and no browser fills a file in again.
      const others = visit.uploads.length > 1 ? '. Then choose the other files again too' : '';
      return { ok: false, refusal: refusal(taken.code, `${message}${others}`, shows) };
    }
    files.push({ fileId: taken.value.id, name: taken.value.name, shows });
  }
  return { ok: true, files };
}

async function readLetters(visit: Visit, answers: Answers): Promise<StepReading<Answers>> {
  const removed = visit.form.get('remove') ?? [];
  const kept = shownLetters(answers).filter((file) => !removed.includes(file.fileId));
  const taken = await takeInLetters(visit);
  if (!taken.ok) return { ok: false, refusals: [taken.refusal] };
  const files = [...kept, ...taken.files];
  const field = askedLetters(answers)[0] ?? 'later';
  if (files.length > mostFiles)
    return stop(
      'too-many',
      `Send no more than ${mostFiles} files. Take out those that we do not need`,
      field,
    );
  const sendsLater = firstValue(visit.form, 'later') === 'yes';
  if (files.length === 0 && !sendsLater)
    return stop('missing', 'Choose a file, or tick “I will send a letter later”', field);
  return { ok: true, answers: { ...answers, letters: { files, sendsLater } } };
}
