import { z } from 'zod';
import { type CouncilRounds, inTurn, type Queues } from '#platform/jobs/index.ts';
import { dayOfRegister } from './day-of-register.ts';

/** The queue of the register: each morning before seven. */
export const registerQueues = {
  'day-of-register': { data: z.object({}), at: '40 6 * * *', retries: 3 },
} as const satisfies Queues;

/** Does what the day brings for the register of every council; safe to run again. Gives how many were told and left. */
export async function dayOfEveryRegister(
  rounds: CouncilRounds,
): Promise<{ readonly reminded: number; readonly left: number }> {
  const done = await inTurn(rounds, (turn) => dayOfRegister({ ...turn, at: turn.now }));
  const sum = (of: 'reminded' | 'left') => done.reduce((total, one) => total + one[of], 0);
  return { reminded: sum('reminded'), left: sum('left') };
}
