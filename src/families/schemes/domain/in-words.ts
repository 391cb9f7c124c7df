import { formatDate } from '#kernel/local-date.ts';
import { formatPounds, pence } from '#kernel/money.ts';
import { formatDecimal, formatDuration, formatNumber } from './duration.ts';
import type { Calculation, Comparison, Condition, DateCalculation, Items, Run } from './expressions.ts';
import type { FactValue } from './fact-value.ts';
import type { FactDeclarations, FactType } from './facts.ts';
import { listCalculationInWords } from './list-in-words.ts';

/** Rules in plain words, for commissioners who compare two versions and for pages that show what a rule looks at. */

/** The name of a fact for people: "child.date_of_birth" is "child date of birth". */
export function nameInWords(fact: string): string {
  return fact.replace(/^.*\[\]\./, '').replaceAll(/[._]/g, ' ');
}

const comparisonWords: Record<Comparison, string> = {
  is: 'is',
  'is not': 'is not',
  under: 'is under',
  'at most': 'is at most',
  'at least': 'is at least',
  over: 'is over',
  'one of': 'is one of',
  'none of': 'is none of',
  includes: 'includes',
  'includes all of': 'includes all of',
  within: 'lies within',
  in: 'lies in',
  'not in': 'does not lie in',
};
const dateWords: Partial<Record<Comparison, string>> = {
  under: 'is before',
  'at most': 'is by',
  'at least': 'is on or after',
  over: 'is after',
};

/** A condition as a phrase: "child age is under 18 and child dla care is highest". */
export function conditionInWords(condition: Condition, facts: FactDeclarations): string {
  const inner = (part: Condition) => {
    const phrase = conditionInWords(part, facts);
    return part.kind === 'all' || part.kind === 'any' ? `(${phrase})` : phrase;
  };
  switch (condition.kind) {
    case 'all':
      return condition.of.map(inner).join(' and ');
    case 'any':
      return condition.of.map(inner).join(' or ');
    case 'not':
      return `not (${conditionInWords(condition.of, facts)})`;
    case 'count':
      return `at least ${condition.atLeast} of: ${condition.of.map(inner).join('; ')}`;
    case 'compare':
      return comparisonInWords(condition, facts);
    case 'some':
      return `at least one of ${itemsInWords(condition.items, facts)}`;
    case 'every':
      return `for every one of ${itemsInWords(condition.items, facts)}: ${conditionInWords(condition.is, facts)}`;
    case 'number': {
      const wanted = calculationInWords(condition.with, { type: 'whole number', facts });
      const what = condition.different ? 'the number of different ones of' : 'the number of';
      return `${what} ${itemsInWords(condition.items, facts)} ${comparisonWords[condition.comparison]} ${wanted}`;
    }
    case 'run': {
      const wanted = calculationInWords(condition.with, { type: 'whole number', facts });
      const what = `the most in a row of ${runInWords(condition.run, facts)}`;
      return `${what}, ${comparisonWords[condition.comparison]} ${wanted}`;
    }
  }
}

/** Entries one after the other: "sessions for which came is missed, in the order of day". */
function runInWords({ items, dated, each }: Run, facts: FactDeclarations): string {
  const day = calculationInWords(dated, { type: 'date', facts });
  return `${itemsInWords(items, facts)} for which ${conditionInWords(each, facts)}, in the order of ${day}`;
}

function comparisonInWords(
  { fact, comparison, with: others }: Extract<Condition, { kind: 'compare' }>,
  facts: FactDeclarations,
): string {
  const type = typeOf(fact, facts);
  const isDate = type === 'date' || type === 'date and time';
  const word = (isDate ? dateWords[comparison] : undefined) ?? comparisonWords[comparison];
  const values = others.map((other) => calculationInWords(other, { type, facts })).join(', ');
  return `${nameInWords(fact)} ${word} ${values}`;
}

/** The type of a fact, or of a field of a list; text when nothing is known of it. */
export function typeOf(name: string, facts: FactDeclarations): FactType {
  const [list = '', field] = name.split('[].');
  if (field === undefined) return name === 'decision.date' ? 'date' : (facts.get(name)?.type ?? 'text');
  return facts.get(list)?.fields.find((one) => one.name === field)?.type ?? 'text';
}

/** The entries of a list that a rule speaks of: "stays where nights is over 3". */
export function itemsInWords({ list, where }: Items, facts: FactDeclarations): string {
  return where ? `${nameInWords(list)} where ${conditionInWords(where, facts)}` : nameInWords(list);
}

