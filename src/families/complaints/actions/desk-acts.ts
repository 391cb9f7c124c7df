import { z } from 'zod';
import { formatDate } from '#kernel/local-date.ts';
import { formatPounds, type Pence, parsePounds } from '#kernel/money.ts';
import { type Refusal, type Result, refusal, success } from '#kernel/refusal.ts';
import { choice, date, optionalDate, parseForm, readBy, words } from '#platform/web/form.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { ComplaintCase } from '../case-of-complaint.ts';
import { complaintOutcomes, remedyKinds } from '../domain/complaint.ts';
import { isClosed, type Phase } from '../domain/stand.ts';
import { practitionersOf } from '../store/people-and-files.ts';
import { answerTemplateOf, type NewsOfComplaint } from '../templates.ts';
import type { NewStep } from './add-step.ts';

/** What a form at the desk leads to: a step, and what is said to who complained, if anything. */
export type DeskStep = { readonly step: NewStep; readonly message?: NewsOfComplaint };

type Refused = readonly Refusal[];
type Reading = (
  visit: Visit,
  found: ComplaintCase,
) => Promise<Result<DeskStep> | Refused> | Result<DeskStep> | Refused;

/** One thing that can be done at the desk: in which phases, and how its form is read. */
export type DeskAct = { readonly phases: readonly Phase[] | 'open' | 'always'; readonly read: Reading };

function act<T extends z.ZodObject>(
  phases: DeskAct['phases'],
  schema: T,
  to: (said: z.output<T>, visit: Visit, found: ComplaintCase) => Promise<Result<DeskStep>> | Result<DeskStep>,
): DeskAct {
  return {
    phases,
    read(visit, found) {
      const parsed = parseForm(schema, visit.form);
      return parsed.ok ? to(parsed.value, visit, found) : parsed.refusals;
    },
  };
}

const person = readBy(
  (typed): Result<string> => (typed === '' ? refusal('person-missing', 'Choose a person') : success(typed)),
);

async function personNamed(visit: Visit, id: string): Promise<Result<{ personId: string; name: string }>> {
  const all = await practitionersOf(visit.transaction, visit.authority.id);
  const found = all.find((one) => one.id === id);
  return found === undefined
    ? refusal('person-missing', 'Choose one of the people in the list', 'person')
    : success({ personId: found.id, name: found.name });
}

const said = (missing: string) => words({ missing, max: 8_000, name: 'What you write' });
const done = (step: NewStep, message?: NewsOfComplaint): Result<DeskStep> =>
  success(message === undefined ? { step } : { step, message });

function dayNotAhead(day: Temporal.PlainDate, visit: Visit, from: Temporal.PlainDate): Refusal | null {
  if (Temporal.PlainDate.compare(day, visit.clock.today()) > 0)
    return refusal('in-the-future', 'The day must be today or in the past', 'day');
  return Temporal.PlainDate.compare(day, from) < 0
    ? refusal('too-early', `The day cannot be before ${formatDate(from)}, when this step began`, 'day')
    : null;
}

const poundsOrNothing = readBy(
  (typed): Result<Pence | null> => (typed === '' ? success(null) : parsePounds(typed)),
);

