import { isId } from '#kernel/id.ts';
import type { Person, Visit } from '#platform/web/visit.ts';
import { type Likeness, likenessOf } from './domain/likeness.ts';
import { type Profile, profilesOf } from './store/profiles.ts';
import { type Holding, whatEachHas } from './store/what-each-has.ts';
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

/** The person who is signed in; the route's policy has seen to it that there is one. */
export function signedIn(visit: Visit): Person {
  if (visit.person === null) throw new Error('the policy of this route lets nobody in who is not signed in');
  return visit.person;
}