/** A value as it stands in a rule; `type` is that of the fact or figure that it belongs to. */
export function valueInWords(value: FactValue, type: FactType): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') {
    if (type === 'money') return formatPounds(pence(value));
    if (type === 'decimal') return formatDecimal(value);
    return type === 'hours' ? formatDuration(value) : formatNumber(value);
  }
  if (typeof value !== 'string') return value.map(String).join(', ');
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatDate(Temporal.PlainDate.from(value));
  if (/^\d{4}-\d\d-\d\dT/.test(value)) {
    return `${value.slice(11)} on ${formatDate(Temporal.PlainDate.from(value.slice(0, 10)))}`;
  }
  return value;
}

/** What a calculation is worked out from, and the type of the fact or figure that it is for. */
export type For = { readonly type: FactType; readonly facts: FactDeclarations };

/** A calculation as a phrase: "the least of £500 and (family cap minus family granted)". */
export function calculationInWords(calculation: Calculation, given: For): string {
  const say = (part: Calculation, type: FactType = given.type) =>
    calculationInWords(part, { ...given, type });
  switch (calculation.kind) {
    case 'value':
      return valueInWords(calculation.value, given.type);
    case 'fact':
      return nameInWords(calculation.fact);
    case 'plus':
    case 'minus':
    case 'times':
      return calculation.of.map((part) => say(part)).join(` ${calculation.kind} `);
    case 'least':
    case 'most':
      return `the ${calculation.kind} of ${calculation.of.map((part) => say(part)).join(' and ')}`;
    case 'share': {
      const { of, part, whole, round } = calculation;
      return `${say(of)} times ${say(part, 'whole number')} divided by ${say(whole, 'whole number')}, rounded ${round}`;
    }
    case 'choose': {
      const options = calculation.options.map(
        ({ when, give }) => `${say(give)} when ${conditionInWords(when, given.facts)}`,
      );
      const rest = calculation.otherwise ? [`otherwise ${say(calculation.otherwise)}`] : [];
      return [...options, ...rest].join('; ');
    }
    case 'number-of':
    case 'answers-given':
    case 'total':
    case 'greatest':
    case 'smallest':
    case 'days-covered':
    case 'most-days':
    case 'longest-run':
    case 'most-in-window':
      return listCalculationInWords(calculation, {
        say,
        items: (items) => itemsInWords(items, given.facts),
        run: (run) => runInWords(run, given.facts),
      });
    default:
      return dateInWords(calculation, say);
  }
}

type Say = (part: Calculation, type?: FactType) => string;

function dateInWords(calculation: DateCalculation, say: Say): string {
  switch (calculation.kind) {
    case 'age':
      return `the age of someone born on ${say(calculation.born, 'date')}, on ${say(calculation.on, 'date')}`;
    case 'school-year':
      return `the school year group, on ${say(calculation.on, 'date')}, of someone born on ${say(calculation.born, 'date')}`;
    case 'birthday':
      return `birthday number ${say(calculation.age, 'whole number')} of someone born on ${say(calculation.born, 'date')}`;
    case 'moved':
    case 'moved-working-days':
    case 'moved-time': {
      const many = calculation.kind === 'moved-working-days' ? 'working days' : calculation.unit;
      const isOne = calculation.by.kind === 'value' && calculation.by.value === 1;
      const unit = isOne ? many.slice(0, -1) : many;
      const from = calculation.kind === 'moved-time' ? calculation.time : calculation.date;
      const direction = calculation.sign > 0 ? 'after' : 'before';
      return `${say(calculation.by, 'whole number')} ${unit} ${direction} ${say(from, 'date')}`;
    }
    case 'between':
    case 'working-days-between': {
      const unit = calculation.kind === 'between' ? calculation.unit : 'working days';
      return `the ${unit} from ${say(calculation.from, 'date')} to ${say(calculation.to, 'date')}`;
    }
    case 'edge':
      return `the ${calculation.edge} of the ${calculation.of.kind} with ${say(calculation.date, 'date')}`;
    case 'near-weekday':
    case 'near-working-day':
      return `the ${calculation.sign > 0 ? 'next' : 'last'} such day by ${say(calculation.date, 'date')}`;
    case 'weekday-of':
      return `the day of the week of ${say(calculation.date, 'date')}`;
    case 'day-of':
      return `the day of ${say(calculation.date, 'date')}`;
    case 'at-time':
      return `${calculation.time} on ${say(calculation.date, 'date')}`;
  }
}
