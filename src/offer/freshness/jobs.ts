import { z } from 'zod';
import { formatDate } from '#kernel/local-date.ts';
import {
  type FreshnessRules,
  freshnessOf,
  hiddenFrom,
  remindersDue,
  stageOf,
} from '#offer/directory/index.ts';
import { peopleOfProviders } from '#offer/listing-desk/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Transaction } from '#platform/database/index.ts';
import { type CouncilRounds, type CouncilTurn, countInTurn, type Queues } from '#platform/jobs/index.ts';
import { hashOfToken, newToken } from '#platform/web/seal.ts';
import { messageOf } from '#platform/words/index.ts';
import {
  type Checked,
  checkedListings,
  keepHiddenAfter,
  keepReminder,
  remindersSent,
} from './store/reminders.ts';

/** The queue of freshness: each morning before seven. */
export const freshnessQueues = {
  'remind-of-listings': { data: z.object({}), at: '40 6 * * *', retries: 3 },
} as const satisfies Queues;

/**
 * Reminds every council's providers of the listings that are due to be checked; gives of how many listings. It may run
 * again and again: each reminder goes once, and after a long pause the newest alone.
 */
export function remindOfListings(rounds: CouncilRounds): Promise<number> {
  return countInTurn(rounds, remindProviders);
}

/** Writes the months of an authority's file where the directory's questions find them. */
export async function keepFreshness(
  transaction: Transaction,
  given: { readonly authority: Authority; readonly today: Temporal.PlainDate },
): Promise<void> {
  const { hiddenAfter } = freshnessOf(given.authority, given.today);
  await keepHiddenAfter(transaction, { authorityId: given.authority.id, months: hiddenAfter });
}

async function remindProviders(turn: CouncilTurn): Promise<number> {
  const { authority, transaction, today } = turn;
  const rules = freshnessOf(authority, today);
  await keepFreshness(transaction, { authority, today });
  const sent = await remindersSent(transaction, { authorityId: authority.id });
  const people = Map.groupBy(
    await peopleOfProviders(transaction, authority.id),
    ({ providerSlug }) => providerSlug,
  );
  let reminded = 0;
  for (const listing of await checkedListings(transaction, { authorityId: authority.id, today })) {
    // What comes by another publisher's feed is checked there, and comes again with the next import.
    if (listing.provenance === 'feed') continue;
    const step = remindersDue(listing.checkedOn, rules, today);
    const before = sent.get(listing.slug);
    const isSent = before?.checkedOn.equals(listing.checkedOn) === true && before.step >= step;
    // Once it is hidden no reminder helps; it stands in the list of staff.
    if (step === 0 || isSent || stageOf(listing.checkedOn, rules, today) === 'hidden') continue;
    const own = people.get(listing.providerSlug ?? '') ?? [];
    await remind(turn, { listing, step, rules, people: own.map(({ email }) => email) });
    reminded += 1;
  }
  return reminded;
}

async function remind(
  turn: CouncilTurn,
  about: {
    readonly listing: Checked;
    readonly step: number;
    readonly rules: FreshnessRules;
    /** The addresses of those who write for the provider. */
    readonly people: readonly string[];
  },
): Promise<void> {
  const { authority, transaction, origin, now: at } = turn;
  const { listing, step, rules } = about;
  const kept = { authorityId: authority.id, slug: listing.slug, checkedOn: listing.checkedOn, step, at };
  // Who writes for the provider is asked; where nobody does, whoever reads the address on the page.
  const addresses = about.people.length > 0 ? about.people : listing.email === null ? [] : [listing.email];
  // Nobody to write to: the reminder counts all the same, and staff see that it reached nobody.
  if (addresses.length === 0)
    await keepReminder(transaction, { ...kept, to: null, hash: hashOfToken(newToken()) });
  for (const to of addresses) {
    const token = newToken();
    await keepReminder(transaction, { ...kept, to, hash: hashOfToken(token) });
    await turn.send({
      kind: 'listing-still-right',
      isSecret: true,
      to,
      ...(await messageOf(turn, {
        templateId: 'listing-still-right',
        fields: {
          listing: listing.title,
          provider: listing.provider,
          checked: formatDate(listing.checkedOn),
          hidden: formatDate(hiddenFrom(listing.checkedOn, rules)),
          link: `${origin}/still-right/${token}`,
          change: `${origin}/provider`,
        },
      })),
    });
  }
}
