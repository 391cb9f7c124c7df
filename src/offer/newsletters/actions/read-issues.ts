import type { Visit } from '#platform/web/visit.ts';
import type { Issue } from '../domain/issue.ts';
import { alertCounts } from '../store/alerts.ts';
import { issueOfAuthority, issues } from '../store/issues.ts';

/** Every newsletter that the visitor may see: the public those that were sent, staff those being written too. */
export function newslettersFor({ transaction, authority }: Visit): Promise<readonly Issue[]> {
  return issues(transaction, { authorityId: authority.id });
}

/** The newsletter that was sent under the number in the address; null where there is none. */
export async function newsletterOfNumber({
  transaction,
  authority,
  params,
}: Visit): Promise<(Issue & { readonly sent: NonNullable<Issue['sent']> }) | null> {
  const number = /^[1-9]\d{0,5}$/.test(params.number ?? '') ? Number(params.number) : 0;
  const issue = await issueOfAuthority(transaction, { authorityId: authority.id, number });
  return issue === null || issue.sent === null ? null : { ...issue, sent: issue.sent };
}

/** How many would get a newsletter now, and how many are told of what is new. */
export function readers({ transaction }: Visit): ReturnType<typeof alertCounts> {
  return alertCounts(transaction);
}
