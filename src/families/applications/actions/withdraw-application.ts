import { refusal } from '#kernel/refusal.ts';
import { notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { changeState } from '../store/applications.ts';
import { addEvent } from '../store/events.ts';
import { applicationOf } from './signed-in.ts';

/** The family takes its application back, or throws a draft away. One that was decided stays. */
export async function withdrawApplication(visit: Visit) {
  const application = await applicationOf(visit, { forChange: true });
  if (application === null) return notFound();
  if (application.state === 'withdrawn') return redirect('/account?withdrawn=yes');
  if (application.state === 'decided')
    return wrong(
      refusal(
        'already-decided',
        `This application has been decided, so it cannot be taken back here. Call ${visit.authority.contact.phone} if you no longer want the award.`,
      ),
    );
  const at = visit.clock.now();
  const named = { authorityId: visit.authority.id, applicationId: application.id };
  await changeState(visit.transaction, { ...named, to: 'withdrawn', at, waitingSince: null });
  await addEvent(visit.transaction, {
    ...named,
    at,
    personId: signedIn(visit).id,
    kind: 'withdrawn',
    words: application.state === 'draft' ? 'Thrown away before it was sent' : 'Taken back by the family',
    isForFamily: true,
  });
  return redirect(`/account?withdrawn=${application.state === 'draft' ? 'draft' : 'yes'}`);
}
