import { z } from 'zod';
import { handInAll } from '#families/appeals/index.ts';
import { childOf, householdOfPerson } from '#families/register/index.ts';
import { isId, newId, newReference } from '#kernel/id.ts';
import { formatDate } from '#kernel/local-date.ts';
import { type Refusal, type Result, refusal, success } from '#kernel/refusal.ts';
import { lastDayBy } from '#platform/authorities/index.ts';
import {
  choice,
  choices,
  email,
  firstValue,
  optionalDate,
  parseForm,
  readBy,
  words,
} from '#platform/web/form.ts';
import { redirect, signedIn, type Visit, type Wrong, wrong } from '#platform/web/visit.ts';
import { messageOf } from '#platform/words/index.ts';
import { dueBy } from '../case-of-complaint.ts';
import { type Complaint, standings } from '../domain/complaint.ts';
import { insertComplaint } from '../store/complaints.ts';
import { familyAccountOf, insertComplaintFiles } from '../store/people-and-files.ts';
import { addStep } from './add-step.ts';

/** What every way of complaining asks. */
const shape = {
  standing: choice(standings, 'Say who you are'),
  words: words({
    missing: 'Tell us what went wrong. A few words are enough',
    max: 8_000,
    name: 'What went wrong',
  }),
  putRight: words({ max: 2_000, name: 'What would put it right' }),
  happenedOn: optionalDate('The day when it happened'),
  lateBecause: words({ max: 1_000, name: 'Why it comes now' }),
  advocate: choices(['yes']),
};

const ownForm = z.object(shape);

/** An email address, or nothing: who complains may have a telephone alone. */
const optionalEmail = readBy((typed): Result<string> => {
  if (typed === '') return success('');
  const read = email('Enter an email address').safeParse([typed]);
  return read.success
    ? success(read.data)
    : refusal('not-valid', read.error.issues[0]?.message ?? 'Enter an email address', 'email');
});

const contact = {
  name: words({ missing: 'Enter a name', name: 'Name' }),
  email: optionalEmail,
  phone: words({ max: 40, name: 'Telephone number' }),
};

const openForm = z.object({ ...contact, ...shape });

const heardForm = z.object({
  ...contact,
  way: choice(['phone', 'letter', 'in-person'], 'Say how the complaint came'),
  ...shape,
});

type Said = z.output<typeof ownForm>;
type Contact = { readonly name: string; readonly email: string; readonly phone: string };

/**
 * Says what is missing of a complaint: its day may not lie ahead, and one that comes more than a year later is
 * taken with a reason (regulation 9 of the 2006 Regulations).
 */
export function faultsOf(visit: Visit, said: Pick<Said, 'happenedOn' | 'lateBecause'>): Refusal | null {
  const today = visit.clock.today();
  const { happenedOn } = said;
  if (happenedOn === null) return null;
  if (Temporal.PlainDate.compare(happenedOn, today) > 0)
    return refusal('in-the-future', 'The day when it happened must be today or in the past', 'happenedOn');
  const last = lastDayBy(visit.authority, { id: 'complaint-made-within', from: happenedOn });
  if (Temporal.PlainDate.compare(today, last) > 0 && said.lateBecause === '')
    return refusal(
      'late',
      `This happened more than a year ago: it should have come by ${formatDate(last)}. Say why it comes now, and we look at it`,
      'lateBecause',
    );
  return null;
}

function withoutContact({ email: address, phone }: Contact): Refusal | null {
  return address === '' && phone === ''
    ? refusal(
        'nobody-to-answer',
        'Enter an email address or a telephone number, so that we can answer',
        'email',
      )
    : null;
}

/** Keeps a complaint with its first step, and sends a receipt where there is an address. */
export async function keepComplaint(
  visit: Visit,
  complaint: Omit<Complaint, 'id' | 'reference' | 'madeOn'> & { readonly madeOn?: Temporal.PlainDate },
  fileIds: readonly string[] = [],
): Promise<Complaint> {
  const at = visit.clock.now();
  const whole: Complaint = {
    ...complaint,
    id: newId(),
    reference: newReference('CP'),
    madeOn: complaint.madeOn ?? visit.clock.today(),
  };
  const named = { authorityId: visit.authority.id, complaintId: whole.id };
  await insertComplaint(visit.transaction, { authorityId: visit.authority.id, complaint: whole, at });
  await addStep(visit, whole.id, { kind: 'made', isForFamily: true, onDay: whole.madeOn, name: whole.name });
  await insertComplaintFiles(visit.transaction, { ...named, fileIds, at });
  visit.concerns('complaint', whole.id);
  if (whole.email !== null) await sendReceipt(visit, whole, whole.email);
  return whole;
}

