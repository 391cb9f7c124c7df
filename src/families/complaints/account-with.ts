import type { Visit } from '#platform/web/visit.ts';
import { accountOf } from './store/people-and-files.ts';

/** The name and address of an account that is there. */
export async function accountWith(
  visit: Visit,
  personId: string,
): Promise<{ readonly name: string; readonly email: string }> {
  const account = await accountOf(visit.transaction, { authorityId: visit.authority.id, personId });
  if (account === null) throw new Error('the account of an appeal or a complaint is there');
  return account;
}
