import { newId } from '#kernel/id.ts';
import { notFound, redirect, type Visit } from '#platform/web/visit.ts';
import { commonAnswers } from '../domain/answers-of-sitting.ts';
import { beginSitting } from '../store/sittings.ts';
import { applicationOf } from './signed-in.ts';
import { beginDraft } from './start-application.ts';

/** Begins the application for another child of the same sitting. What is common to the children is there already. */
export async function addChild(visit: Visit) {
  const application = await applicationOf(visit, { forChange: true });
  if (application === null) return notFound();
  if (application.state !== 'draft') return redirect(`/account/applications/${application.id}`);
  const sittingId = application.sittingId ?? newId();
  if (application.sittingId === null)
    await beginSitting(visit.transaction, {
      authorityId: visit.authority.id,
      applicationId: application.id,
      sittingId,
    });
  const id = await beginDraft(visit, {
    schemeId: application.schemeId,
    answers: commonAnswers(application.answers),
    sittingId,
  });
  return redirect(`/apply/${id}/child`);
}
