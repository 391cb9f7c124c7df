import type { Transaction } from '#platform/database/index.ts';
import { currentFacts, type Facts } from './domain/fact.ts';
import { type NeedsProfile, needsProfile } from './domain/needs-profile.ts';
import { factHistory } from './store/facts.ts';

type About = { readonly authorityId: string; readonly childId: string };

/** What holds now about a child: of each fact the last that was said. */
export async function factsOf(transaction: Transaction, about: About): Promise<Facts> {
  return currentFacts(await factHistory(transaction, about));
}

/**
 * Gives what a child needs of whoever gives a short break: from the facts in force, for the sessions, the
 * matching and the packages of other capabilities.
 */
export async function needsProfileOf(transaction: Transaction, about: About): Promise<NeedsProfile> {
  return needsProfile(await factsOf(transaction, about));
}
