import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { newId } from '#kernel/id.ts';
import { writeAudit } from '#platform/audit/index.ts';
import type { Database } from '#platform/database/index.ts';
import { aPdf } from '#platform/files/examples.ts';
import { keepMessage } from '#platform/outbox/index.ts';
import type { Person } from '#platform/web/visit.ts';
import { testDatabase } from '../../../test/database.ts';
import { testNow, testPerson } from '../../../test/visit.ts';
import { routes as appealRoutes } from '../appeals/routes.ts';
import { decidedApplication } from '../appeals/test/decided.ts';
import { at, council } from '../appeals/test/front.ts';
import { routes as complaintRoutes } from '../complaints/routes.ts';
import { routes } from './routes.ts';

let database: Database;
let priya: Person;
let sian: Person;
before(async () => {
  database = await testDatabase();
  priya = await testPerson({ database, name: 'Priya Shah', roles: ['short-breaks-officer'] });
  sian = await testPerson({ database, name: 'Sian Powell', roles: ['complaints-officer'] });
});
after(() => database.close());

const front = () => ({ database, routes: [...appealRoutes, ...complaintRoutes, ...routes] });

/** A case with a refusal, an appeal with a file, a complaint, a brother, and an officer who looked. */
async function aCase() {
  const family = await testPerson({ database, name: 'Amira Khan' });
  const one = await decidedApplication(database, {
    family,
    officer: priya,
    decidedAt: '2026-11-02T10:00:00Z',
  });
  await database.transaction({ authorityId: council.id, standing: 'system' }, async (transaction) => {
    await transaction
      .insertInto('children')
      .values({
        authority_id: council.id,
        id: newId(),
        household_id: one.householdId,
        given_name: 'Bilal',
        family_name: 'Khan',
        born_on: Temporal.PlainDate.from('2015-03-03'),
        created_at: testNow,
        changed_at: testNow,
      })
      .execute();
    const message = {
      kind: 'refusal-letter',
      to: 'amira@example.org',
      subject: 'Our decision about Zayn and Bilal',
      text: 'Dear Amira',
      reference: one.reference,
    };
    await keepMessage(transaction, { authorityId: council.id, message, at: testNow });
    await writeAudit(transaction, {
      authorityId: council.id,
      personId: priya.id,
      standing: 'practitioner',
      at: testNow,
      requestId: null,
      notes: [{ event: 'application.viewed', subject: { kind: 'application', id: one.applicationId } }],
    });
  });
  const file = { field: 'files', name: 'létter of Mai.pdf', bytes: aPdf(), tooBig: false };
  await at(front(), family).posts(
    `/account/decisions/${one.decisionId}/appeal`,
    { words: 'Bilal has it, and Zayn has not.' },
    [file],
  );
  await at(front(), family).posts('/account/complaints/new', {
    standing: 'parent-carer',
    words: 'You mixed up bilal and Zayn.',
    child: one.childId,
  });
  return { ...one, family, address: `/practitioners/children/${one.childId}/ombudsman-pack.zip` };
}

test('one click gives one case as one zip: chronology, decision with its facts, files, clocks, who looked, and no other child', async () => {
  const one = await aCase();
  const came = await at(front(), sian).opens(one.address);
  assert.ok(came.answer?.kind === 'download' && came.answer.body instanceof Uint8Array);
  const zip = unzipSync(came.answer.body);
  const page = strFromU8(zip['index.html'] ?? new Uint8Array());
  for (const words of [
    /The case of Zayn Khan/,
    /Application sent/,
    /Another service is paid for already\./,
    /medway-2025 2024-10/,
    /Answer at stage 1/,
    /8 December 2026/,
    /application\.viewed/,
    /Priya Shah/,
    /Not recorded yet|There is nothing/,
    /Our decision about Zayn and \[another child\]/,
    /has it, and Zayn has not/,
  ])
    assert.match(page, words);
  assert.doesNotMatch(page, /bilal/i);
  assert.match(page, /\[another child\] has it/);
  assert.doesNotMatch(page, /<script|src="http|href="http/);
  const facts = Object.keys(zip).find((name) => name.startsWith('decisions/')) ?? '';
  assert.equal(JSON.parse(strFromU8(zip[facts] ?? new Uint8Array())).facts['child.age'], 7);
  const file = Object.keys(zip).find((name) => name.startsWith('files/')) ?? '';
  assert.equal(file, 'files/01-letter-of-Mai.pdf');
  assert.match(page, /href="files\/01-letter-of-Mai\.pdf"/);
  assert.equal(strFromU8((zip[file] ?? new Uint8Array()).slice(0, 5)), '%PDF-');
});

test('nobody else makes it, nor who knows the family, nor whom a complaint in it is about', async () => {
  const one = await aCase();
  assert.match(
    (await at(front(), priya).opens(one.address)).denied,
    /complaints officer or data protection officer/,
  );
  assert.equal((await at(front(), one.family).opens(one.address)).denied, 'sign-in-as-practitioner');
  const officer = await testPerson({ database, name: 'Sam Odd', roles: ['data-protection-officer'] });
  assert.equal((await at(front(), officer).opens(one.address)).denied, '');
  const list = await at(front(), sian).opens('/practitioners/complaints');
  const hrefs = [...list.html.matchAll(/href="(\/practitioners\/complaints\/[0-9a-f-]{36})"/g)].map(
    ([, href = '']) => href,
  );
  for (const href of hrefs) await at(front(), sian).posts(`${href}/about`, { person: officer.id });
  assert.match((await at(front(), officer).opens(one.address)).denied, /is about you/);
  const missing = await at(front(), sian).opens(`/practitioners/children/${newId()}/ombudsman-pack.zip`);
  assert.equal(missing.answer?.kind, 'not-found');
});
