import type { Visit } from '#platform/web/visit.ts';
import { type Fields, messageOf, type Writer } from '#platform/words/index.ts';
import type { Child } from './domain/register.ts';
import { accountsToTell } from './store/accounts-to-tell.ts';
import type { RegisterTemplateId } from './templates.ts';

/**
 * Sends a message to every account of the child's main home, but never to an adult who is barred. The fields `name`
 * and `link` are filled here.
 */
export async function tellFamily(
  visit: Writer & Pick<Visit, 'origin' | 'send'>,
  child: Pick<Child, 'id' | 'householdId'>,
  message: {
    readonly kind: RegisterTemplateId;
    readonly fields: Fields;
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
      ...(await messageOf(visit, {
        templateId: message.kind,
        fields: { ...message.fields, name: account.name, link: `${visit.origin}${message.path}` },
      })),
      personId: account.id,
    });
}