/** Everything that can be done at the desk, by the end of its address. */
export const deskActs = {
  about: act('open', z.object({ person }), async ({ person: id }, visit, found) => {
    const named = await personNamed(visit, id);
    if (!named.ok) return named;
    if (found.stand.givenTo?.id === id)
      return refusal(
        'handles-it',
        `${named.value.name} handles this complaint. Give it to somebody else first.`,
        'person',
      );
    return done({ kind: 'about', details: named.value, isForFamily: false });
  }),
  give: act('open', z.object({ person }), async ({ person: id }, visit, found) => {
    const named = await personNamed(visit, id);
    if (!named.ok) return named;
    if (found.stand.about.some((one) => one.id === id))
      return refusal(
        'is-about',
        `The complaint is about ${named.value.name}. Somebody else has to handle it.`,
        'person',
      );
    return done({ kind: 'taken', details: named.value, isForFamily: false });
  }),
  advocate: act(
    'open',
    z.object({ words: said('Write who the advocate is, and how to reach them') }),
    ({ words: text }) =>
      done(
        { kind: 'advocate', words: text, isForFamily: true },
        {
          templateId: 'complaint-advocate',
          fields: { words: text },
        },
      ),
  ),
  extend: act(
    ['stage-1', 'stage-2'],
    z.object({ words: said('Say why more time is needed; the family reads it') }),
    ({ words: text }, _visit, found) =>
      found.stand.clock?.longest === true
        ? refusal('extended-already', 'The time was extended already. The law allows it once.', 'words')
        : done(
            { kind: 'extended', words: text, isForFamily: true },
            { templateId: 'complaint-more-time', fields: { why: text } },
          ),
  ),
  answer: act(
    ['stage-1', 'stage-2', 'response'],
    z.object({
      outcome: choice(complaintOutcomes, 'Choose what came of it'),
      words: said('Write the answer. It goes to the family as it stands'),
    }),
    ({ outcome, words: text }) =>
      done(
        { kind: 'answered', words: text, details: { outcome }, isForFamily: true },
        { templateId: answerTemplateOf[outcome], fields: { words: text } },
      ),
  ),
  'ask-on': act(
    ['stage-1', 'answered-1', 'answered-2'],
    z.object({ words: said('Write what they said is still not right, and why it comes now if it is late') }),
    ({ words: text }) =>
      done(
        { kind: 'asked-on', words: text, isForFamily: true },
        { templateId: 'complaint-next-stage', fields: {} },
      ),
  ),
  investigators: act(
    ['stage-2'],
    z.object({
      investigator: words({ missing: 'Enter who investigates', name: 'Name' }),
      independent: words({
        missing: 'Enter the independent person. They are not an employee or a member of the council',
        name: 'Name',
      }),
    }),
    ({ investigator, independent }, _visit, found) => {
      const same = investigator.trim().toLowerCase() === independent.trim().toLowerCase();
      if (same) return refusal('same-person', 'The independent person must be somebody else', 'independent');
      const isNamed = found.stand.about.some(
        ({ name }) => name.toLowerCase() === investigator.trim().toLowerCase(),
      );
      if (isNamed)
        return refusal(
          'is-about',
          'The complaint is about this person. Somebody else has to investigate.',
          'investigator',
        );
      return done(
        { kind: 'investigators', details: { investigator, independent }, isForFamily: true },
        { templateId: 'complaint-investigators', fields: { investigator, independent } },
      );
    },
  ),
  panel: act(
    ['panel'],
    z.object({ day: date('The day when the panel met'), words: said('Write who sat on the panel') }),
    ({ day, words: text }, visit, found) => {
      const fault = dayNotAhead(day, visit, found.stand.clock?.from ?? found.madeOn);
      return fault ?? done({ kind: 'panel', words: text, onDay: day, isForFamily: true });
    },
  ),
  findings: act(
    ['findings'],
    z.object({
      outcome: choice(complaintOutcomes, 'Choose what the panel found'),
      words: said('Write what the panel found and recommends'),
    }),
    ({ outcome, words: text }) =>
      done(
        { kind: 'findings', words: text, details: { outcome }, isForFamily: true },
        { templateId: 'complaint-findings', fields: { words: text } },
      ),
  ),
  'refuse-late': act(
    ['stage-1'],
    z.object({ words: said('Say why it cannot be looked at any more; the family reads it') }),
    ({ words: text }, _visit, found) =>
      found.lateBecause === ''
        ? refusal('not-late', 'This complaint came in time, so it cannot be refused as too late.', 'words')
        : done(
            { kind: 'late-refused', words: text, isForFamily: true },
            { templateId: 'complaint-too-late', fields: { why: text } },
          ),
  ),
  remedy: act(
    'always',
    z.object({
      remedy: choice(remedyKinds, 'Choose what puts it right'),
      words: said('Write what is done'),
      pounds: poundsOrNothing,
      by: optionalDate('The last day for it'),
    }),
    ({ remedy, words: text, pounds, by }) => {
      if (remedy === 'money' && pounds === null)
        return refusal('amount-missing', 'Enter the amount in pounds, like 250', 'pounds');
      const amount = remedy === 'money' ? pounds : null;
      const details = {
        remedy,
        ...(amount === null ? {} : { pence: amount }),
        ...(by === null ? {} : { by: by.toString() }),
      };
      return done(
        { kind: 'remedy', words: text, details, isForFamily: true },
        {
          templateId: 'complaint-remedy',
          fields: { remedy: `${text}${amount === null ? '' : ` (${formatPounds(amount)})`}` },
        },
      );
    },
  ),
  'remedy-done': act(
    'always',
    z.object({ of: words({ missing: 'Choose what was done', name: 'What was done' }) }),
    ({ of }, _visit, found) => {
      const open = found.stand.remedies.find(({ step, isDone }) => String(step.number) === of && !isDone);
      return open === undefined
        ? refusal('done-already', 'This was marked as done already.')
        : done({
            kind: 'remedy-done',
            words: open.step.words,
            details: { of: open.step.number },
            isForFamily: true,
          });
    },
  ),
  learning: act(
    'always',
    z.object({ words: said('Write what the service learned, without names') }),
    ({ words: text }) => done({ kind: 'learning', words: text, isForFamily: false }),
  ),
  note: act('always', z.object({ words: said('Write the note') }), ({ words: text }) =>
    done({ kind: 'note', words: text, isForFamily: false }),
  ),
  'ask-account': act('open', z.object({ person }), async ({ person: id }, visit, found) => {
    const named = await personNamed(visit, id);
    if (!named.ok) return named;
    return found.stand.asked.includes(id)
      ? refusal('asked-already', `${named.value.name} was asked already.`, 'person')
      : done({ kind: 'asked-for-account', details: named.value, isForFamily: false });
  }),
} as const satisfies Readonly<Record<string, DeskAct>>;

export type DeskActName = keyof typeof deskActs;

/** Whether a thing can be done in a phase. */
export function isPossible(name: DeskActName, phase: Phase): boolean {
  const { phases } = deskActs[name] as DeskAct;
  if (phases === 'always') return true;
  return phases === 'open' ? !isClosed(phase) : phases.includes(phase);
}
