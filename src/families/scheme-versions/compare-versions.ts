import {
  awardPence,
  type DatedFacts,
  type Decision,
  type Difference,
  decide,
  differencesBetween,
  formatAwardValue,
  type SchemeVersion,
} from '#families/schemes/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import { type Compared, type Effect, effectOf, type Outcome } from './domain/touched.ts';
import { factsOfCurrentAwards } from './store/current-awards.ts';

/** What changes from one version to another, and what it would do to the awards that run now. */
export type VersionsCompared = {
  readonly differences: readonly (Difference & { readonly touched: number | null })[];
  readonly effect: Effect;
};

function outcomeOf(version: SchemeVersion, facts: DatedFacts): Outcome {
  const decision: Decision = decide(version, facts);
  const { award, reasons } = decision;
  const rows = new Set(version.rules.get(decision.rules)?.results.map(({ id }) => id));
  return {
    outcome: decision.outcome,
    award:
      award === null
        ? null
        : Object.entries(award)
            .map(([figure, value]) => `${figure} ${formatAwardValue(value)}`)
            .join(', '),
    pence: awardPence(award),
    criteria: new Map(
      reasons
        .filter(({ criterion }) => !rows.has(criterion))
        .map(({ criterion, met }) => [criterion, met === null ? 'not known' : met ? 'met' : 'not met']),
    ),
    row: reasons.find(({ criterion }) => rows.has(criterion))?.criterion ?? null,
  };
}

/**
 * Compares two versions on the facts of the scheme's current awards, each as it stood on the day of its decision, so
 * that what differs comes from the rules alone and not from a child's birthday since.
 */
export async function compareVersions(
  visit: Visit,
  versions: { readonly older: SchemeVersion; readonly newer: SchemeVersion },
): Promise<VersionsCompared> {
  const { older, newer } = versions;
  const all = await factsOfCurrentAwards(visit.transaction, {
    authorityId: visit.authority.id,
    schemeId: older.schemeId,
    on: visit.clock.today(),
  });
  const compared: Compared[] = all.map((facts) => ({
    older: outcomeOf(older, facts as DatedFacts),
    newer: outcomeOf(newer, facts as DatedFacts),
  }));
  const effect = effectOf(compared);
  return {
    effect,
    differences: differencesBetween(older, newer).map((difference) => ({
      ...difference,
      touched: touchedAt(difference.place, effect),
    })),
  };
}

/** Only eligibility decides awards; what is said elsewhere, or in a term, touches none of them by itself. */
function touchedAt(place: string, effect: Effect): number | null {
  const id = /^eligibility: (.+)$/.exec(place)?.[1];
  return id === undefined ? null : (effect.touchedBy.get(id) ?? 0);
}
