import { refusal } from '#kernel/refusal.ts';
import { firstValue } from '#platform/web/form.ts';
import { notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { saveAnswers } from '../store/applications.ts';
import { sendDrafts } from './send-application.ts';
import { applicationOf } from './signed-in.ts';

/** A renewal on one page: nothing has changed and it is sent, or something has and the questions are gone through. */
export async function renewApplication(visit: Visit) {
  const application = await applicationOf(visit, { forChange: true });
  if (application === null) return notFound();
  if (application.state !== 'draft') return redirect(`/apply/${application.id}/sent`);
  switch (firstValue(visit.form, 'changed')) {
    case 'no':
      return sendDrafts(visit, { isSaidUnchanged: true });
    case 'yes':
      await saveAnswers(visit.transaction, {
        authorityId: visit.authority.id,
        applicationId: application.id,
        answers: { ...application.answers, hasChanges: true },
        at: visit.clock.now(),
      });
      return redirect(`/apply/${application.id}`);
    default:
      return wrong(refusal('missing', 'Choose no if nothing has changed', 'changed'));
  }
}
