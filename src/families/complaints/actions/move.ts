import {
  cannotAppeal,
  caseOfAppeal,
  decisionToAppeal,
  endAppeal,
  keepAppeal,
} from '#families/appeals/index.ts';
import { refusal } from '#kernel/refusal.ts';
import { firstValue } from '#platform/web/form.ts';
import { notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { accountWith } from '../account-with.ts';
import { complaintOf, filesOf } from '../case-of-complaint.ts';
import { isClosed } from '../domain/stand.ts';
import { addStep } from './add-step.ts';
import { keepComplaint } from './make-complaint.ts';

/** An appeal that is a complaint goes on as one, with its words and its day; nothing has to be sent again. */
export async function moveAppealHere(visit: Visit) {
  const found = await caseOfAppeal(visit);
  if (found === null) return notFound('an appeal');
  const { appeal, files } = found;
  if (appeal.stand.end !== null) return wrong(refusal('ended-already', 'This appeal is closed already.'));
  const account = await accountWith(visit, appeal.personId);
  const kept = await keepComplaint(
    visit,
    {
      householdId: appeal.householdId,
      childId: appeal.childId,
      personId: appeal.personId,
      standing: 'parent-carer',
      way: 'online',
      name: account.name,
      email: account.email,
      phone: null,
      words: appeal.words,
      putRight: '',
      happenedOn: null,
      lateBecause: appeal.lateBecause,
      wantsAdvocate: false,
      // The clocks count from the day on which it reached us, not from the day on which we found it in the wrong place.
      madeOn: appeal.madeOn,
      recordedBy: visit.person?.id ?? null,
    },
    files.map(({ id }) => id),
  );
  await endAppeal(visit, appeal, { kind: 'moved', words: `Goes on as the complaint ${kept.reference}` });
  return redirect('/practitioners/appeals?moved=yes');
}

/** A complaint that is about a decision under a scheme goes on as an appeal, with its words. */
export async function moveToAppeals(visit: Visit) {
  const found = await complaintOf(visit);
  if (found === null) return notFound('a complaint');
  if (isClosed(found.stand.phase)) return wrong(refusal('closed', 'This complaint is closed already.'));
  const { personId } = found;
  if (personId === null)
    return wrong(
      refusal(
        'no-account',
        'An appeal belongs to an account, and who complained has none. Help them to sign in first.',
      ),
    );
  const about = await decisionToAppeal(visit, firstValue(visit.form, 'decision'));
  if (about === null || about.child.id !== found.childId)
    return wrong(refusal('decision-missing', 'Choose the decision that it is about', 'decision'));
  const cannot = cannotAppeal(about);
  if (cannot !== null) return wrong(cannot);
  const account = await accountWith(visit, personId);
  const appeal = await keepAppeal(visit, about, {
    words: found.words,
    lateBecause: about.isLate
      ? `It came as the complaint ${found.reference}. ${found.lateBecause}`.trim()
      : '',
    fileIds: (await filesOf(visit, found.id)).map(({ id }) => id),
    by: { id: personId, ...account },
  });
  await addStep(visit, found.id, {
    kind: 'moved',
    words: `Goes on as the appeal ${appeal.reference}`,
    details: { to: appeal.id },
    isForFamily: true,
  });
  visit.concerns('complaint', found.id);
  return redirect(`/practitioners/complaints/${found.id}?done=moved`);
}
