import type { Visit } from '#platform/web/visit.ts';
import type { Ground } from './domain/choice.ts';
import { recommendedGiving } from './domain/recommendation.ts';
import { fundNow, wouldPass } from './fund.ts';
import type { Reading } from './reading.ts';

/** What a choice is settled against: the reading, and whether the fund still has room for what it recommends. */
export async function groundToSettle(
  visit: Pick<Visit, 'authority' | 'transaction' | 'clock'>,
  reading: Reading,
): Promise<Ground> {
  const { recommendation, bands } = reading;
  const amount =
    recommendedGiving(recommendation)?.amount ??
    (recommendation.kind === 'judge' ? (recommendation.lowest?.amount ?? null) : null);
  const isFundSpent = amount !== null && wouldPass(await fundNow(visit, reading.says.scheme), amount);
  return { recommendation, bands, isFundSpent };
}
