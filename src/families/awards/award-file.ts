import { type Child, childOf } from '#families/register/index.ts';
import { isId } from '#kernel/id.ts';
import { type Pence, sumPence } from '#kernel/money.ts';
import { promisedOfAward } from '#money/ledger/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { Award } from './domain/award.ts';
import { type AwardChange, type AwardOnDay, awardOn } from './domain/change.ts';
import type { Raise } from './domain/raise.ts';
import { awardWith } from './store/awards.ts';
import { changesOf } from './store/changes.ts';
import { raisesOf } from './store/raises.ts';

/** An award with all that happened to it, as a practitioner's page needs it. */
export type AwardFile = {
  readonly award: Award;
  readonly child: Child;
  readonly changes: readonly AwardChange[];
  readonly raises: readonly Raise[];
  readonly today: AwardOnDay;
  /** What the ledger holds for it; null where no fund pays it. */
  readonly promised: Pence | null;
};

/** Gives the award of the address (`:award`) as a practitioner sees it; null where there is none. */
export async function awardFile(visit: Visit): Promise<AwardFile | null> {
  const awardId = visit.params.award ?? '';
  if (!isId(awardId)) return null;
  const { transaction } = visit;
  const named = { authorityId: visit.authority.id, awardId };
  const award = await awardWith(transaction, named);
  if (award === null) return null;
  const child = await childOf(transaction, { authorityId: named.authorityId, childId: award.childId });
  if (child === null) throw new Error('an award is for a child of the register');
  const changes = await changesOf(transaction, named);
  const promised = await promisedOfAward(transaction, named);
  return {
    award,
    child,
    changes,
    raises: await raisesOf(transaction, named),
    today: awardOn(award, changes, visit.clock.today()),
    promised: promised.length === 0 ? null : sumPence(promised.map(({ amount }) => amount)),
  };
}

/** The household of the award in the address (`:award`); null where there is no such award. */
export async function householdOfAwardInPath(visit: Visit): Promise<string | null> {
  const awardId = visit.params.award ?? '';
  if (!isId(awardId)) return null;
  const award = await awardWith(visit.transaction, { authorityId: visit.authority.id, awardId });
  return award?.householdId ?? null;
}

/** The child of the award in the address (`:award`); null where there is no such award. */
export async function childOfAwardInPath(visit: Visit): Promise<string | null> {
  const awardId = visit.params.award ?? '';
  if (!isId(awardId)) return null;
  const award = await awardWith(visit.transaction, { authorityId: visit.authority.id, awardId });
  return award?.childId ?? null;
}
