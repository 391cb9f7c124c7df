import { z } from 'zod';
import { formatDate } from '#kernel/local-date.ts';
import { fileUpload } from '#platform/govuk/index.ts';
import { choice, firstValue, optionalChoice, optionalDate, refusalOf } from '#platform/web/form.ts';
import { type Html, html } from '#platform/web/html.ts';
import type { StepReading } from '#platform/web/journey.ts';
import { choiceQuestion, choicesQuestion, dateQuestion } from '#platform/web/questions.ts';
import type { Visit } from '#platform/web/visit.ts';
import { type Answers, type Benefit, isNeeded, type LetterFile } from '../domain/answers.ts';
import { handIn } from '../store/hand-in.ts';
import { type ApplicationStep, applicationStep, keptDate, stop } from './application-step.ts';

const careWords = { none: 'None', lowest: 'Lowest', middle: 'Middle', highest: 'Highest' } as const;
const mobilityWords = { none: 'None', lower: 'Lower', higher: 'Higher' } as const;
const pipWords = { none: 'None', standard: 'Standard', enhanced: 'Enhanced' } as const;

const options = (all: Readonly<Record<string, string>>) =>
  Object.entries(all).map(([value, text]) => ({ value, text }));

const benefitSchema = z.object({
  which: choice(['dla', 'pip', 'none'], 'Choose which benefit your child gets, or “Neither of these”'),
  dlaCare: optionalChoice(['none', 'lowest', 'middle', 'highest']),
  dlaMobility: optionalChoice(['none', 'lower', 'higher']),
  pipDaily: optionalChoice(['none', 'standard', 'enhanced']),
  pipMobility: optionalChoice(['none', 'standard', 'enhanced']),
  datedOn: optionalDate('The date of the letter'),
  from: optionalDate('The date it starts'),
  until: optionalDate('The date it ends'),
});
type BenefitForm = z.output<typeof benefitSchema>;

function toBenefit(value: BenefitForm): Benefit {
  const dates = {
    datedOn: value.datedOn?.toString() ?? null,
    from: value.from?.toString() ?? null,
    until: value.until?.toString() ?? null,
  };
  if (value.which === 'dla')
    return {
      which: 'dla',
      dlaCare: value.dlaCare ?? 'none',
      dlaMobility: value.dlaMobility ?? 'none',
      ...dates,
    };
  if (value.which === 'pip')
    return {
      which: 'pip',
      pipDaily: value.pipDaily ?? 'none',
      pipMobility: value.pipMobility ?? 'none',
      ...dates,
    };
  return { which: 'none' };
}

function benefitProblem(visit: Visit, value: BenefitForm): StepReading<Answers> | null {
  if (value.which === 'none') return null;
  if (value.which === 'dla' && value.dlaCare === null)
    return stop('missing', 'Choose the DLA care rate in the letter', 'dlaCare');
  if (value.which === 'dla' && value.dlaMobility === null)
    return stop('missing', 'Choose the DLA mobility rate in the letter', 'dlaMobility');
  if (value.which === 'pip' && value.pipDaily === null)
    return stop('missing', 'Choose the PIP daily living rate in the letter', 'pipDaily');
  if (value.which === 'pip' && value.pipMobility === null)
    return stop('missing', 'Choose the PIP mobility rate in the letter', 'pipMobility');
  const today = visit.clock.today();
  if (value.datedOn !== null && Temporal.PlainDate.compare(value.datedOn, today) > 0)
    return stop('future', 'The date of the letter must be today or in the past', 'datedOn');
  if (
    value.from !== null &&
    value.until !== null &&
    Temporal.PlainDate.compare(value.until, value.from) < 0
  ) {
    return stop('order', 'The date it ends must be after the date it starts', 'until');
  }
  if (value.until !== null && Temporal.PlainDate.compare(value.until, today) < 0) {
    return stop(
      'ended',
      'This award has ended. Use the newest letter, or choose “Neither of these” if the benefit has stopped',
      'until',
    );
  }
  return null;
}

/** DLA or PIP: each component with its rate, and the dates that the letter gives. */
export const benefitStep = applicationStep({
  name: 'benefit',
  slug: 'benefit',
  title: 'Does your child get DLA or PIP?',
  section: 'Letters',
  schema: benefitSchema,
  toAnswer: toBenefit,
  check: benefitProblem,
  questions: (
    visit,
    { benefit },
  ) => html`<p class="govuk-body">Have the newest award letter in your hand. It says which rates your child gets.</p>
${choiceQuestion(visit, {
  field: 'which',
  label: 'Which benefit does your child get?',
  saved: benefit?.which,
  options: [
    {
      value: 'dla',
      text: 'Disability Living Allowance (DLA)',
      conditional: html`${choiceQuestion(visit, { field: 'dlaCare', label: 'Care rate', saved: benefit?.which === 'dla' ? benefit.dlaCare : null, options: options(careWords), isInline: true })}
${choiceQuestion(visit, { field: 'dlaMobility', label: 'Mobility rate', saved: benefit?.which === 'dla' ? benefit.dlaMobility : null, options: options(mobilityWords), isInline: true })}`,
    },
    {
      value: 'pip',
      text: 'Personal Independence Payment (PIP)',
      conditional: html`${choiceQuestion(visit, { field: 'pipDaily', label: 'Daily living rate', saved: benefit?.which === 'pip' ? benefit.pipDaily : null, options: options(pipWords), isInline: true })}
${choiceQuestion(visit, { field: 'pipMobility', label: 'Mobility rate', saved: benefit?.which === 'pip' ? benefit.pipMobility : null, options: options(pipWords), isInline: true })}`,
    },
    { value: 'none', text: 'Neither of these' },
  ],
})}
<h2 class="govuk-heading-m">Dates in the letter</h2>
<p class="govuk-body">Leave these empty if the letter does not say, or if your child gets neither.</p>
${letterDates(visit, benefit)}`,
  rows: ({ benefit }) => (benefit === undefined ? [] : benefitRows(benefit)),
});

