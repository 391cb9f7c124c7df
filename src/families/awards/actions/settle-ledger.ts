import { pence } from '#kernel/money.ts';
import { promisedOfAward, recordCommitment, recordRelease } from '#money/ledger/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { AwardFile } from '../award-file.ts';
import type { AwardChange } from '../domain/change.ts';
import { differenceBy } from '../domain/promised.ts';

/**
 * Brings the money that is promised for an award to what the award comes to after a change: what is not needed
 * goes back to its fund, what is needed more is promised from it. Nothing where no fund pays the award.
 */
export async function settleLedger(visit: Visit, file: AwardFile, change: AwardChange): Promise<void> {
  const { transaction, authority } = visit;
  const named = { authorityId: authority.id, awardId: file.award.id };
  const promised = await promisedOfAward(transaction, named);
  const newest = promised[0];
  if (newest === undefined) return;
  const difference = differenceBy(file.award, file.changes, [...file.changes, change]);
  const entry = {
    ...named,
    datedOn: visit.clock.today(),
    recordedAt: change.changedAt,
    recordedBy: change.changedBy,
    changeId: change.id,
  };
  if (difference > 0)
    await recordCommitment(transaction, {
      ...entry,
      fund: newest.fund,
      childId: file.award.childId,
      amount: difference,
    });
  if (difference >= 0) return;
  const there = promised.reduce((sum, { amount }) => sum + amount, 0);
  const amount = pence(Math.min(-difference, there));
  if (amount > 0) await recordRelease(transaction, { ...entry, amount });
}
