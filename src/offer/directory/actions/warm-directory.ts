import type { Authority } from '#platform/authorities/index.ts';
import type { Transaction } from '#platform/database/index.ts';
import { searchOffer } from './search-offer.ts';

/** Reads a council's directory into memory, so that the first family that searches after a start does not wait for it. */
export async function warmDirectory(asking: {
  readonly authority: Authority;
  readonly transaction: Transaction;
  readonly today: Temporal.PlainDate;
}): Promise<void> {
  const { authority, transaction, today } = asking;
  const { id: authorityId, localities } = authority;
  await searchOffer(transaction, { authorityId, localities, today, query: new URLSearchParams() });
}
