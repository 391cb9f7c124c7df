import { z } from 'zod';
import { refusal } from '#kernel/refusal.ts';
import { choice, firstValue, optionalChoice, parseForm, words } from '#platform/web/form.ts';
import { type Answer, notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { childOfVisit, mayChange, visitorOf } from '../child-visit.ts';
import { leavesOn } from '../domain/disability-register.ts';
import type { Child } from '../domain/register.ts';
import { addToRegister, leaveRegister, registerEntryOf, settleEntry } from '../store/disability-register.ts';
import { tellFamily } from '../tell-family.ts';

const changedMeanwhile = refusal(
  'changed-by-someone-else',
  'Somebody changed this meanwhile. Look at it again',
);

function named(visit: Visit, child: Child) {
  return { authorityId: visit.authority.id, childId: child.id };
}

/** What a family asks of the register: to join, or to leave at once. */
export async function askOfRegister(visit: Visit): Promise<Answer> {
  const child = await childOfVisit(visit);
  if (child === null || !(await mayChange(visit, child))) return notFound();
  const entry = await registerEntryOf(visit.transaction, named(visit, child));
  const isOn = entry?.state === 'asked' || entry?.state === 'confirmed';
  const done = redirect(`/account/children/${child.id}/register?done=yes`);
  if (firstValue(visit.form, 'what') === 'leave') {
    if (!isOn || entry === null) return done;
    await leaveRegister(visit.transaction, {
      authorityId: visit.authority.id,
      entryId: entry.id,
      because: 'family-asked',
      on: visit.clock.today(),
    });
    visit.concerns('child', child.id, { register: 'left' });
    return done;
  }
  if (isOn) return done;
  if (firstValue(visit.form, 'agreed') !== 'yes')
    return wrong(refusal('not-agreed', 'Tick the box to join the register', 'agreed'));
  if (isTooOld(visit, child))
    return wrong(refusal('too-old', 'The register is for those under 25. Call us about help for adults'));
  await addToRegister(visit.transaction, {
    ...named(visit, child),
    householdId: child.householdId,
    leavesOn: leavesOn(child.bornOn),
    askedAs: 'family',
    agreedBy: visitorOf(visit).name,
    by: visitorOf(visit).id,
    at: visit.clock.now(),
  });
  visit.concerns('child', child.id, { register: 'asked' });
  return done;
}

function isTooOld(visit: Visit, child: Child): boolean {
  return Temporal.PlainDate.compare(leavesOn(child.bornOn), visit.clock.today()) <= 0;
}

/** What an officer does with the register for one child: confirms, rejects, puts on with agreement, takes off. */
export async function keepRegister(visit: Visit): Promise<Answer> {
  const child = await childOfVisit(visit);
  if (child === null) return notFound();
  switch (firstValue(visit.form, 'what')) {
    case 'settle':
      return settle(visit, child);
    case 'put-on':
      return putOn(visit, child);
    case 'take-off':
      return takeOff(visit, child);
    default:
      return notFound();
  }
}

const settleForm = z.object({
  outcome: choice(['confirm', 'reject'], 'Choose whether the child belongs on the register'),
  reason: words({ name: 'Why not', max: 1000 }),
  wayOnward: words({ name: 'What the family can do', max: 1000 }),
});

async function settle(visit: Visit, child: Child): Promise<Answer> {
  const parsed = parseForm(settleForm, visit.form);
  if (!parsed.ok) return wrong(...parsed.refusals);
  const { outcome, reason, wayOnward } = parsed.value;
  const isRejected = outcome === 'reject';
  if (isRejected && reason === '')
    return wrong(refusal('missing', 'Say why not, in words for the family', 'reason'));
  if (isRejected && wayOnward === '')
    return wrong(refusal('missing', 'Say what the family can do now. A “no” is never the end', 'wayOnward'));
  const entry = await registerEntryOf(visit.transaction, named(visit, child));
  const isSettled =
    entry !== null &&
    (await settleEntry(visit.transaction, {
      authorityId: visit.authority.id,
      entryId: entry.id,
      by: visitorOf(visit).id,
      at: visit.clock.now(),
      rejected: isRejected ? { reason, wayOnward } : null,
    }));
  if (!isSettled) return wrong(changedMeanwhile);
  visit.concerns('child', child.id, { register: outcome });
  await tellFamily(visit, child, {
    kind: isRejected ? 'register-rejected' : 'register-confirmed',
    fields: isRejected
      ? { 'first-name': child.givenName, why: reason, onward: wayOnward }
      : { 'first-name': child.givenName, reference: entry.reference },
    path: `/account/children/${child.id}/register`,
  });
  return redirect(`/practitioners/children/${child.id}?done=register`);
}

const putOnForm = z.object({
  agreedBy: words({ name: 'Who agreed', missing: 'Say who agreed, and how' }),
});

async function putOn(visit: Visit, child: Child): Promise<Answer> {
  const parsed = parseForm(putOnForm, visit.form);
  if (!parsed.ok) return wrong(...parsed.refusals);
  if (isTooOld(visit, child)) return wrong(refusal('too-old', 'The register is for those under 25'));
  const entry = await registerEntryOf(visit.transaction, named(visit, child));
  if (entry?.state === 'asked' || entry?.state === 'confirmed') return wrong(changedMeanwhile);
  await addToRegister(visit.transaction, {
    ...named(visit, child),
    householdId: child.householdId,
    leavesOn: leavesOn(child.bornOn),
    askedAs: 'officer',
    agreedBy: parsed.value.agreedBy,
    by: visitorOf(visit).id,
    at: visit.clock.now(),
  });
  visit.concerns('child', child.id, { register: 'put-on' });
  return redirect(`/practitioners/children/${child.id}?done=register`);
}

async function takeOff(visit: Visit, child: Child): Promise<Answer> {
  const because = optionalChoice(['family-asked', 'moved-away', 'other']).parse(
    visit.form.get('because')?.slice(),
  );
  if (because === null) return wrong(refusal('missing', 'Choose why', 'because'));
  const entry = await registerEntryOf(visit.transaction, named(visit, child));
  const hasLeft =
    entry !== null &&
    (await leaveRegister(visit.transaction, {
      authorityId: visit.authority.id,
      entryId: entry.id,
      because,
      on: visit.clock.today(),
    }));
  if (!hasLeft) return wrong(changedMeanwhile);
  visit.concerns('child', child.id, { register: 'left', because });
  return redirect(`/practitioners/children/${child.id}?done=register`);
}
