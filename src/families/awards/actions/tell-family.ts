import { accountsToTell, fullName } from '#families/register/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { AwardFile } from '../award-file.ts';
import { familySentence } from '../change-words.ts';
import type { AwardChange } from '../domain/change.ts';

/** Writes to everybody who has an account for the household, but never to an adult who is barred: what happens to the award, from when, and why. */
export async function tellFamily(visit: Visit, file: AwardFile, change: AwardChange): Promise<void> {
  const { award, child } = file;
  const { authority } = visit;
  const whom = { authorityId: authority.id, householdId: award.householdId };
  for (const account of await accountsToTell(visit.transaction, whom))
    await visit.send({
      kind: 'award-changed',
      to: account.email,
      personId: account.id,
      reference: award.reference,
      subject: `A change to your award ${award.reference}`,
      text: `Dear ${account.name}

This is about the short break award for ${fullName(child)}, reference ${award.reference}.

${familySentence(award.per, change)}

Why: ${change.reason}

See what you have now:
${visit.origin}/account/awards/${award.id}

If you do not agree, or want to talk about it, call ${authority.contact.phone} or write to ${authority.contact.email}.

${authority.name}`,
    });
}
