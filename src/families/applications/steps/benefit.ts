import { z } from 'zod';
import { formatDate } from '#kernel/local-date.ts';
import { choice, firstValue, optionalChoice, optionalDate } from '#platform/web/form.ts';
import { type Html, html } from '#platform/web/html.ts';
import type { StepReading } from '#platform/web/journey.ts';
import { choiceQuestion, dateQuestion } from '#platform/web/questions.ts';
import type { Visit } from '#platform/web/visit.ts';
import {
  type Answers,
  type Benefit,
  careRates,
  type Known,
  mobilityRates,
  pipRates,
} from '../domain/answers.ts';
import { applicationStep, keptDate, stop } from './application-step.ts';

const rateWords: Readonly<Record<string, string>> = {
  none: 'None',
  lowest: 'Lowest',
  lower: 'Lower',
  middle: 'Middle',
  highest: 'Highest',
  higher: 'Higher',
  standard: 'Standard',
  enhanced: 'Enhanced',
};

/** Nobody is held up because a letter is in another room. */
const unknown = 'unknown';

function rateQuestion(
  visit: Visit,
  question: {
    readonly field: string;
    readonly label: string;
    readonly rates: readonly string[];
    readonly saved: string | null | undefined;
  },
): Html {
  const { field, label, rates, saved } = question;
  return choiceQuestion(visit, {
    field,
    label,
    saved: saved === null ? unknown : saved,
    options: [
      ...rates.map((rate) => ({ value: rate, text: rateWords[rate] ?? rate })),
      { value: unknown, text: 'I do not know' },
    ],
  });
}

const rates = <const T extends string>(known: readonly T[]) =>
  optionalChoice<T | typeof unknown>([...known, unknown]);

const schema = z.object({
  which: choice(['dla', 'pip', 'none'], 'Choose the benefit that your child gets, or “No, neither of these”'),
  dlaCare: rates(careRates),
  dlaMobility: rates(mobilityRates),
  dlaDated: optionalDate('The date on the DLA letter'),
  dlaFrom: optionalDate('The date when DLA starts'),
  dlaUntil: optionalDate('The date when DLA ends'),
  pipDaily: rates(pipRates),
  pipMobility: rates(pipRates),
  pipDated: optionalDate('The date on the PIP letter'),
  pipFrom: optionalDate('The date when PIP starts'),
  pipUntil: optionalDate('The date when PIP ends'),
});
type BenefitForm = z.output<typeof schema>;

const rateOf = <T extends string>(rate: T | typeof unknown | null): T | null =>
  rate === null || rate === unknown ? null : rate;

function toBenefit(value: BenefitForm): Benefit {
  switch (value.which) {
    case 'dla':
      return {
        which: 'dla',
        dlaCare: rateOf(value.dlaCare),
        dlaMobility: rateOf(value.dlaMobility),
        dated: value.dlaDated?.toString() ?? null,
        from: value.dlaFrom?.toString() ?? null,
        until: value.dlaUntil?.toString() ?? null,
      };
    case 'pip':
      return {
        which: 'pip',
        pipDaily: rateOf(value.pipDaily),
        pipMobility: rateOf(value.pipMobility),
        dated: value.pipDated?.toString() ?? null,
        from: value.pipFrom?.toString() ?? null,
        until: value.pipUntil?.toString() ?? null,
      };
    case 'none':
      return { which: 'none' };
  }
}

function benefitProblem(visit: Visit, value: BenefitForm): StepReading<Answers> | null {
  const { which } = value;
  if (which === 'none') return null;
  if (which === 'dla' && value.dlaCare === null)
    return stop('missing', 'Choose the DLA care rate, or “I do not know”', 'dlaCare');
  if (which === 'dla' && value.dlaMobility === null)
    return stop('missing', 'Choose the DLA mobility rate, or “I do not know”', 'dlaMobility');
  if (which === 'pip' && value.pipDaily === null)
    return stop('missing', 'Choose the PIP daily living rate, or “I do not know”', 'pipDaily');
  if (which === 'pip' && value.pipMobility === null)
    return stop('missing', 'Choose the PIP mobility rate, or “I do not know”', 'pipMobility');
  const name = which.toUpperCase();
  const dated = which === 'dla' ? value.dlaDated : value.pipDated;
  if (dated !== null && Temporal.PlainDate.compare(dated, visit.clock.today()) > 0)
    return stop('future', `The date on the ${name} letter must be today or in the past`, `${which}Dated`);
  const from = which === 'dla' ? value.dlaFrom : value.pipFrom;
  const until = which === 'dla' ? value.dlaUntil : value.pipUntil;
  if (from !== null && until !== null && Temporal.PlainDate.compare(until, from) < 0)
    return stop('order', `The date when ${name} ends must be after the date when it starts`, `${which}Until`);
  if (until !== null && Temporal.PlainDate.compare(until, visit.clock.today()) < 0)
    return stop(
      'ended',
      `By that date your child’s ${name} has ended. Use the newest letter, or choose “No, neither of these” if the benefit has stopped`,
      `${which}Until`,
    );
  return null;
}

