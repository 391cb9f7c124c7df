import { type Award, awardsOfChildren } from '#families/awards/index.ts';
import { type Criterion, type SchemeVersion, schemesOf } from '#families/schemes/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import { reaches } from './domain/milestone.ts';
import type { Growing } from './store/entries.ts';

type Condition = Criterion['metWhen'];

/** An award that goes on after the age up to which its scheme gives it. */
export type TooLong = { readonly award: Award; readonly age: number; readonly day: Temporal.PlainDate };

/** The age at which a condition ends to be met, where it names one: "under 18" and "at most 17" both end at 18. */
function limitOf(condition: Condition): number | null {
  if (condition.kind === 'all') {
    const limits = condition.of.map(limitOf).filter((one) => one !== null);
    return limits.length === 0 ? null : Math.min(...limits);
  }
  if (condition.kind !== 'compare' || condition.fact !== 'child.age') return null;
  const [first] = condition.with;
  if (first?.kind !== 'value' || typeof first.value !== 'number') return null;
  if (condition.comparison === 'under') return first.value;
  return condition.comparison === 'at most' ? first.value + 1 : null;
}

/** The age at which a version of a scheme ends to be for somebody; null where it names none in years. */
export function ageLimitOf(version: SchemeVersion): number | null {
  const criteria = version.rules.get('eligibility')?.criteria ?? [];
  const limits = criteria.map(({ metWhen }) => limitOf(metWhen)).filter((one) => one !== null);
  return limits.length === 0 ? null : Math.min(...limits);
}

/**
 * The awards of these children that run past the age limit of their scheme; for an award without a scheme, or whose
 * scheme names no age, past 18. Only those count that still run.
 */
export async function awardsTooLong(
  visit: Pick<Visit, 'authority' | 'transaction' | 'clock'>,
  children: readonly Growing[],
): Promise<ReadonlyMap<string, readonly TooLong[]>> {
  const schemes = await schemesOf(visit.authority.folder);
  const today = visit.clock.today();
  const awards = await awardsOfChildren(visit.transaction, {
    authorityId: visit.authority.id,
    childIds: children.map(({ id }) => id),
  });
  const born = new Map(children.map(({ id, bornOn }) => [id, bornOn]));
  const found = awards.flatMap((award) => {
    const bornOn = born.get(award.childId);
    if (bornOn === undefined || Temporal.PlainDate.compare(award.endsOn, today) < 0) return [];
    const version = schemes
      .find(({ id }) => id === award.schemeId)
      ?.versions.find(({ id }) => id === award.versionId);
    const age = (version === undefined ? null : ageLimitOf(version)) ?? 18;
    const day = reaches(bornOn, { years: age, months: 0 });
    return Temporal.PlainDate.compare(award.endsOn, day) >= 0 ? [{ award, age, day }] : [];
  });
  return Map.groupBy(found, ({ award }) => award.childId);
}
