import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { settableClock } from '#kernel/clock.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Database } from '#platform/database/index.ts';
import { testAuthority, testDatabase } from '../../../test/database.ts';
import { testNow, testPerson, testVisit } from '../../../test/visit.ts';
import { keepDraft } from './actions/keep-draft.ts';
import { publishWords } from './actions/publish-words.ts';
import { checkWordsPage } from './pages/check-words.ts';
import { editWordsPage } from './pages/edit-words.ts';
import { listPage } from './pages/list.ts';
import { templatePage } from './pages/template.ts';
import { filedWordsOf } from './read-words.ts';
import type { Template } from './template.ts';
import { messageOf, write } from './words-in-force.ts';

const template: Template = {
  id: 'yes-letter',
  name: 'The letter that says yes',
  kind: 'letter',
  fields: [{ name: 'child', about: 'The child’s name', sample: 'Sam', isNeeded: true }],
  fieldsOfCase: async (_visit, reference) => (reference === 'AP-1' ? { child: 'Zayn Khan' } : null),
};
const templates = [template];
const params = { template: 'yes-letter' };

let database: Database;
let authority: Authority;
let clock: ReturnType<typeof settableClock>;
let officer: Awaited<ReturnType<typeof testPerson>>;
const folder = mkdtempSync(join(tmpdir(), 'daybreak-words-'));

const file = (subject: string) => `template: yes-letter
versions:
  - { from: 2026-04-01, subject: '${subject}', body: 'Hello {child}.' }
  - { from: 2026-11-01, subject: '${subject}, newer', body: 'Good day {child}.' }
`;

before(async () => {
  database = await testDatabase();
  mkdirSync(join(folder, 'england', 'words'), { recursive: true });
  mkdirSync(join(folder, 'testshire'));
  writeFileSync(join(folder, 'england', 'words', 'yes-letter.yaml'), file('Yes'));
  authority = { ...testAuthority, folder: join(folder, 'testshire') };
  clock = settableClock(testNow);
  officer = await testPerson({ database, roles: ['team-manager'] });
});
after(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const visit = <T>(options: object, work: Parameters<typeof testVisit<T>>[1]) =>
  testVisit({ database, authority, clock, person: officer, params, ...options }, work);
const wordsOf = (page: { readonly main: { readonly text: string } }) =>
  page.main.text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const saying = (body: string, subject = 'Yes, once more') => ({
  form: { subject, body, note: 'To be kinder' },
});

test('the file’s version of the day holds, and an older letter keeps the older words', async () => {
  const now = await visit({ readOnly: true }, (one) =>
    messageOf(one, { templateId: 'yes-letter', fields: { child: 'Sam' } }),
  );
  assert.deepEqual(now, { subject: 'Yes, newer', text: 'Good day Sam.' });
  const then = Temporal.Instant.from('2026-10-31T22:59:59Z');
  const older = await visit({ readOnly: true }, (one) =>
    write(one, { templateId: 'yes-letter', fields: { child: 'Sam' }, at: then }),
  );
  assert.equal(older.subject, 'Yes');
});

test('what is published holds from its moment on; what was sent before reads as it was sent', async () => {
  const before = clock.now();
  await visit(saying('Dear {child}, yes.'), keepDraft(templates));
  const checked = await visit({ readOnly: true }, checkWordsPage(templates));
  assert.ok('main' in checked && /Dear Sam, yes\./.test(wordsOf(checked)));
  clock.moveTo(before.add({ minutes: 5 }));
  assert.deepEqual(await visit({}, publishWords(templates)), {
    kind: 'redirect',
    to: '/practitioners/words/yes-letter?told=published',
  });
  const fields = { child: 'Sam' };
  const read = (at: Temporal.Instant) =>
    visit(
      { readOnly: true },
      async (one) => (await write(one, { templateId: 'yes-letter', fields, at })).subject,
    );
  assert.equal(await read(before), 'Yes, newer');
  assert.equal(await read(clock.now()), 'Yes, once more');
  const shown = await visit({ readOnly: true, query: { case: 'AP-1' } }, templatePage(templates));
  assert.ok('main' in shown);
  assert.match(wordsOf(shown), /With the case AP-1: .*Dear Zayn Khan, yes\..*In use since.*To be kinder/);
  const unknown = await visit({ readOnly: true, query: { case: 'AP-9' } }, templatePage(templates));
  assert.ok('main' in unknown);
  assert.match(wordsOf(unknown), /No case with the reference AP-9 was found for you/);
  const list = await visit({ readOnly: true }, listPage(templates));
  assert.match(wordsOf(list), /The letter that says yes Letter, \d+ .*November 2026/);
});

test('words that cannot be sent are not kept, the same words are not published twice, and nothing is not published', async () => {
  const faulty = await visit(saying('Dear {chidl}.'), keepDraft(templates));
  assert.ok('kind' in faulty && faulty.kind === 'wrong');
  assert.equal(faulty.refusals.length, 2);
  const none = await visit({}, publishWords(templates));
  assert.ok(none.kind === 'wrong' && none.refusals[0]?.code === 'no-draft');
  await visit(saying('Dear {child}, yes.'), keepDraft(templates));
  const same = await visit({}, publishWords(templates));
  assert.ok(same.kind === 'wrong' && same.refusals[0]?.code === 'nothing-changed');
  const form = await visit({ readOnly: true }, editWordsPage(templates));
  assert.ok('main' in form && /Dear \{child\}, yes\./.test(form.main.text));
});

test('a family’s connection reads words in force and writes none', async () => {
  const family = await testPerson({ database });
  const scope = { authorityId: authority.id, standing: 'family', personId: family.id } as const;
  await assert.rejects(
    database.transaction(scope, (transaction) =>
      transaction
        .insertInto('word_versions')
        .values({
          authority_id: authority.id,
          id: '018f0000-0000-7000-8000-00000000dd01',
          template_id: 'yes-letter',
          subject: 's',
          body: 'b',
          note: 'n',
          published_at: clock.now(),
          published_by: family.id,
          published_by_name: 'n',
        })
        .execute(),
    ),
    /row-level security/,
  );
});

test('a file with a mistake is named with its place', () => {
  mkdirSync(join(folder, 'faulty', 'words'), { recursive: true });
  writeFileSync(
    join(folder, 'faulty', 'words', 'no-letter.yaml'),
    'template: other\nversions: [{from: 2026-01-01, subject: s, body: b}]\n',
  );
  assert.throws(
    () => filedWordsOf({ folder: join(folder, 'faulty') }),
    /no-letter\.yaml: template: must be the file's own name/,
  );
});
