import { fullName, peopleOfHousehold } from '#families/register/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { AwardFile } from '../award-file.ts';
import { familySentence } from '../change-words.ts';
import type { AwardChange } from '../domain/change.ts';

/** Writes to everybody who has an account for the household: what happens to the award, from when, and why. */
export async function tellFamily(visit: Visit, file: AwardFile, change: AwardChange): Promise<void> {
  const { award, child } = file;
  const { authority } = visit;
  const named = { authorityId: authority.id, householdId: award.householdId };
  const people = await peopleOfHousehold(visit.transaction, named);
  const addresses = new Map<string, string | null>();
  for (const { email, personId } of people) {
    const key = email?.trim().toLowerCase() ?? '';
    if (key !== '') addresses.set(key, addresses.get(key) ?? personId);
  }
  for (const [to, personId] of addresses)
    await visit.send({
      kind: 'award-changed',
      to,
      ...(personId === null ? {} : { personId }),
      reference: award.reference,
      subject: `A change to your award ${award.reference}`,
      text: `Hello

This is about the short break award for ${fullName(child)}, reference ${award.reference}.

${familySentence(award.per, change)}

Why: ${change.reason}

See what you have now:
${visit.origin}/account/awards/${award.id}

If you do not agree, or want to talk about it, call ${authority.contact.phone} or write to ${authority.contact.email}.

${authority.name}`,
    });
}
