import { fullName } from '#families/register/index.ts';
import { type Refusal, refusal } from '#kernel/refusal.ts';
import { firstValue } from '#platform/web/form.ts';
import { nextStep } from '#platform/web/journey.ts';
import { notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { askingOf } from '../asking.ts';
import type { Application } from '../domain/application.ts';
import { isOpen } from '../offers.ts';
import { draftsWith } from '../sitting.ts';
import { onBehalfOfFamily } from '../store/proxies.ts';
import { addressNotTheirs } from './family-address.ts';
import type { Registrable } from './register-family.ts';
import { type Sendable, sendOne } from './send-one.ts';
import { applicationOf } from './signed-in.ts';
import { schemeIsClosed } from './start-application.ts';

/**
 * Sends an application, or all those of one sitting: each becomes an application of its own, with its own clock and its
 * own decision, in one transaction. Where one of them cannot be sent, none is, and each keeps its answers.
 */
export async function sendApplication(visit: Visit) {
  return sendDrafts(visit, { isSaidUnchanged: false });
}

/** Sends what the page shows. `isSaidUnchanged`: the family said that nothing has changed since last time. */
export async function sendDrafts(visit: Visit, how: { readonly isSaidUnchanged: boolean }) {
  const application = await applicationOf(visit, { forChange: true });
  if (application === null) return notFound();
  if (application.state !== 'draft') return redirect(`/apply/${application.id}/sent`);
  const drafts = await draftsWith(visit, application, { forChange: true });
  const ready: Sendable[] = [];
  for (const draft of drafts) {
    const read = await readyToSend(visit, draft, drafts.length > 1);
    if (!read.ok) return wrong(read);
    ready.push({ ...read.draft, isSaidUnchanged: how.isSaidUnchanged });
  }
  if (firstValue(visit.form, 'declared') !== 'yes')
    return wrong(
      refusal('not-declared', 'Tick the box to say that this is true as far as you know', 'declared'),
    );
  const standing = signedIn(visit).kind;
  for (const draft of ready) {
    const end = isByProxy(draft)
      ? await onBehalfOfFamily(visit.transaction, standing, () => sendOne(visit, draft))
      : await sendOne(visit, draft);
    if (end.kind === 'sent') continue;
    if (ready.length === 1) return redirect(`/account/applications/${end.applicationId}?already=yes`);
    return wrong(
      refusal(
        'already-applied',
        `You have already applied for ${fullName(draft.answers.child)} this year. Take this child out, then send the others.`,
      ),
    );
  }
  return redirect(`/apply/${application.id}/sent`);
}

/** Whether it is filled in by somebody whose own connection does not reach the family. */
function isByProxy({ answers }: Sendable): boolean {
  return answers.by !== undefined && answers.by.kind !== 'young-person';
}

type Ready = Refusal | { readonly ok: true; readonly draft: Omit<Sendable, 'isSaidUnchanged'> };

async function readyToSend(visit: Visit, draft: Application, isOneOfSeveral: boolean): Promise<Ready> {
  const asking = await askingOf(visit, draft);
  const answers = whole(draft, nextStep(asking.steps(draft.answers), draft.answers) === null);
  if (answers === null) {
    const name = draft.answers.child === undefined ? 'one child' : fullName(draft.answers.child);
    return refusal(
      'not-whole',
      isOneOfSeveral
        ? `Some questions about ${name} have no answer yet. Answer them, or take this child out. Nothing is lost.`
        : 'Some questions have no answer yet. Answer those marked “To do”, then send.',
    );
  }
  const notTheirs = await addressNotTheirs(visit, answers);
  if (notTheirs !== null) return notTheirs;
  if (!isOpen(asking.offer)) return schemeIsClosed(visit, asking.offer);
  return { ok: true, draft: { application: draft, answers, version: asking.offer.version } };
}

function whole({ answers }: Application, isAnswered: boolean): Registrable | null {
  const { child, you, otherCarer, address } = answers;
  if (!isAnswered || !child || !you || !otherCarer || !address) return null;
  return { ...answers, child, you, otherCarer, address };
}
