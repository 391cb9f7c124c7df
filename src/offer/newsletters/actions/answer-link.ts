import { hashOfToken } from '#platform/web/seal.ts';
import { type Answer, notFound, redirect, type Visit } from '#platform/web/visit.ts';
import type { Alert } from '../domain/alert.ts';
import { alertOfLink, confirmAlert, endAlertsOfLink } from '../store/alerts.ts';

/** The request that the link of this visit is for; null where it was stopped, or never was. */
export function alertOfVisit({ transaction, authority, params }: Visit): Promise<Alert | null> {
  return alertOfLink(transaction, {
    authorityId: authority.id,
    hash: hashOfToken(params.token ?? ''),
  });
}

/** Begins what was asked for: whoever has the address has pressed the button. Pressed twice, it is the same. */
export async function confirm(visit: Visit): Promise<Answer> {
  const alert = await alertOfVisit(visit);
  if (alert === null) return notFound('what this link was for');
  await confirmAlert(visit.transaction, {
    authorityId: visit.authority.id,
    id: alert.id,
    at: visit.clock.now(),
  });
  return redirect('/alerts/confirmed');
}

/** Stops all messages to the address and destroys it. Whoever presses twice is told the same. */
export async function stop(visit: Visit): Promise<Answer> {
  const alert = await alertOfVisit(visit);
  if (alert !== null) await endAlertsOfLink(visit.transaction);
  return redirect('/alerts/stopped');
}
