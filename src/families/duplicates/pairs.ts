import { householdsHiddenFrom } from '#families/register/index.ts';
import type { Person, Visit } from '#platform/web/visit.ts';
import { type Likeness, likenessOf } from './domain/likeness.ts';
import type { Profile } from './domain/profile.ts';
import { type Candidate, candidatesFor, candidatesOfCouncil, type LookedFor } from './store/candidates.ts';
import { profilesOf, recordsSince } from './store/profiles.ts';
import { toldApart } from './store/told-apart.ts';
import { weighingOn } from './weighing.ts';

/** Two records that may be one child, and why. */
export type Pair = { readonly one: Profile; readonly other: Profile; readonly likeness: Likeness };

type Asked = Pick<Visit, 'authority' | 'transaction' | 'clock'>;

/**
 * Every two records of the council that may be one child, the likest first, without those that somebody told apart
 * and without the households that are kept from this practitioner.
 */
export async function pairsToLookAt(visit: Asked, person: Person): Promise<readonly Pair[]> {
  const of = { authorityId: visit.authority.id };
  return toLookAt(visit, person, await candidatesOfCouncil(visit.transaction, of));
}

/** So many of the newest records are held against the others where somebody's list of work is made. */
const newest = 100;

/** The pairs that the newest records make, of the last two weeks: quickly, however large the council is. */
export async function newPairsToLookAt(visit: Asked, person: Person): Promise<readonly Pair[]> {
  const authorityId = visit.authority.id;
  const since = visit.clock.now().subtract({ hours: 14 * 24 });
  const childIds = await recordsSince(visit.transaction, { authorityId, since, limit: newest });
  const profiles = await profilesOf(visit.transaction, { authorityId, childIds });
  const people = [...profiles.values()].map(({ id, ...known }) => ({ key: id, ...known }));
  const once = new Map<string, Candidate>();
  for (const found of await candidatesFor(visit.transaction, { authorityId, people })) {
    const [key = '', childId = ''] = [found.key, found.childId].toSorted();
    if (key !== childId) once.set(`${key} ${childId}`, { key, childId });
  }
  return toLookAt(visit, person, [...once.values()]);
}

async function toLookAt(
  visit: Asked,
  person: Person,
  candidates: readonly Candidate[],
): Promise<readonly Pair[]> {
  const authorityId = visit.authority.id;
  const childIds = [...new Set(candidates.flatMap(({ key, childId }) => [key, childId]))];
  const profiles = await profilesOf(visit.transaction, { authorityId, childIds });
  const apart = await toldApart(visit.transaction, { authorityId });
  const hidden = new Set(await householdsHiddenFrom(visit, person));
  const weighing = weighingOn(visit.authority, visit.clock.today());
  const pairs: Pair[] = [];
  for (const { key, childId } of candidates) {
    const [one, other] = [profiles.get(key), profiles.get(childId)];
    if (one === undefined || other === undefined || apart.has(`${key} ${childId}`)) continue;
    if (hidden.has(one.householdId) || hidden.has(other.householdId)) continue;
    const likeness = likenessOf(one, other, weighing);
    if (likeness.verdict !== 'no') pairs.push({ one, other, likeness });
  }
  return pairs.toSorted(
    (one, other) => other.likeness.points - one.likeness.points || (one.one.id < other.one.id ? -1 : 1),
  );
}

/** Somebody who is not loaded yet, and the child of the register who is most like them. */
export type Found = { readonly child: Profile; readonly likeness: Likeness };

/** For each of these people by their key: the child of the register who surely or perhaps is the same, the likest. */
export async function likestOf(
  visit: Asked,
  people: readonly (LookedFor & { readonly preferredName: string | null })[],
): Promise<ReadonlyMap<string, Found>> {
  const authorityId = visit.authority.id;
  const candidates = await candidatesFor(visit.transaction, { authorityId, people });
  const childIds = [...new Set(candidates.map(({ childId }) => childId))];
  const profiles = await profilesOf(visit.transaction, { authorityId, childIds });
  const weighing = weighingOn(visit.authority, visit.clock.today());
  const byKey = new Map(people.map((one) => [one.key, one]));
  const found = new Map<string, Found>();
  for (const { key, childId } of candidates) {
    const [person, child] = [byKey.get(key), profiles.get(childId)];
    if (person === undefined || child === undefined) continue;
    const likeness = likenessOf({ ...person, earlierPostcodes: [] }, child, weighing);
    if (likeness.verdict === 'no') continue;
    const best = found.get(key);
    if (best === undefined || best.likeness.points < likeness.points) found.set(key, { child, likeness });
  }
  return found;
}
