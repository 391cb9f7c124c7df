import { accountsToTell, fullName } from '#families/register/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import type { Visit } from '#platform/web/visit.ts';
import { messageOf } from '#platform/words/index.ts';
import type { AwardFile } from '../award-file.ts';
import type { AwardChange } from '../domain/change.ts';
import { formatGranted } from '../domain/granted.ts';
import { templateOfChange } from '../templates.ts';

/** Writes to everybody who has an account for the household, but never to an adult who is barred: what happens to the award, from when, and why. */
export async function tellFamily(visit: Visit, file: AwardFile, change: AwardChange): Promise<void> {
  const { award, child } = file;
  const whom = { authorityId: visit.authority.id, householdId: award.householdId };
  const lastDay = change.from.subtract({ days: 1 });
  for (const account of await accountsToTell(visit.transaction, whom))
    await visit.send({
      kind: 'award-changed',
      to: account.email,
      personId: account.id,
      reference: award.reference,
      ...(await messageOf(visit, {
        templateId: templateOfChange[change.kind],
        fields: {
          name: account.name,
          child: fullName(child),
          reference: award.reference,
          from: formatDate(change.from),
          'last-day': formatDate(lastDay),
          granted: change.kind === 'changed' ? formatGranted({ ...change, per: award.per }) : '',
          why: change.reason,
          link: `${visit.origin}/account/awards/${award.id}`,
        },
      })),
    });
}
