import { z } from 'zod';
import { refusal } from '#kernel/refusal.ts';
import { parseForm, words } from '#platform/web/form.ts';
import { notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { caseOfAppeal } from '../case-of-appeal.ts';
import { isOpen } from '../domain/appeal.ts';
import { handInAll } from '../handed-in.ts';
import { insertAppealFiles, insertAppealStep } from '../store/appeals.ts';

const form = z.object({ more: words({ max: 5_000, name: 'What you tell us' }) });

/** While an appeal waits, its family adds words, files or both; what was said before stays as it was. */
export async function addToAppeal(visit: Visit) {
  const found = await caseOfAppeal(visit);
  if (found === null) return notFound('an appeal');
  const { appeal } = found;
  if (!isOpen(appeal.stand))
    return wrong(
      refusal(
        'ended-already',
        'We have answered this appeal, or you took it back, so nothing can be added to it.',
      ),
    );
  const parsed = parseForm(form, visit.form);
  if (!parsed.ok) return wrong(...parsed.refusals);
  const files = await handInAll(visit, 'files');
  if (!files.ok) return wrong(files);
  if (parsed.value.more === '' && files.value.length === 0)
    return wrong(refusal('missing', 'Write what you would like to add, or choose a file', 'more'));
  const authorityId = visit.authority.id;
  const at = visit.clock.now();
  const { id: personId, name: personName } = signedIn(visit);
  await insertAppealFiles(visit.transaction, { authorityId, appeal, fileIds: files.value, at });
  await insertAppealStep(visit.transaction, {
    authorityId,
    appeal,
    step: {
      at,
      personId,
      personName,
      kind: 'added',
      outcome: null,
      isDecidedAgain: false,
      words: parsed.value.more,
    },
  });
  return redirect(`/account/appeals/${appeal.id}?added=yes`);
}
