import { z } from 'zod';
import { letIn } from '#families/register/index.ts';
import { type Refusal, refusal } from '#kernel/refusal.ts';
import { familyByEmail } from '#platform/people/index.ts';
import { choice, email, optionalDate, parseForm, words } from '#platform/web/form.ts';
import { notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { messageOf } from '#platform/words/index.ts';
import { type CaseOfTransition, caseOfTransition } from '../case-of-transition.ts';
import { hopesBy, referralStates } from '../domain/entry.ts';
import { reaches } from '../domain/milestone.ts';
import { addEntry } from './add-entry.ts';

const said = (missing: string) => words({ missing, max: 5_000, name: 'What you write' });

type Refused = Refusal | readonly Refusal[] | null;
type Done = (visit: Visit, found: CaseOfTransition) => Promise<Refused>;

function act<T extends z.ZodObject>(
  schema: T,
  to: (said: z.output<T>, visit: Visit, found: CaseOfTransition) => Promise<Refused>,
): Done {
  return async (visit, found) => {
    const parsed = parseForm(schema, visit.form);
    return parsed.ok ? to(parsed.value, visit, found) : parsed.refusals;
  };
}

/** Whether the young person is 16: then they speak, and are paid, for themselves. */
export function isSixteen(found: Pick<CaseOfTransition, 'child'>, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(reaches(found.child.bornOn, { years: 16, months: 0 }), today) <= 0;
}

const tooYoung = refusal('too-young', 'This begins on their 16th birthday.');

/** Everything that can be done on a plan's page, by the end of its address. */
export const planActs = {
  hopes: act(
    z.object({
      by: choice(hopesBy, 'Say whose words these are'),
      words: said('Write what they hope for, in their own words'),
    }),
    async ({ by, words: text }, visit, { child }) => {
      await addEntry(visit, child, { kind: 'hopes', words: text, details: { by } });
      return null;
    },
  ),
  step: act(
    z.object({
      what: words({ missing: 'Enter what is to be done', max: 500, name: 'What' }),
      who: words({ missing: 'Enter who does it', name: 'Who' }),
      on: optionalDate('The day'),
    }),
    async ({ what, who, on }, visit, { child }) => {
      const details = on === null ? { who } : { who, on: on.toString() };
      await addEntry(visit, child, { kind: 'step', words: what, details });
      return null;
    },
  ),
  'step-done': act(
    z.object({ of: words({ missing: 'Choose a step', name: 'Step' }) }),
    async ({ of }, visit, found) => {
      const step = found.plan.steps.find(({ id, isDone }) => id === of && !isDone);
      if (step === undefined) return refusal('done-already', 'This step was marked as done already.');
      await addEntry(visit, found.child, { kind: 'step-done', words: step.what, details: { of } });
      return null;
    },
  ),
  done: act(
    z.object({ milestone: words({ missing: 'Choose a milestone', name: 'Milestone' }) }),
    async ({ milestone }, visit, found) => {
      const known = found.milestones.find(({ rule }) => rule.id === milestone);
      if (known === undefined) return refusal('no-milestone', 'Choose one of the milestones.');
      // Nothing is done before its time comes within half a year; a slip of the mouse would hide what must not be missed.
      if (known.state === 'later') return refusal('too-soon', 'This is more than half a year away.');
      await addEntry(visit, found.child, { kind: 'done', milestone });
      return null;
    },
  ),
  consent: act(
    z.object({
      answer: choice(['yes', 'no', 'cannot-say'], 'Say what they answered'),
      words: words({ max: 2_000, name: 'What you write' }),
    }),
    async ({ answer, words: text }, visit, found) => {
      if (!isSixteen(found, visit.clock.today())) return tooYoung;
      if (answer === 'cannot-say' && text === '')
        return refusal(
          'words-missing',
          'Write who decides for them, and why they cannot say it themselves',
          'words',
        );
      await addEntry(visit, found.child, { kind: 'consent', words: text, details: { answer } });
      return null;
    },
  ),
  referral: act(
    z.object({
      state: choice(referralStates, 'Say where the referral stands'),
      words: words({ max: 2_000, name: 'What you write' }),
    }),
    async ({ state, words: text }, visit, found) => {
      if (state === 'refused' && text === '')
        return refusal('words-missing', 'Write why adult services refused, and what you do now', 'words');
      await addEntry(visit, found.child, { kind: 'referral', words: text, details: { state } });
      if (state === 'sent')
        await addEntry(visit, found.child, { kind: 'done', milestone: 'adult-assessment' });
      return null;
    },
  ),
  'own-payments': act(
    z.object({ words: said('Write how payments in their own name are made, and who helps') }),
    async ({ words: text }, visit, found) => {
      if (!isSixteen(found, visit.clock.today())) return tooYoung;
      await addEntry(visit, found.child, { kind: 'own-payments', words: text });
      return null;
    },
  ),
  'own-account': act(
    z.object({
      name: words({ missing: 'Enter their name', name: 'Name' }),
      email: email('Enter their own email address'),
    }),
    async (given, visit, found) => {
      if (!isSixteen(found, visit.clock.today())) return tooYoung;
      if (found.plan.ownAccount !== null)
        return refusal('has-account', 'They have their own account already.');
      const named = { authorityId: visit.authority.id };
      const at = visit.clock.now();
      const account = await familyByEmail(visit.transaction, { ...named, ...given, at });
      await letIn(visit.transaction, {
        ...named,
        householdId: found.child.householdId,
        personId: account.id,
        at,
      });
      await addEntry(visit, found.child, { kind: 'own-account', details: { personId: account.id } });
      await visit.send({
        kind: 'own-account',
        to: given.email,
        personId: account.id,
        ...(await messageOf(visit, {
          templateId: 'own-account',
          fields: {
            name: given.name,
            'sign-in': `${visit.origin}/sign-in`,
            link: `${visit.origin}/account/children/${found.child.id}/growing-up`,
          },
        })),
      });
      return null;
    },
  ),
} as const satisfies Readonly<Record<string, Done>>;

export type PlanActName = keyof typeof planActs;

/** Gives the action of one thing on a plan's page. */
export function workOnPlan(name: PlanActName) {
  return async (visit: Visit) => {
    const found = await caseOfTransition(visit);
    if (found === null) return notFound('a child');
    const refused = await planActs[name](visit, found);
    if (refused !== null) return 'ok' in refused ? wrong(refused) : wrong(...refused);
    return redirect(`/practitioners/children/${found.child.id}/transition?done=${name}`);
  };
}

/** The family, or the young person, says what they hope for. */
export async function sayHopes(visit: Visit) {
  const found = await caseOfTransition(visit);
  if (found === null) return notFound('a child');
  const refused = await planActs.hopes(visit, found);
  if (refused !== null) return 'ok' in refused ? wrong(refused) : wrong(...refused);
  return redirect(`/account/children/${found.child.id}/growing-up?said=yes`);
}
