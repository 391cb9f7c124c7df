import { fullName } from '#families/register/index.ts';
import type { Pence } from '#kernel/money.ts';
import { backLink, button, details } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { choiceQuestion, lineQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { type Answer, notFound, page, redirect, type Visit } from '#platform/web/visit.ts';
import { type PlanAmount, planRhythms } from '../domain/cost.ts';
import { type PlanLine, planBreakKinds, planPayers, planWays } from '../domain/plan.ts';
import { formatRatio, ratios } from '../domain/prices.ts';
import { planFileOf } from '../plan-file.ts';
import { costTable } from './cost-table.ts';
import { kindNames, payerNames, rhythmWords, wayNames } from './words.ts';

/** One line of a draft plan: need, outcome, support, amount, price, why. */
export async function linePage(visit: Visit): Promise<Answer> {
  const file = await planFileOf(visit);
  const lineId = visit.params.line ?? '';
  const line = file?.lines.find((one) => one.id === lineId);
  if (file === null || (line === undefined && lineId !== 'new')) return notFound('a line');
  const back = `/practitioners/plans/${file.plan.id}`;
  if (file.plan.state !== 'draft' && visit.formState.refusals.length === 0) return redirect(back);
  const title = line === undefined ? 'Add a line' : `Line ${file.lines.indexOf(line) + 1}`;
  return page({
    title: `${title}: plan for ${fullName(file.child)}`,
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: back, text: `Plan for ${fullName(file.child)}` }),
    main: html`${errorsOf(visit)}<span class="govuk-caption-l">Plan for ${fullName(file.child)}</span><h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">A line is complete when it says need, outcome, support, amount, cost and why. Until then, save it as a draft.</p>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${formTo(
  visit,
  html`${whatFor(visit, line)}${howMuch(visit, line)}${how(visit, line)}
<div class="govuk-button-group">${button({ text: 'Save as complete', name: 'save', value: 'complete', preventDoubleClick: true })}${button({ text: 'Save as a draft', name: 'save', value: 'draft', classes: 'govuk-button--secondary', preventDoubleClick: true })}</div>`,
)}</div></div>
${line?.amount !== undefined && line.amount !== null && line.amount.measure !== 'money' && details({ summaryText: 'What this costs at each ratio and in each way', open: true, html: costTable({ amount: line.amount, prices: file.prices }) })}`,
  });
}

function whatFor(visit: Visit, line: PlanLine | undefined): Html {
  return html`${wordsQuestion(visit, { field: 'need', label: 'Need', hint: 'What in the assessment this answers.', saved: line?.need, rows: 3 })}
${wordsQuestion(visit, { field: 'outcome', label: 'Outcome', hint: 'What will be different, so that everybody can see it.', saved: line?.outcome, rows: 3 })}
${wordsQuestion(visit, { field: 'support', label: 'Support', hint: 'What is given.', saved: line?.support, rows: 2 })}
${wordsQuestion(visit, { field: 'why', label: 'Why', hint: 'How this support, this much of it and in this way, meets the need, and why less or something else would not.', saved: line?.why, rows: 4 })}`;
}

/** Pence as they are typed into a box: "138.25". */
function plainPounds(amount: Pence | null): string {
  if (amount === null) return '';
  const rest = String(amount % 100).padStart(2, '0');
  return rest === '00' ? String(amount / 100) : `${(amount - (amount % 100)) / 100}.${rest}`;
}

/** Minutes as they are typed into a box: "3" or "1:45". */
function plainHours(minutes: number): string {
  const rest = minutes % 60;
  const hours = (minutes - rest) / 60;
  return rest === 0 ? String(hours) : `${hours}:${String(rest).padStart(2, '0')}`;
}

function howMuch(visit: Visit, line: PlanLine | undefined): Html {
  const amount: PlanAmount | null = line?.amount ?? null;
  return html`${choiceQuestion(visit, {
    field: 'measure',
    label: 'How much?',
    saved: amount?.measure ?? null,
    options: [
      {
        value: 'hours',
        text: 'Hours',
        conditional: lineQuestion(visit, {
          field: 'hours',
          label: 'How many hours',
          hint: 'Like 3, 2.5 or 1:45',
          width: 5,
          saved: amount?.measure === 'hours' ? plainHours(amount.minutes) : '',
        }),
      },
      {
        value: 'nights',
        text: 'Nights',
        conditional: lineQuestion(visit, {
          field: 'nights',
          label: 'How many nights',
          width: 4,
          inputmode: 'numeric',
          saved: amount?.measure === 'nights' ? String(amount.nights) : '',
        }),
      },
      {
        value: 'money',
        text: 'Money',
        conditional: lineQuestion(visit, {
          field: 'money',
          label: 'How many pounds',
          width: 10,
          prefix: '£',
          saved: amount?.measure === 'money' ? plainPounds(amount.amount) : '',
        }),
      },
    ],
  })}
${choiceQuestion(visit, { field: 'per', label: 'How often?', saved: amount?.per ?? null, options: planRhythms.map((value) => ({ value, text: rhythmWords[value] })) })}
${lineQuestion(visit, { field: 'unit', label: 'What one hour or one night costs', hint: 'Leave it empty for money. The cost in a year is worked out from it.', width: 10, prefix: '£', saved: amount === null || amount.measure === 'money' ? '' : plainPounds(amount.unit) })}
${choiceQuestion(visit, { field: 'ratio', label: 'Staff to children (optional)', isInline: true, saved: line?.ratioTwelfths === null || line === undefined ? null : String(line.ratioTwelfths), options: ratios.map((value) => ({ value: String(value), text: formatRatio(value) })) })}`;
}

function how(visit: Visit, line: PlanLine | undefined): Html {
  const options = <T extends string>(values: readonly T[], names: Readonly<Record<T, string>>) =>
    values.map((value) => ({ value, text: names[value] }));
  return html`${choiceQuestion(visit, { field: 'breakKind', label: 'What kind of support is it?', saved: line?.breakKind ?? null, options: options(planBreakKinds, kindNames) })}
${choiceQuestion(visit, { field: 'way', label: 'How does the family have it?', hint: 'Where it can be a direct payment, the family is asked which it would like.', saved: line?.way ?? null, options: options(planWays, wayNames) })}
${choiceQuestion(visit, { field: 'paidBy', label: 'Who pays?', saved: line?.paidBy ?? 'council', options: options(planPayers, payerNames) })}
${choiceQuestion(visit, {
  field: 'legalBasis',
  label: 'Under which law are nights given? (for nights only)',
  saved: line?.legalBasis ?? null,
  options: [
    {
      value: 'section-17',
      text: 'Section 17(6)',
      hint: 'The child is not looked after; looked at again at least every 6 months.',
    },
    {
      value: 'section-20',
      text: 'Section 20(4), a series of short breaks',
      hint: 'Always for the panel. No stay over 17 days, 75 days in any 12 months.',
    },
  ],
})}`;
}
