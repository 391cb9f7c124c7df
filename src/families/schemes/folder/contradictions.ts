import type { Condition } from '../domain/expressions.ts';
import { factsInCondition } from '../domain/facts-in.ts';
import { canBeMet } from '../domain/reach.ts';
import type { Criterion, ResultRow, RuleSet, SchemeVersion } from '../domain/scheme.ts';
import { strength } from '../domain/weigh.ts';
import type { SchemeProblem, YamlFile } from './yaml-file.ts';

/** Rules that cannot do what they say: never met, always met, shutting each other out, or never reached. */
export function contradictionsIn(version: SchemeVersion, file: YamlFile): readonly SchemeProblem[] {
  return [...version.rules.values()].flatMap((ruleSet) => {
    const say = (part: 'criteria' | 'results', index: number) => (message: string) => ({
      kind: 'contradiction' as const,
      file: file.path,
      line: file.lineOf(['rules', ruleSet.kind, part, index]),
      message,
    });
    const isPossible = (condition: Condition) => canBeMet(condition, version.facts);
    return [...aloneIn(ruleSet, { say, isPossible }), ...togetherIn(ruleSet, { say, isPossible })];
  });
}

type Tools = {
  say: (part: 'criteria' | 'results', index: number) => (message: string) => SchemeProblem;
  isPossible: (condition: Condition) => boolean;
};

function aloneIn(ruleSet: RuleSet, { say, isPossible }: Tools): readonly SchemeProblem[] {
  return ruleSet.criteria.flatMap(({ id, metWhen }, index) => {
    if (!isPossible(metWhen)) {
      return [say('criteria', index)(`"${id}" can never be met, whatever the facts. Mend its condition.`)];
    }
    if (!isPossible({ kind: 'not', of: metWhen })) {
      return [say('criteria', index)(`"${id}" is always met, so it decides nothing. Mend or remove it.`)];
    }
    return [];
  });
}

function togetherIn(ruleSet: RuleSet, { say, isPossible }: Tools): readonly SchemeProblem[] {
  const { criteria, results } = ruleSet;
  const deciding = criteria.filter((criterion) => criterion.notMet && isPossible(criterion.metWhen));
  const clashes = deciding.flatMap((later, index) =>
    deciding.slice(0, index).flatMap((earlier) => {
      if (isPossible({ kind: 'all', of: [earlier.metWhen, later.metWhen] })) return [];
      const message = `"${later.id}" and "${earlier.id}" can never both be met, so nobody gets past them.`;
      return [say('criteria', criteria.indexOf(later))(`${message} Mend one of the two.`)];
    }),
  );
  if (clashes.length > 0) return clashes;
  return results.flatMap((row, index) => {
    const barring = criteria.filter((criterion) => isBarring(criterion, { ruleSet, outcome: row.outcome }));
    const before = results
      .slice(0, index)
      .filter((earlier) => isSettledBefore(earlier, row))
      .map((earlier): Condition => ({ kind: 'not', of: earlier.when }));
    const reached: Condition = { kind: 'all', of: [...barring.map((c) => c.metWhen), ...before, row.when] };
    if (isPossible(reached)) return [];
    return [
      say(
        'results',
        index,
      )(`"${row.id}" is never reached: a criterion or a row above it always takes its cases.`),
    ];
  });
}

/**
 * Whether it must be known if the earlier row applies once the later one does. A row that is passed over while it
 * is not known leaves its cases to a later one, unless that one needs all the same facts.
 */
function isSettledBefore(earlier: ResultRow, row: ResultRow): boolean {
  if (!earlier.carryOnWhenNotKnown) return true;
  const needed = new Set<string>();
  const isPlain = [row.when, ...(row.when.kind === 'all' ? row.when.of : [])].every(
    (part) => part.kind === 'compare' || part === row.when,
  );
  if (isPlain && (row.when.kind === 'all' || row.when.kind === 'compare')) {
    factsInCondition(row.when, (fact) => needed.add(fact));
  }
  let isCovered = needed.size > 0;
  factsInCondition(earlier.when, (fact) => {
    isCovered &&= needed.has(fact);
  });
  return isCovered;
}

function isBarring(
  criterion: Criterion,
  { ruleSet, outcome }: { ruleSet: RuleSet; outcome: string },
): boolean {
  return (
    criterion.notMet !== null && strength(ruleSet, criterion.notMet.outcome) < strength(ruleSet, outcome)
  );
}
