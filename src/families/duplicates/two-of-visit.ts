import { isId } from '#kernel/id.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { Holding } from './domain/holding.ts';
import { type Likeness, likenessOf } from './domain/likeness.ts';
import type { Profile } from './domain/profile.ts';
import { mergesOf } from './store/merges.ts';
import { profilesOf } from './store/profiles.ts';
import { whatEachHas } from './store/what-each-has.ts';
import { weighingOn } from './weighing.ts';

/** The two records of an address, how alike they are, and what each has. */
export type Two = {
  readonly one: Profile;
  readonly other: Profile;
  readonly likeness: Likeness;
  readonly holdings: ReadonlyMap<string, Holding>;
};

/** The two records of the address (`:one`, `:other`); null where there are no such two. */
export async function twoOfVisit(visit: Visit): Promise<Two | null> {
  const childIds = [visit.params.one ?? '', visit.params.other ?? ''];
  if (!childIds.every(isId)) return null;
  const of = { authorityId: visit.authority.id, childIds };
  const profiles = await profilesOf(visit.transaction, of);
  const [one, other] = childIds.map((id) => profiles.get(id));
  if (one === undefined || other === undefined || one.id === other.id) return null;
  visit.concerns('child', one.id);
  visit.concerns('child', other.id);
  return {
    one,
    other,
    likeness: likenessOf(one, other, weighingOn(visit.authority, visit.clock.today())),
    holdings: await whatEachHas(visit.transaction, of),
  };
}

/** What each of some records has by itself. */
export const holdingsOf = (visit: Visit, childIds: readonly string[]) =>
  whatEachHas(visit.transaction, { authorityId: visit.authority.id, childIds });

/** Every merge that a record was ever part of. */
export const mergesOfVisit = (visit: Visit, childId: string) =>
  mergesOf(visit.transaction, { authorityId: visit.authority.id, childId });
