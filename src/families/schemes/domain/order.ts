import { calculate } from './calculate.ts';
import type { Calculation } from './expressions.ts';
import type { FactValue } from './fact-value.ts';
import type { DatedFacts } from './facts.ts';
import { factsInCalculation, unknownIn } from './facts-in.ts';
import type { Known } from './knowledge.ts';
import { knownFacts } from './known.ts';
import type { OrderKey, SchemeVersion } from './scheme.ts';

/** One case on a waiting list. */
export type WaitingCase = { readonly id: string; readonly facts: DatedFacts };

/** One case in its place. */
export type PlacedCase = {
  readonly id: string;
  /** One for the first. Cases that no part of the rule tells apart share a place. */
  readonly place: number;
  /** The part of the rule that put the case behind the one before it; null for the first and for a shared place. */
  readonly behindBy: string | null;
  /** What each part of the rule saw, in its order; null: not known, which comes after all that is known. */
  readonly seen: readonly { readonly key: string; readonly value: FactValue | null }[];
  /** The facts that are not known and could change the place. */
  readonly missing: readonly string[];
};

/**
 * Puts waiting cases into the order of the version's published rule, the first part of which counts most. What
 * is not known of a case comes after what is known. `lot` gives each case its ticket where the rule draws lots;
 * without it such cases share a place. A version without a waiting list has no order: null. The order in which
 * the cases are given changes nothing.
 */
export function orderOf(asked: {
  version: SchemeVersion;
  cases: readonly WaitingCase[];
  lot?: (id: string) => string;
}): readonly PlacedCase[] | null {
  const list = asked.version.waitingList;
  if (list === null) return null;
  const lot = asked.lot ?? (() => '');
  const ranked = asked.cases.map(({ id, facts }) => {
    const known = knownFacts(asked.version.facts, facts);
    return { id, known, ranks: list.order.map((key) => rankOf(key, { known, ticket: lot(id) })) };
  });
  ranked.sort((a, b) => compareRanks(a.ranks, b.ranks) || compareText(a.id, b.id));
  const placed: PlacedCase[] = [];
  for (const [index, { id, known, ranks }] of ranked.entries()) {
    const before = ranked[index - 1];
    const differs = before ? ranks.findIndex((rank, at) => compareRank(before.ranks[at], rank) !== 0) : -1;
    const place = before && differs < 0 ? (placed[index - 1]?.place ?? 1) : index + 1;
    const seen = list.order.map((key, at) => ({ key: key.id, value: ranks[at]?.shown ?? null }));
    const missing = new Set(list.order.flatMap((key) => missingFor(key, known)));
    placed.push({ id, place, behindBy: list.order[differs]?.id ?? null, seen, missing: [...missing] });
  }
  return placed;
}

/** Where a case stands by one part of the rule: the lower the earlier; null when it is not known. */
type Rank = {
  readonly by: number | string | null;
  readonly isTurned: boolean;
  readonly shown: FactValue | null;
};

function rankOf(key: OrderKey, { known, ticket }: { known: Known; ticket: string }): Rank {
  switch (key.kind) {
    case 'first-when': {
      const truth = known.isMet(key.when);
      return { by: truth === null ? null : truth ? 0 : 1, isTurned: false, shown: truth };
    }
    case 'lot':
      return { by: ticket, isTurned: false, shown: ticket };
    case 'listed': {
      const value = calculate(key.of, known);
      const place = value === null ? -1 : key.values.indexOf(value);
      return { by: place < 0 ? null : place, isTurned: false, shown: value };
    }
    case 'highest':
    case 'lowest': {
      const value = calculate(key.of, known);
      const by = typeof value === 'number' || typeof value === 'string' ? value : null;
      return { by, isTurned: key.kind === 'highest', shown: by };
    }
  }
}

function compareRanks(a: readonly Rank[], b: readonly Rank[]): number {
  for (const [index, rank] of a.entries()) {
    const order = compareRank(rank, b[index]);
    if (order !== 0) return order;
  }
  return 0;
}

function compareRank(a: Rank | undefined, b: Rank | undefined): number {
  const [one, other] = [a?.by ?? null, b?.by ?? null];
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  const order = one < other ? -1 : Number(one > other);
  return a?.isTurned ? 0 - order : order;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function missingFor(key: OrderKey, known: Known): readonly string[] {
  if (key.kind === 'lot') return [];
  if (key.kind === 'first-when') return unknownIn(key.when, known);
  return calculate(key.of, known) === null
    ? factsOf(key.of).filter((fact) => known.valueOf(fact) === null)
    : [];
}

function factsOf(calculation: Calculation): readonly string[] {
  const facts: string[] = [];
  factsInCalculation(calculation, (fact) => facts.push(fact));
  return facts;
}
