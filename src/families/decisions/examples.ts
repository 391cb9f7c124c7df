import { type Answers, addEvent } from '#families/applications/index.ts';
import { newId, newReference } from '#kernel/id.ts';
import { financialYearOf } from '#kernel/local-date.ts';
import type { Transaction } from '#platform/database/index.ts';

/** A made-up application that was sent, as tests and measurements need it. */
export type SentApplication = {
  readonly applicationId: string;
  readonly reference: string;
  readonly householdId: string;
  readonly childId: string;
};

/** What may be said of a made-up application; the rest is that of a family which qualifies at level 2. */
export type ApplicationExample = {
  readonly authorityId: string;
  readonly personId: string;
  readonly sentAt: Temporal.Instant;
  readonly dueOn: Temporal.PlainDate;
  readonly schemeId?: string;
  readonly parentName?: string;
  readonly parentEmail?: string;
  readonly givenName?: string;
  readonly familyName?: string;
  readonly bornOn?: string;
  readonly postcode?: string;
  readonly answers?: Partial<Answers>;
  /** The last day of the DLA letter that was handed in with its file; null where it has no end. Without, none was. */
  readonly letterUntil?: Temporal.PlainDate | null;
};

/** Answers of a family that qualifies, with a level of impact. */
export function answersOf(example: ApplicationExample): Answers {
  const {
    givenName = 'Zayn',
    familyName = 'Khan',
    bornOn = '2019-05-01',
    parentName = 'Amira Khan',
  } = example;
  return {
    child: { childId: null, givenName, familyName, bornOn },
    disability: { hasDiagnosis: true, diagnosis: 'Autism' },
    support: { held: [] },
    you: { name: parentName, relationship: 'mother', hasParentalResponsibility: true, phone: '01632 960002' },
    otherCarer: { isNobody: true },
    address: {
      line1: '1 High Street',
      line2: '',
      town: 'Chatham',
      postcode: example.postcode ?? 'ME4 4AA',
    },
    benefit: {
      which: 'dla',
      dlaCare: 'highest',
      dlaMobility: 'none',
      dated: '2026-02-12',
      from: '2026-03-01',
      until: null,
    },
    letters: { files: [], sendsLater: true },
    impact: { level: 2, why: 'Nights are hard.' },
    purpose: { uses: ['clubs'], what: 'Swimming on Saturdays', how: 'He calms down in water.' },
    ...example.answers,
  };
}

/** Puts an application into the database as it stands after a family has sent it. */
export async function sentApplication(
  transaction: Transaction,
  example: ApplicationExample,
): Promise<SentApplication> {
  const { authorityId, sentAt } = example;
  const answers = answersOf(example);
  const householdId = await insertHousehold(transaction, example, answers);
  const childId = newId();
  const { givenName = '', familyName = '', bornOn = '' } = answers.child ?? {};
  const stamped = { authority_id: authorityId, created_at: sentAt, changed_at: sentAt };
  await transaction
    .insertInto('children')
    .values({
      ...stamped,
      id: childId,
      household_id: householdId,
      given_name: givenName,
      family_name: familyName,
      born_on: Temporal.PlainDate.from(bornOn),
      has_diagnosis: true,
    })
    .execute();
  const applicationId = newId();
  const reference = newReference('SB');
  await transaction
    .insertInto('applications')
    .values({
      ...stamped,
      id: applicationId,
      reference,
      scheme_id: example.schemeId ?? 'medway-2025',
      person_id: example.personId,
      household_id: householdId,
      child_id: childId,
      grant_year: financialYearOf(sentAt.toZonedDateTimeISO('Europe/London').toPlainDate()).name,
      state: 'sent',
      answers: JSON.stringify(answers),
      sent_at: sentAt,
      due_on: example.dueOn,
    })
    .execute();
  const event = { at: sentAt, personId: example.personId, kind: 'sent', words: 'Application sent' } as const;
  await addEvent(transaction, { authorityId, applicationId, ...event, isForFamily: true });
  if (example.letterUntil !== undefined)
    await insertLetter(transaction, example, { householdId, childId, until: example.letterUntil });
  return { applicationId, reference, householdId, childId };
}

async function insertLetter(
  transaction: Transaction,
  { authorityId, personId, sentAt }: ApplicationExample,
  of: {
    readonly householdId: string;
    readonly childId: string;
    readonly until: Temporal.PlainDate | null;
  },
): Promise<void> {
  const fileId = newId();
  const stamped = { authority_id: authorityId, created_at: sentAt };
  await transaction
    .insertInto('files')
    .values({
      ...stamped,
      id: fileId,
      person_id: personId,
      name: 'dla-letter.pdf',
      media_type: 'application/pdf',
      bytes: 1,
      sha256: '',
    })
    .execute();
  await transaction
    .insertInto('evidence')
    .values({
      ...stamped,
      id: newId(),
      household_id: of.householdId,
      child_id: of.childId,
      kind: 'dla-letter',
      dla_care: 'highest',
      dla_mobility: 'none',
      dated_on: Temporal.PlainDate.from('2026-02-12'),
      holds_from: Temporal.PlainDate.from('2026-03-01'),
      holds_until: of.until,
      file_id: fileId,
    })
    .execute();
}

async function insertHousehold(
  transaction: Transaction,
  example: ApplicationExample,
  answers: Answers,
): Promise<string> {
  const { authorityId, personId, sentAt } = example;
  const stamped = { authority_id: authorityId, created_at: sentAt, changed_at: sentAt };
  const id = newId();
  await transaction
    .insertInto('households')
    .values({
      ...stamped,
      id,
      address_line_1: answers.address?.line1 ?? '',
      town: answers.address?.town ?? '',
      postcode: answers.address?.postcode ?? '',
    })
    .execute();
  await transaction
    .insertInto('household_accounts')
    .values({ authority_id: authorityId, household_id: id, person_id: personId, since: sentAt })
    .execute();
  await transaction
    .insertInto('parent_carers')
    .values({
      ...stamped,
      id: newId(),
      household_id: id,
      person_id: personId,
      name: answers.you?.name ?? '',
      relationship: answers.you?.relationship ?? '',
      has_parental_responsibility: true,
      email: example.parentEmail ?? null,
    })
    .execute();
  return id;
}
