import { z } from 'zod';
import { type CouncilRounds, countInTurn, type Queues } from '#platform/jobs/index.ts';
import { remindFamilies } from './remind-families.ts';

/** The queue of reviews: each morning before seven. */
export const reviewQueues = {
  'remind-of-reviews': { data: z.object({}), at: '20 6 * * *', retries: 3 },
} as const satisfies Queues;

/**
 * Tells the families of every council of the reviews that are near; gives of how many. It may run again and
 * again: who was told stands in the database.
 */
export function remindOfReviews(rounds: CouncilRounds): Promise<number> {
  return countInTurn(rounds, remindFamilies);
}
