import { type Child, childOf } from '#families/register/index.ts';
import { reviewClocksOf } from '#families/reviews/index.ts';
import { isId } from '#kernel/id.ts';
import { mergedChildren } from '#platform/database/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import { type Breach, breachesOn, rulesOn } from './domain/breaches.ts';
import { type PackageOnDay, packageOn, type Support } from './domain/support.ts';
import { packageRulesOf } from './read-rules.ts';
import { packageRows } from './store/households.ts';
import { supportsOf } from './supports-of.ts';

/** One child's package: all that it has, had and will have, what it comes to today, and the rules that it breaks. */
export type PackageFile = {
  readonly child: Child;
  readonly supports: readonly Support[];
  readonly today: PackageOnDay;
  readonly breaches: readonly Breach[];
};

/** Gives the package of the child in the address (`:child`); null where there is no such child. */
export async function packageFile(visit: Visit): Promise<PackageFile | null> {
  const childId = visit.params.child ?? '';
  if (!isId(childId)) return null;
  const { authority, transaction } = visit;
  const authorityId = authority.id;
  const child = await childOf(transaction, { authorityId, childId });
  if (child === null) return null;
  const stays = (await mergedChildren(transaction, authorityId)).stays.get(childId) ?? childId;
  const rows = await packageRows(transaction, {
    authorityId,
    householdIds: [child.householdId],
    since: null,
  });
  const all = supportsOf(rows, reviewClocksOf(authority));
  const own = all.find((one) => one.child.childId === stays)?.supports ?? [];
  const household = all.flatMap(({ supports }) => supports);
  const today = visit.clock.today();
  return {
    child,
    supports: own,
    today: packageOn(own, today),
    breaches: breachesOn({ own, household, rules: rulesOn(packageRulesOf(authority), today) }, today),
  };
}