async function sendReceipt(visit: Visit, complaint: Complaint, to: string): Promise<void> {
  const by = dueBy(visit.authority, { id: 'complaint-stage-1', from: complaint.madeOn, longest: false });
  await visit.send({
    kind: 'complaint-receipt',
    to,
    ...(complaint.personId === null ? {} : { personId: complaint.personId }),
    reference: complaint.reference,
    ...(await messageOf(visit, {
      templateId: 'complaint-received',
      fields: {
        name: complaint.name,
        reference: complaint.reference,
        due: formatDate(by),
        advocate: complaint.wantsAdvocate ? 'an advocate' : '',
        link: complaint.personId === null ? '' : `${visit.origin}/account/complaints/${complaint.id}`,
      },
    })),
  });
}

function saidOf(said: Said) {
  return {
    standing: said.standing,
    words: said.words,
    putRight: said.putRight,
    happenedOn: said.happenedOn,
    lateBecause: said.lateBecause,
    wantsAdvocate: said.advocate.length > 0,
  };
}

/** A signed-in family member complains, about a child of theirs or about no one child. */
export async function makeOwnComplaint(visit: Visit) {
  const person = signedIn(visit);
  const parsed = parseForm(ownForm, visit.form);
  if (!parsed.ok) return wrong(...parsed.refusals);
  const fault = faultsOf(visit, parsed.value);
  if (fault !== null) return wrong(fault);
  const named = { authorityId: visit.authority.id, personId: person.id };
  const household = await householdOfPerson(visit.transaction, named);
  const wanted = firstValue(visit.form, 'child');
  const child = household?.children.find(({ id }) => id === wanted);
  const files = await handInAll(visit, 'files');
  if (!files.ok) return wrong(files);
  const kept = await keepComplaint(
    visit,
    {
      ...saidOf(parsed.value),
      householdId: household?.id ?? null,
      childId: child?.id ?? null,
      personId: person.id,
      way: 'online',
      name: person.name,
      email: person.email,
      phone: null,
      recordedBy: null,
    },
    files.value,
  );
  return redirect(`/account/complaints/${kept.id}?sent=yes`);
}

/** Somebody without an account complains. */
export async function makeOpenComplaint(visit: Visit) {
  const parsed = parseForm(openForm, visit.form);
  if (!parsed.ok) return wrong(...parsed.refusals);
  const fault = withoutContact(parsed.value) ?? faultsOf(visit, parsed.value);
  if (fault !== null) return wrong(fault);
  const kept = await keepComplaint(visit, {
    ...saidOf(parsed.value),
    ...contactOf(parsed.value),
    // Who is signed in as a practitioner complains as anybody does; a family's own form is in its account.
    householdId: null,
    childId: null,
    personId: null,
    way: 'online',
    recordedBy: null,
  });
  return redirect(`/complain?sent=${kept.reference}`);
}

function contactOf({ name, email: address, phone }: Contact) {
  return { name, email: address === '' ? null : address, phone: phone === '' ? null : phone };
}

/** A practitioner writes down a complaint that came by telephone, by letter or in person. */
export async function recordComplaint(visit: Visit) {
  const person = signedIn(visit);
  const parsed = parseForm(heardForm, visit.form);
  if (!parsed.ok) return wrong(...parsed.refusals);
  const fault = withoutContact(parsed.value) ?? faultsOf(visit, parsed.value);
  if (fault !== null) return wrong(fault);
  const child = await childNamed(visit);
  if (child !== null && 'kind' in child) return child;
  const { email: address } = parsed.value;
  const authorityId = visit.authority.id;
  const account =
    address === '' ? null : await familyAccountOf(visit.transaction, { authorityId, email: address });
  const kept = await keepComplaint(visit, {
    ...saidOf(parsed.value),
    ...contactOf(parsed.value),
    householdId: child?.householdId ?? null,
    childId: child?.id ?? null,
    personId: account,
    way: parsed.value.way,
    recordedBy: person.id,
  });
  // No name in an address: it would stand in the log and in the browser's history.
  return redirect(`/practitioners/complaints/new?recorded=${kept.reference}`);
}

async function childNamed(visit: Visit): Promise<Awaited<ReturnType<typeof childOf>> | Wrong> {
  const childId = firstValue(visit.form, 'child');
  if (childId === '') return null;
  const child = isId(childId)
    ? await childOf(visit.transaction, { authorityId: visit.authority.id, childId })
    : null;
  return child ?? wrong(refusal('no-such-child', 'This child is not in the register any more. Start again.'));
}
