import type { Visit } from '#platform/web/visit.ts';
import { type Consultation, consultationsOf } from '../store/consultations.ts';

type Asking = Pick<Visit, 'transaction' | 'authority' | 'clock'>;

/** Whether a consultation runs on a day: its first and its last day are in it. */
export function runsOn({ opensOn, closesOn }: Consultation, day: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(opensOn, day) <= 0 && Temporal.PlainDate.compare(closesOn, day) >= 0;
}

/** The consultation that runs today; null where families are not asked. */
export async function openConsultation({
  transaction,
  authority,
  clock,
}: Asking): Promise<Consultation | null> {
  const all = await consultationsOf(transaction, { authorityId: authority.id });
  return all.findLast((one) => runsOn(one, clock.today())) ?? null;
}

/** The newest consultation, running or not; null where there never was one. */
export async function newestConsultation({ transaction, authority }: Asking): Promise<Consultation | null> {
  const all = await consultationsOf(transaction, { authorityId: authority.id });
  return all.at(-1) ?? null;
}
