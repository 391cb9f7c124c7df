import type { Calculation, Items, ListCalculation, Run } from './expressions.ts';
import type { FactType } from './facts.ts';

type Words = {
  readonly say: (part: Calculation, type?: FactType) => string;
  readonly items: (items: Items) => string;
  readonly run: (run: Run) => string;
};

/** A calculation over the entries of a list as a phrase: "the total of amount in payments". */
export function listCalculationInWords(calculation: ListCalculation, { say, items, run }: Words): string {
  switch (calculation.kind) {
    case 'answers-given':
      return `the number of answers in ${say(calculation.of)}`;
    case 'number-of': {
      const what = calculation.different ? `different ${say(calculation.different, 'text')} in ` : '';
      return `the number of ${what}${items(calculation.items)}`;
    }
    case 'longest-run':
      return `the most in a row of ${run(calculation.run)}`;
    case 'total':
    case 'greatest':
    case 'smallest':
      return `the ${calculation.kind} of ${say(calculation.of)} in ${items(calculation.items)}`;
    case 'days-covered': {
      const from = calculation.from ? ` from ${say(calculation.from, 'date')}` : '';
      const to = calculation.to ? ` to ${say(calculation.to, 'date')}` : '';
      return `the days of ${items(calculation.spans.items)}${from}${to}`;
    }
    case 'most-days':
      return `the most days of ${items(calculation.spans.items)} in any ${windowInWords(calculation)}`;
    case 'most-in-window': {
      const what = calculation.of ? `total of ${say(calculation.of)} in` : 'number of';
      return `the greatest ${what} ${items(calculation.items)} in any ${windowInWords(calculation)}`;
    }
  }
}

function windowInWords({ count, unit }: { count: number; unit: string }): string {
  return count === 1 ? unit.slice(0, -1) : `${count} ${unit}`;
}
