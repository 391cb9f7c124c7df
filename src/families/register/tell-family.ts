import type { Visit } from '#platform/web/visit.ts';
import type { Child } from './domain/register.ts';
import { accountsToTell } from './store/accounts-to-tell.ts';

/** Sends a message to every account of the child's main home, but never to an adult who is barred. */
export async function tellFamily(
  visit: Pick<Visit, 'transaction' | 'authority' | 'origin' | 'send'>,
  child: Pick<Child, 'id' | 'householdId'>,
  message: {
    readonly kind: string;
    readonly subject: string;
    readonly text: string;
    readonly path: string;
  },
): Promise<void> {
  const accounts = await accountsToTell(visit.transaction, {
    authorityId: visit.authority.id,
    householdId: child.householdId,
  });
  for (const account of accounts)
    await visit.send({
      kind: message.kind,
      to: account.email,
      subject: message.subject,
      text: `Dear ${account.name},\n\n${message.text}\n\nSee it in your account: ${visit.origin}${message.path}\n\n${visit.authority.name}\n${visit.authority.contact.phone}`,
      personId: account.id,
    });
}
