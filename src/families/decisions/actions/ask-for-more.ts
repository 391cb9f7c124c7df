import { z } from 'zod';
import { addEvent, applicationBy, changeState } from '#families/applications/index.ts';
import { isId } from '#kernel/id.ts';
import { refusal } from '#kernel/refusal.ts';
import { parseForm, words } from '#platform/web/form.ts';
import { notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { messageOf } from '#platform/words/index.ts';
import { fieldsOfAsking } from '../asking-words.ts';
import { familyOf } from '../family-of.ts';
import { decisionOfApplication } from '../store/decisions.ts';
import { alreadyDecided } from './already-decided.ts';

const form = z.object({
  words: words({
    name: 'What you ask for',
    missing: 'Write what you need from the family, and why',
    max: 2_000,
  }),
});

/** Asks the family for more: the clock stands still until it answers, and a message says what is needed. */
export async function askForMore(visit: Visit) {
  const id = visit.params.application ?? '';
  if (!isId(id)) return notFound();
  const named = { authorityId: visit.authority.id, applicationId: id };
  const application = await applicationBy(visit.transaction, { ...named, forChange: true });
  if (application === null) return notFound();
  visit.concerns('application', id);
  const decision = await decisionOfApplication(visit.transaction, named);
  if (application.state === 'decided' && decision !== null) return wrong(alreadyDecided(decision));
  if (application.state === 'more-asked')
    return wrong(
      refusal(
        'already-asked',
        'The family has been asked already and has not answered yet. Wait, or call them.',
      ),
    );
  if (application.state !== 'sent')
    return wrong(refusal('not-waiting', 'This application is not waiting to be decided.'));
  const read = parseForm(form, visit.form);
  if (!read.ok) return wrong(...read.refusals);
  const at = visit.clock.now();
  await changeState(visit.transaction, { ...named, to: 'more-asked', at, waitingSince: at });
  await addEvent(visit.transaction, {
    ...named,
    at,
    personId: signedIn(visit).id,
    kind: 'more-asked',
    words: read.value.words,
    isForFamily: true,
  });
  const family = await familyOf(visit, application);
  await visit.send({
    kind: 'more-asked',
    to: family.email,
    personId: family.personId,
    reference: application.reference,
    ...(await messageOf(visit, {
      templateId: 'more-asked',
      fields: fieldsOfAsking(visit, { application, family, asked: read.value.words }),
    })),
  });
  return redirect(`/practitioners/applications/${id}`);
}