function letterDates(visit: Visit, benefit: Benefit | undefined): Html {
  const dates = benefit === undefined || benefit.which === 'none' ? null : benefit;
  return html`${dateQuestion(visit, { field: 'datedOn', label: 'Date of the letter (optional)', savedDate: keptDate(dates?.datedOn) })}
${dateQuestion(visit, { field: 'from', label: 'Award starts (optional)', savedDate: keptDate(dates?.from) })}
${dateQuestion(visit, { field: 'until', label: 'Award ends (optional)', savedDate: keptDate(dates?.until) })}`;
}

function dated(text: string | null): string {
  return text === null ? 'not given' : formatDate(Temporal.PlainDate.from(text));
}

function benefitRows(benefit: Benefit) {
  if (benefit.which === 'none') return [{ question: 'DLA or PIP', answer: 'Neither' }];
  const rates =
    benefit.which === 'dla'
      ? `DLA: care ${careWords[benefit.dlaCare].toLowerCase()}, mobility ${mobilityWords[benefit.dlaMobility].toLowerCase()}`
      : `PIP: daily living ${pipWords[benefit.pipDaily].toLowerCase()}, mobility ${pipWords[benefit.pipMobility].toLowerCase()}`;
  return [
    { question: 'DLA or PIP', answer: rates },
    {
      question: 'Benefit letter',
      answer: `Dated ${dated(benefit.datedOn)}; starts ${dated(benefit.from)}; ends ${dated(benefit.until)}`,
    },
  ];
}

const showsWords = { benefit: 'the DLA or PIP letter', diagnosis: 'the diagnosis letter' } as const;

/** The files themselves. One may be sent later; the council asks for it then. */
export const lettersStep: ApplicationStep = {
  name: 'letters',
  slug: 'letters',
  title: 'Show us the letters',
  section: 'Letters',
  isNeeded: (answers) => isNeeded('letters', answers),
  isAnswered: (answers) => answers.letters !== undefined,
  questions(visit, answers) {
    const asksBenefit = answers.benefit !== undefined && answers.benefit.which !== 'none';
    const asksDiagnosis = answers.disability?.hasDiagnosis === true;
    return html`<p class="govuk-body">A photo taken with your phone is fine, as long as every word can be read.</p>
${asksBenefit && upload(visit, { field: 'benefit', label: 'DLA or PIP award letter' })}
${asksDiagnosis && upload(visit, { field: 'diagnosis', label: 'Letter that says what was diagnosed' })}
${savedFiles(visit, answers.letters?.files ?? [])}
${choicesQuestion(visit, {
  field: 'later',
  label: 'No letter to hand?',
  savedAll: answers.letters?.sendsLater === true ? ['yes'] : [],
  options: [
    {
      value: 'yes',
      text: 'I will send what is missing later',
      hint: 'We can only decide once we have seen a letter.',
    },
  ],
})}`;
  },
  read: readLetters,
  rows: ({ letters }) =>
    letters === undefined
      ? []
      : [
          {
            question: 'Letters',
            answer:
              letters.files.length === 0
                ? 'To be sent later'
                : html`${letters.files.map((file, index) => html`${index > 0 && html`<br>`}${file.name} (${showsWords[file.shows]})`)}${letters.sendsLater && html`<br>More to be sent later`}`,
          },
        ],
};

function upload(
  visit: Visit,
  question: { readonly field: 'benefit' | 'diagnosis'; readonly label: string },
): Html {
  const message = refusalOf(visit.formState, question.field);
  return fileUpload({
    id: question.field,
    name: question.field,
    label: { text: question.label, classes: 'govuk-label--s' },
    hint: { text: 'PDF, JPEG or PNG, up to 10MB' },
    attributes: { accept: '.pdf,.jpg,.jpeg,.png,.heic,.webp,image/*,application/pdf' },
    ...(message === undefined ? {} : { errorMessage: { text: message } }),
  });
}

function savedFiles(visit: Visit, files: readonly LetterFile[]): Html | false {
  if (files.length === 0) return false;
  return choicesQuestion(visit, {
    field: 'remove',
    label: 'Already handed in',
    hint: 'Tick a file to take it out',
    savedAll: [],
    options: files.map((file) => ({ value: file.fileId, text: `${file.name}: ${showsWords[file.shows]}` })),
  });
}

async function readLetters(visit: Visit, answers: Answers): Promise<StepReading<Answers>> {
  const removed = visit.form.get('remove') ?? [];
  const files = (answers.letters?.files ?? []).filter((file) => !removed.includes(file.fileId));
  for (const upload of visit.uploads) {
    if (upload.field !== 'benefit' && upload.field !== 'diagnosis') continue;
    const taken = await handIn(visit, upload);
    if (!taken.ok) return { ok: false, refusals: [{ ...taken, field: upload.field }] };
    files.push({ fileId: taken.value.id, name: taken.value.name, shows: upload.field });
  }
  const sendsLater = firstValue(visit.form, 'later') === 'yes';
  if (files.length === 0 && !sendsLater) {
    const field = answers.benefit !== undefined && answers.benefit.which !== 'none' ? 'benefit' : 'diagnosis';
    return stop('missing', 'Choose a file, or say that you will send it later', field);
  }
  return { ok: true, answers: { ...answers, letters: { files, sendsLater } } };
}
