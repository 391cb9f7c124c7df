import { z } from 'zod';
import { type Refusal, refusal } from '#kernel/refusal.ts';
import { parseForm, words } from '#platform/web/form.ts';
import { notFound, type Person, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { actOf, readAct } from '../asked-act.ts';
import { type AwardFile, awardFile } from '../award-file.ts';
import { changeAhead } from '../change-ahead.ts';
import { insertChange, lockAward, type NewChange } from '../store/changes.ts';
import { insertRaise } from '../store/raises.ts';
import { settleLedger } from './settle-ledger.ts';
import { tellFamily } from './tell-family.ts';

const reasonForm = z.object({
  reason: words({ name: 'The reason', missing: 'Say why. The family reads it.', max: 2_000 }),
});

/** The signed-in person; the routes' policy has let nobody else in. */
function signedIn(visit: Visit): Person {
  if (visit.person === null) throw new Error('the policy lets only signed-in people in');
  return visit.person;
}

/**
 * Changes, suspends, resumes or ends an award for good: the change, the money promised and the message to the
 * family, all in one transaction. What makes it more is only asked for: somebody else agrees to it.
 */
export async function changeAward(visit: Visit) {
  const act = actOf(visit.params.act);
  const before = await awardFile(visit);
  if (before === null || act === null) return notFound('an award');
  await lockAward(visit.transaction, { authorityId: visit.authority.id, awardId: before.award.id });
  const file = await awardFile(visit);
  if (file === null) return notFound('an award');
  visit.concerns('award', file.award.id);
  const asked = readAct(file, act, visit.form);
  if (!asked.ok) return wrong(...asked.refusals);
  const reason = parseForm(reasonForm, visit.form);
  if (!reason.ok) return wrong(...reason.refusals);
  const ahead = changeAhead(visit, file, asked.value);
  const back = `/practitioners/awards/${file.award.id}`;
  if (ahead.isRaise) {
    const refused = await askForRaise(visit, file, {
      from: asked.value.from,
      amounts: asked.value.amounts ?? { amount: null, minutes: null, nights: null },
      reason: reason.value.reason,
    });
    return refused === null ? redirect(`${back}?told=asked`) : wrong(refused);
  }
  const { kind, from } = ahead.change;
  const made = await makeChange(visit, file, {
    kind,
    from,
    ...(asked.value.amounts === null ? {} : { amounts: asked.value.amounts }),
    reason: reason.value.reason,
  });
  if (made !== null) return wrong(made);
  return redirect(`${back}?told=${kind}`);
}

/**
 * Adds a change to an award with all that follows from it. Gives why it cannot be, where its fund has no room for
 * what it costs more; the caller then rolls back.
 */
export async function makeChange(
  visit: Visit,
  file: AwardFile,
  wanted: Pick<NewChange, 'kind' | 'from' | 'amounts' | 'takesBack' | 'reason' | 'askedBy'>,
): Promise<Refusal | null> {
  const { award } = file;
  const person = signedIn(visit);
  const change = await insertChange(visit.transaction, {
    ...wanted,
    authorityId: visit.authority.id,
    awardId: award.id,
    householdId: award.householdId,
    by: { id: person.id, name: person.name },
    at: visit.clock.now(),
  });
  const refused = await settleLedger(visit, file, change);
  if (refused !== null) return refused;
  await tellFamily(visit, file, change);
  visit.note({
    event: `award.${change.kind}`,
    subject: { kind: 'award', id: award.id },
    details: { from: change.from.toString(), change: change.id },
  });
  return null;
}

async function askForRaise(
  visit: Visit,
  file: AwardFile,
  wanted: Pick<Parameters<typeof insertRaise>[1], 'from' | 'amounts' | 'reason'>,
) {
  if (file.raises.some((raise) => raise.answer === null))
    return refusal(
      'raise-waits',
      'A raise of this award waits for its answer already. It has to be answered first.',
    );
  const person = signedIn(visit);
  await insertRaise(visit.transaction, {
    ...wanted,
    authorityId: visit.authority.id,
    awardId: file.award.id,
    householdId: file.award.householdId,
    by: { id: person.id, name: person.name },
    at: visit.clock.now(),
  });
  return null;
}

/** Takes back a change whose day has not come, as if it had never been. */
export async function takeBackChange(visit: Visit) {
  const before = await awardFile(visit);
  if (before === null) return notFound('an award');
  await lockAward(visit.transaction, { authorityId: visit.authority.id, awardId: before.award.id });
  const file = await awardFile(visit);
  const change = file?.changes.find(({ id }) => id === visit.params.change);
  if (file === null || change === undefined || change.kind === 'taken-back') return notFound('a change');
  visit.concerns('award', file.award.id);
  if (file.changes.some(({ takesBack }) => takesBack === change.id))
    return wrong(refusal('taken-back', 'Somebody has taken this change back already.'));
  if (Temporal.PlainDate.compare(change.from, visit.clock.today()) <= 0)
    return wrong(
      refusal('holds-already', 'This change holds already. Make another change from a day on instead.'),
    );
  const reason = parseForm(reasonForm, visit.form);
  if (!reason.ok) return wrong(...reason.refusals);
  const made = await makeChange(visit, file, {
    kind: 'taken-back',
    from: change.from,
    takesBack: change.id,
    reason: reason.value.reason,
  });
  if (made !== null) return wrong(made);
  return redirect(`/practitioners/awards/${file.award.id}?told=taken-back`);
}