function letterDates(visit: Visit, which: 'dla' | 'pip', benefit: Benefit | undefined): Html {
  const dates = benefit?.which === which ? benefit : null;
  const name = which.toUpperCase();
  return html`${dateQuestion(visit, { field: `${which}Dated`, label: `What date is on the ${name} letter? (optional)`, hint: 'Near the top of the first page. For example, 3 2 2025', savedDate: keptDate(dates?.dated) })}
${dateQuestion(visit, { field: `${which}From`, label: `When does ${name} start? (optional)`, hint: 'The letter says “from”. For example, 27 3 2025', savedDate: keptDate(dates?.from) })}
${dateQuestion(visit, { field: `${which}Until`, label: `When does ${name} end? (optional)`, hint: 'The letter says “to”. Leave this empty if there is no end', savedDate: keptDate(dates?.until) })}`;
}

function dlaQuestions(visit: Visit, benefit: Benefit | undefined, known: Known | undefined): Html {
  const saved = benefit?.which === 'dla' ? benefit : known;
  return html`${rateQuestion(visit, { field: 'dlaCare', label: 'DLA care rate', rates: careRates, saved: saved?.dlaCare })}
${rateQuestion(visit, { field: 'dlaMobility', label: 'DLA mobility rate', rates: mobilityRates, saved: saved?.dlaMobility })}
${letterDates(visit, 'dla', benefit)}`;
}

function pipQuestions(visit: Visit, benefit: Benefit | undefined, known: Known | undefined): Html {
  const saved = benefit?.which === 'pip' ? benefit : known;
  return html`${rateQuestion(visit, { field: 'pipDaily', label: 'PIP daily living rate', rates: pipRates, saved: saved?.pipDaily })}
${rateQuestion(visit, { field: 'pipMobility', label: 'PIP mobility rate', rates: pipRates, saved: saved?.pipMobility })}
${letterDates(visit, 'pip', benefit)}`;
}

/** Which benefit the rates that are known already belong to, as far as they say so. */
function knownBenefit(known: Known | undefined): 'dla' | 'pip' | null {
  const isPaid = (rate: string | null | undefined) => rate !== undefined && rate !== null && rate !== 'none';
  if (isPaid(known?.dlaCare) || isPaid(known?.dlaMobility)) return 'dla';
  return isPaid(known?.pipDaily) || isPaid(known?.pipMobility) ? 'pip' : null;
}

/** DLA or PIP: each part with its rate, and the time for which the letter gives it. */
export const benefitStep = applicationStep({
  name: 'benefit',
  slug: 'benefit',
  title: 'Does your child get DLA or PIP?',
  section: 'Letters',
  isOneQuestion: true,
  schema,
  // What was typed under the benefit that was not chosen is not looked at: those fields may be hidden.
  counts: (field, form) => field === 'which' || field.startsWith(firstValue(form, 'which') || 'dla'),
  toAnswer: toBenefit,
  check: benefitProblem,
  questions: (visit, { benefit, known }) =>
    choiceQuestion(visit, {
      field: 'which',
      label: 'Does your child get DLA or PIP?',
      hint: 'Look at the newest letter about it. It says which rates your child gets.',
      isHeading: true,
      saved: benefit?.which ?? knownBenefit(known),
      options: [
        {
          value: 'dla',
          text: 'Yes, Disability Living Allowance (DLA)',
          conditional: dlaQuestions(visit, benefit, known),
        },
        {
          value: 'pip',
          text: 'Yes, Personal Independence Payment (PIP)',
          conditional: pipQuestions(visit, benefit, known),
        },
        { value: 'none', text: 'No, neither of these' },
      ],
    }),
  rows: ({ benefit }) => (benefit === undefined ? [] : benefitRows(benefit)),
});

const day = (text: string) => formatDate(Temporal.PlainDate.from(text));

function period({ from, until }: { readonly from: string | null; readonly until: string | null }): string {
  if (from === null && until === null) return 'Dates not given';
  if (until === null) return `From ${day(from ?? '')}, with no end`;
  return from === null ? `Until ${day(until)}` : `${day(from)} to ${day(until)}`;
}

function rate(value: string | null): string {
  return value === null ? 'not known' : (rateWords[value] ?? value).toLowerCase();
}

function benefitRows(benefit: Benefit) {
  if (benefit.which === 'none') return [{ question: 'DLA or PIP', answer: 'Neither' }];
  const parts =
    benefit.which === 'dla'
      ? `DLA: care ${rate(benefit.dlaCare)}, mobility ${rate(benefit.dlaMobility)}`
      : `PIP: daily living ${rate(benefit.pipDaily)}, mobility ${rate(benefit.pipMobility)}`;
  return [
    {
      question: 'DLA or PIP',
      answer: html`${parts}<br>${benefit.dated !== null && html`Letter of ${day(benefit.dated)}<br>`}${period(benefit)}`,
    },
  ];
}
