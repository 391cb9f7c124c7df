// What the lists and counts of children and of the register read.
import type { Visit } from '#platform/web/visit.ts';
import { visitorOf } from './child-visit.ts';
import { childrenAPage, readChildSearch } from './domain/child-search.ts';
import type { RegisterState } from './domain/disability-register.ts';
import { householdsHiddenFrom } from './kept-away.ts';
import { countChildren, findChildren, type ListedChild } from './store/find-children.ts';
import {
  type CountedFact,
  countsByDistrict,
  countsByFact,
  countsOfRegister,
  entriesIn,
  type ListedEntry,
} from './store/register-lists.ts';

export type { ListedChild } from './store/find-children.ts';
export { type CountedFact, countedFacts, type ListedEntry } from './store/register-lists.ts';

/** One page of the children found for what was typed, without the households kept from this practitioner. */
export type FoundChildren = {
  readonly children: readonly ListedChild[];
  readonly total: number;
  readonly number: number;
  readonly last: number;
};

/** Gives a page of the children found; a page that is not there is the nearest one. */
export async function foundChildren(
  visit: Visit,
  asked: { readonly typed: string; readonly page: number },
): Promise<FoundChildren> {
  const search = {
    authorityId: visit.authority.id,
    search: readChildSearch(asked.typed),
    hidden: await householdsHiddenFrom(visit, visitorOf(visit)),
  };
  const total = await countChildren(visit.transaction, search);
  const last = Math.max(1, Math.ceil(total / childrenAPage));
  const number = Number.isInteger(asked.page) ? Math.min(Math.max(asked.page, 1), last) : 1;
  const children = await findChildren(visit.transaction, {
    ...search,
    limit: childrenAPage,
    offset: (number - 1) * childrenAPage,
    today: visit.clock.today(),
  });
  return { children, total, number, last };
}

/** The entries of the register in one state, and how many there are in each. */
export async function registerIn(
  visit: Visit,
  asked: { readonly state: RegisterState; readonly limit: number },
): Promise<{ readonly entries: readonly ListedEntry[]; readonly counts: ReadonlyMap<string, number> }> {
  const of = {
    authorityId: visit.authority.id,
    hidden: await householdsHiddenFrom(visit, visitorOf(visit)),
  };
  return {
    entries: await entriesIn(visit.transaction, { ...of, ...asked, offset: 0 }),
    counts: await countsOfRegister(visit.transaction, of),
  };
}

/** How many children of the register have each answer to a fact. */
export const registerByFact = (visit: Visit, fact: CountedFact) =>
  countsByFact(visit.transaction, { authorityId: visit.authority.id, fact });

/** How many children of the register live in each district. */
export const registerByDistrict = (visit: Visit) =>
  countsByDistrict(visit.transaction, { authorityId: visit.authority.id });
