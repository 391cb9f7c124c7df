import { z } from 'zod';
import { choices, email, optionalChoice, parseForm } from '#platform/web/form.ts';
import { hashOfToken, newToken } from '#platform/web/seal.ts';
import { type Answer, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { messageOf } from '#platform/words/index.ts';
import { asksADay, type Frequency, unconfirmedDays } from '../domain/alert.ts';
import { searchOfForm, searchWithoutTyped } from '../search-of-alert.ts';
import { alertsAskedFor, keepAlert, keepLink } from '../store/alerts.ts';

/** What can be had. */
export const wants = ['alert', 'newsletter'] as const;

const form = z.object({
  email: email('Enter your email address'),
  wants: choices(wants, 'Choose what you want to get'),
  frequency: optionalChoice(['weekly', 'monthly'] as const),
});

/** Where everybody who asks is led, whatever came of it. */
const asksAnswer = '/alerts/check-your-email';

/** What somebody gets who says yes, a line each. */
function wantedInWords(wanted: { search: string; frequency: Frequency } | null, news: boolean): string[] {
  const often = wanted?.frequency === 'weekly' ? 'once a week' : 'once a month';
  return [
    ...(wanted === null
      ? []
      : [`What is new, ${often}, when there is something: ${searchWithoutTyped(wanted.search)}`]),
    ...(news ? ['The newsletter'] : []),
  ];
}

/**
 * Asks, by a message to the address given, whether it wants to be told of what is new. Nothing else is sent to it
 * until its button is pressed. The answer is the same whether or not the address was known, and whether or not it has
 * asked too often today to be written to again.
 */
export async function askForAlerts(visit: Visit): Promise<Answer> {
  const parsed = parseForm(form, visit.form);
  if (!parsed.ok) return wrong(...parsed.refusals);
  const { transaction, authority, clock } = visit;
  const { email: address, wants: wanted } = parsed.value;
  const at = clock.now();
  const asked = { authorityId: authority.id, email: address, since: at.subtract({ hours: 24 }) };
  // The same answer as to everybody: another one would tell a stranger that this address has asked today.
  if ((await alertsAskedFor(transaction, asked)) >= asksADay) return redirect(asksAnswer);
  const alert = wanted.includes('alert')
    ? { search: searchOfForm(visit.form), frequency: parsed.value.frequency ?? ('weekly' as const) }
    : null;
  const wantsNewsletter = wanted.includes('newsletter');
  const id = await keepAlert(transaction, {
    authorityId: authority.id,
    email: address,
    wanted: alert,
    wantsNewsletter,
    at,
  });
  const token = newToken();
  await keepLink(transaction, { authorityId: authority.id, alertId: id, hash: hashOfToken(token), at });
  await visit.send({
    kind: 'alert-confirm',
    isSecret: true,
    to: address,
    ...(await messageOf(visit, {
      templateId: 'alert-confirm',
      fields: {
        wanted: wantedInWords(alert, wantsNewsletter),
        link: `${visit.origin}/alerts/confirm/${token}`,
        days: String(unconfirmedDays),
      },
    })),
  });
  return redirect(asksAnswer);
}
