import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { addEvidence } from '#families/register/index.ts';
import { newId } from '#kernel/id.ts';
import type { Database } from '#platform/database/index.ts';
import type { Person } from '#platform/web/visit.ts';
import { testAuthority, testDatabase } from '../../../test/database.ts';
import { testFiles } from '../../../test/files.ts';
import { testNow, testPerson, testVisit } from '../../../test/visit.ts';
import { evidenceFile } from './evidence-file.ts';
import { type SentApplication, sentApplication } from './examples.ts';

const authority = {
  ...testAuthority,
  folder: path.join(import.meta.dirname, '..', '..', '..', 'authorities', 'medway'),
};
const authorityId = authority.id;

let database: Database;
let officer: Person;
let family: Person;

before(async () => {
  database = await testDatabase();
  officer = await testPerson({ database, roles: ['short-breaks-officer'] });
  family = await testPerson({ database });
});
after(() => database.close());

async function withLetter(): Promise<SentApplication & { readonly fileId: string }> {
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  const stored = await testFiles().takeIn({ name: 'letter.png', bytes, tooBig: false });
  assert.ok(stored.ok);
  return database.transaction({ authorityId, standing: 'system' }, async (transaction) => {
    const one = await sentApplication(transaction, {
      authorityId,
      personId: family.id,
      sentAt: testNow,
      dueOn: Temporal.PlainDate.from('2026-12-04'),
    });
    const { id, mediaType } = stored.value;
    await transaction
      .insertInto('files')
      .values({
        authority_id: authorityId,
        id,
        person_id: family.id,
        name: 'letter.png',
        media_type: mediaType,
        bytes: bytes.length,
        sha256: 'of no matter here',
        created_at: testNow,
      })
      .execute();
    const nothing = { dlaCare: null, dlaMobility: null, pipDaily: null, pipMobility: null };
    const dates = { datedOn: null, holdsFrom: null, holdsUntil: null };
    await addEvidence(transaction, {
      authorityId,
      householdId: one.householdId,
      childId: one.childId,
      at: testNow,
      evidence: [{ kind: 'diagnosis-letter', ...nothing, ...dates, fileId: id }],
    });
    return { ...one, fileId: id };
  });
}

function open(application: string, file: string) {
  const asked = { database, authority, person: officer, params: { application, file }, readOnly: true };
  return testVisit(asked, async (visit) => ({
    answer: await evidenceFile(visit),
    about: visit.concerned,
  }));
}

test('an officer opens a letter of the case in the browser, and the trail says which', async () => {
  const one = await withLetter();
  const { answer, about } = await open(one.applicationId, one.fileId);
  assert.equal(answer.kind, 'download');
  if (answer.kind !== 'download') return;
  assert.deepEqual([answer.mediaType, answer.inline], ['image/png', true]);
  assert.deepEqual(
    about.map((each) => [each.kind, each.id]),
    [['file', one.fileId]],
  );
});

test('a letter of another child is not there, nor one that never was', async () => {
  const one = await withLetter();
  const other = await withLetter();
  assert.equal((await open(one.applicationId, other.fileId)).answer.kind, 'not-found');
  assert.equal((await open(one.applicationId, newId())).answer.kind, 'not-found');
  assert.equal((await open('not-an-id', one.fileId)).answer.kind, 'not-found');
});
