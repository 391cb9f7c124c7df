import {
  type AwardRhythm,
  amountsOn,
  awardOn,
  awardsOfPerson,
  awardWith,
  changesOf,
} from '#families/awards/index.ts';
import type { Pence } from '#kernel/money.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { Listing } from '../domain/listing.ts';

/** An award of money that a signed-in family has now. */
export type AwardThatMayPay = {
  readonly reference: string;
  readonly childName: string;
  readonly amount: Pence;
  readonly per: AwardRhythm;
  /** Whether the listing says that it takes what this award is paid by. */
  readonly isTaken: boolean;
};

/** The awards of money in force today of the signed-in family's children; none for everybody else. */
export async function awardsThatMayPay(visit: Visit, listing: Listing): Promise<readonly AwardThatMayPay[]> {
  const { person, transaction, clock } = visit;
  if (person?.kind !== 'family') return [];
  const authorityId = visit.authority.id;
  const today = clock.today();
  const awards: AwardThatMayPay[] = [];
  for (const summary of await awardsOfPerson(transaction, { authorityId, personId: person.id })) {
    const named = { authorityId, awardId: summary.id };
    const award = await awardWith(transaction, named);
    if (award === null) continue;
    const changes = await changesOf(transaction, named);
    const { amount } = amountsOn(award, changes, today);
    if (awardOn(award, changes, today).standing !== 'running' || amount === null) continue;
    const taken = award.breakKind === 'grant' ? 'short-breaks-grant' : 'direct-payment';
    awards.push({
      reference: award.reference,
      childName: summary.childName,
      amount,
      per: award.per,
      isTaken: listing.accepts.includes(taken),
    });
  }
  return awards;
}
