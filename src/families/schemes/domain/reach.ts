import { evaluate } from './evaluate.ts';
import type { Condition } from './expressions.ts';
import type { FactValue } from './fact-value.ts';
import type { FactDeclarations, FactType } from './facts.ts';
import { unknownIn } from './facts-in.ts';
import { knowing } from './known.ts';

/** More steps than this, and the search gives the rules the benefit of the doubt. */
const stepLimit = 20_000;

/**
 * Whether there are facts that meet the condition. Tries, for every fact, the values at and next to each
 * border that the condition draws. Answers true when it cannot tell, so that a false alarm is impossible;
 * facts that are worked out are taken as free.
 */
export function canBeMet(condition: Condition, declarations: FactDeclarations): boolean {
  const borders = bordersIn(condition);
  const assigned = new Map<string, FactValue>();
  const known = knowing((fact) => assigned.get(fact) ?? null);
  let steps = 0;
  const search = (): boolean => {
    steps += 1;
    const truth = evaluate(condition, known);
    if (truth !== null || steps > stepLimit) return truth ?? true;
    for (const fact of unknownIn(condition, known)) {
      const values = candidates(fact, { declarations, borders });
      if (values.length === 0) continue;
      for (const value of values) {
        assigned.set(fact, value);
        if (search()) return true;
      }
      assigned.delete(fact);
      return false;
    }
    return true;
  };
  return search();
}

type Borders = ReadonlyMap<string, readonly FactValue[]>;

/** The fixed values that each fact is compared with; none for a fact that is compared with other facts. */
function bordersIn(condition: Condition): Borders {
  const borders = new Map<string, FactValue[]>();
  const moving = new Set<string>();
  const visit = (part: Condition): void => {
    if (part.kind === 'not') visit(part.of);
    else if (part.kind === 'all' || part.kind === 'any' || part.kind === 'count') part.of.forEach(visit);
    else if (part.kind === 'compare') {
      for (const other of part.with) {
        if (other.kind === 'value') borders.set(part.fact, [...(borders.get(part.fact) ?? []), other.value]);
        else moving.add(part.fact);
      }
    }
  };
  visit(condition);
  for (const fact of moving) borders.delete(fact);
  return borders;
}

/** Of these there are too many values to try: rules on them get the benefit of the doubt. */
const notTried: ReadonlySet<FactType> = new Set(['choices', 'period', 'postcode', 'list']);

function candidates(
  fact: string,
  { declarations, borders }: { declarations: FactDeclarations; borders: Borders },
): readonly FactValue[] {
  const declaration = declarations.get(fact);
  const values = borders.get(fact) ?? [];
  if (!declaration || values.length === 0) return [];
  if (declaration.type === 'yes or no') return [true, false];
  if (declaration.type === 'choice') return declaration.answers.map((answer) => String(answer.value));
  if (declaration.type === 'whole number' && declaration.answers.length > 0) {
    return declaration.answers.map((answer) => answer.value);
  }
  if (declaration.type === 'text') return [...values, 'something else'];
  if (notTried.has(declaration.type)) return [];
  const around = values.flatMap((value) => neighbours(value));
  const canBeNegative = declaration.type === 'money' || declaration.derivation !== null;
  return [...new Set(around)].filter((value) => canBeNegative || value !== -1);
}

function neighbours(value: FactValue): readonly FactValue[] {
  if (typeof value === 'number') return [value - 1, value, value + 1];
  if (typeof value !== 'string') return [];
  if (value.length > 10) {
    const time = Temporal.PlainDateTime.from(value);
    return [-1, 0, 1].map((minutes) => time.add({ minutes }).toString({ smallestUnit: 'minute' }));
  }
  const date = Temporal.PlainDate.from(value);
  return [-1, 0, 1].map((days) => date.add({ days }).toString());
}
