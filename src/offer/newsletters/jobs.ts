import { z } from 'zod';
import { dateInEngland } from '#kernel/clock.ts';
import { searchOffer, slugsAddedSince } from '#offer/directory/index.ts';
import { type CouncilRounds, type CouncilTurn, countInTurn, type Queues } from '#platform/jobs/index.ts';
import { messageOf } from '#platform/words/index.ts';
import { type Alert, nextDigestOn, unconfirmedDays } from './domain/alert.ts';
import { searchByNow, searchInWords } from './search-of-alert.ts';
import { sendIssues } from './send-issues.ts';
import { stopAddress } from './stop-address.ts';
import { confirmedAlerts, endUnconfirmed, noteTold } from './store/alerts.ts';

/** The queues of newsletters: digests each morning after seven, newsletters soon after they were sent off. */
export const newsletterQueues = {
  'send-digests': { data: z.object({}), at: '10 7 * * *', retries: 3 },
  'send-newsletters': { data: z.object({}), at: '*/5 * * * *', retries: 3 },
} as const satisfies Queues;

/**
 * Tells everybody whose day it is of what is new for them, and forgets the requests that nobody confirmed. Gives how
 * many digests were sent. It may run again and again: up to when somebody was told stands in the database.
 */
export function sendDigests(rounds: CouncilRounds): Promise<number> {
  return countInTurn(rounds, async (sending) => {
    const { transaction, authority, clock } = sending;
    await endUnconfirmed(transaction, {
      authorityId: authority.id,
      before: clock.now().subtract({ hours: 24 * unconfirmedDays }),
    });
    let sent = 0;
    for (const alert of eachOnce(await confirmedAlerts(transaction, { authorityId: authority.id })))
      if (await tell(sending, alert)) sent += 1;
    return sent;
  });
}

/** Sends the newsletters that were sent off to who has not got them yet. Gives how many messages were queued. */
export function sendNewsletters(rounds: CouncilRounds): Promise<number> {
  return countInTurn(rounds, sendIssues);
}

/** Of those who asked for the same search twice, the newest request: nobody gets one digest twice. */
function eachOnce(alerts: readonly Alert[]): readonly Alert[] {
  const newest = new Map<string, Alert>();
  for (const alert of alerts) {
    const key = `${alert.email.toLowerCase()} ${alert.wanted?.search}`;
    const other = newest.get(key);
    // Identifiers rise with the time at which they are made, also within one moment.
    if (other === undefined || other.id < alert.id) newest.set(key, alert);
  }
  return [...newest.values()];
}

async function tell(sending: CouncilTurn, alert: Alert): Promise<boolean> {
  const { authority, transaction, clock, origin } = sending;
  const now = clock.now();
  const today = dateInEngland(now);
  if (alert.wanted === null) return false;
  const next = nextDigestOn(dateInEngland(alert.toldUntil), alert.wanted.frequency);
  if (Temporal.PlainDate.compare(next, today) > 0) return false;
  const told = { authorityId: authority.id, id: alert.id, before: alert.toldUntil, until: now };
  if (!(await noteTold(transaction, told))) return false;
  const asked = { search: alert.wanted.search, askedOn: dateInEngland(alert.askedAt) };
  const query = searchByNow(asked, today);
  const found = await newFor(sending, { query, since: alert.toldUntil, today });
  if (found.length === 0) return false;
  await sending.send({
    kind: 'alert-digest',
    isSecret: true,
    to: alert.email,
    ...(await messageOf(sending, {
      templateId: 'alert-digest',
      fields: {
        count: found.length === 1 ? '1 new short break' : `${found.length} new short breaks`,
        search: searchInWords(query.toString()),
        found: found.map(({ title, slug }) => `${title}: ${origin}/find/${slug}`),
        link: `${origin}/find?${query}`,
        stop: await stopAddress(sending, alert.id),
      },
    })),
  });
  return true;
}

/** So many pages of a search are looked through; what is newest stands first. */
const mostPages = 20;

/** What fits a search and was not in the directory at a moment before. */
async function newFor(
  { transaction, authority }: CouncilTurn,
  given: {
    readonly query: URLSearchParams;
    readonly since: Temporal.Instant;
    readonly today: Temporal.PlainDate;
  },
): Promise<readonly { readonly title: string; readonly slug: string }[]> {
  const added = await slugsAddedSince(transaction, { authorityId: authority.id, ...given });
  const found: { title: string; slug: string }[] = [];
  if (added.size === 0) return found;
  for (let number = 1; number <= mostPages; number += 1) {
    const query = new URLSearchParams(given.query);
    query.set('order', 'newest');
    query.set('page', String(number));
    const answer = await searchOffer(transaction, {
      authorityId: authority.id,
      query,
      today: given.today,
      localities: authority.localities,
    });
    for (const { listing } of answer.found.listings)
      if (added.has(listing.slug)) found.push({ title: listing.title, slug: listing.slug });
    if (number >= answer.found.pages) break;
  }
  return found;
}
