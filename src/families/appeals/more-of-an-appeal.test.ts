// A family adds to its appeal while it waits; an appeal that came by telephone or by letter is written down.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Database } from '#platform/database/index.ts';
import { aPdf } from '#platform/files/examples.ts';
import type { Person } from '#platform/web/visit.ts';
import { testDatabase } from '../../../test/database.ts';
import { testPerson } from '../../../test/visit.ts';
import { dateBoxes } from '../applications/examples.ts';
import { constraints } from './constraints.ts';
import { routes } from './routes.ts';
import { decidedApplication } from './test/decided.ts';
import { at } from './test/front.ts';

let database: Database;
let family: Person;
let stranger: Person;
let priya: Person;
let ngozi: Person;
before(async () => {
  database = await testDatabase();
  family = await testPerson({ database, name: 'Amira Khan', email: 'amira@example.org' });
  stranger = await testPerson({ database, name: 'Joe Carter' });
  priya = await testPerson({ database, name: 'Priya Shah', roles: ['short-breaks-officer'] });
  ngozi = await testPerson({ database, name: 'Ngozi Adeyemi', roles: ['team-manager'] });
});
after(() => database.close());

const decidedAt = '2026-11-02T10:00:00Z';
const front = () => ({ database, routes, constraints });
const decision = () => decidedApplication(database, { family, officer: priya, decidedAt });

test('a family adds words and a file while its appeal waits, and nothing once it is answered', async () => {
  const one = await decision();
  const made = await at(front(), family).posts(`/account/decisions/${one.decisionId}/appeal`, {
    words: 'The other service ended in May.',
  });
  const own = made.to.replace('?sent=yes', '');
  const desk = own.replace('/account', '/practitioners');
  const file = { field: 'files', name: 'school-letter.pdf', bytes: aPdf(), tooBig: false };
  const bare = await at(front(), family).posts(`${own}/add`, { more: ' ' });
  assert.deepEqual(
    bare.refusals.map(({ field }) => field),
    ['more'],
  );
  assert.equal((await at(front(), stranger).posts(`${own}/add`, { more: 'x' })).answer?.kind, 'not-found');
  const added = await at(front(), family).posts(`${own}/add`, { more: 'The school agrees.' }, [file]);
  assert.equal(added.to, `${own}?added=yes`);
  await at(front(), family).posts(`${own}/add`, { more: '' }, [{ ...file, name: 'gp.pdf' }]);
  const seen = await at(front(), ngozi).opens(desk);
  for (const words of [
    'The other service ended in May.',
    'The school agrees.',
    'school-letter.pdf',
    'gp.pdf',
  ])
    assert.ok(seen.text.includes(words), words);
  assert.match((await at(front(), family).opens(own)).text, /You told us more The school agrees\./);
  await at(front(), ngozi).posts(`${desk}/answer`, { outcome: 'not-upheld', reasons: 'It did not end.' });
  const late = await at(front(), family).posts(`${own}/add`, { more: 'Wait' });
  assert.deepEqual(
    late.refusals.map(({ code }) => code),
    ['ended-already'],
  );
  assert.doesNotMatch((await at(front(), family).opens(own)).html, /name="more"/);
});

test('an appeal by telephone counts from the day of the call, and who called gets the receipt', async () => {
  const one = await decision();
  const to = `/practitioners/decisions/${one.decisionId}/appeal`;
  const said = {
    person: family.id,
    way: 'phone',
    words: 'She says that the other service ended in May.',
    lateBecause: '',
  };
  const tomorrow = await at(front(), ngozi).posts(to, { ...said, ...dateBoxes('cameOn', '2026-11-25') });
  assert.deepEqual(
    tomorrow.refusals.map(({ field }) => field),
    ['cameOn'],
  );
  const before = await at(front(), ngozi).posts(to, { ...said, ...dateBoxes('cameOn', '2026-11-01') });
  assert.deepEqual(
    before.refusals.map(({ code }) => code),
    ['too-early'],
  );
  const other = { ...said, person: stranger.id, ...dateBoxes('cameOn', '2026-11-23') };
  assert.deepEqual(
    (await at(front(), ngozi).posts(to, other)).refusals.map(({ field }) => field),
    ['person'],
    'nobody outside the family',
  );
  const kept = await at(front(), ngozi).posts(to, { ...said, ...dateBoxes('cameOn', '2026-11-23') });
  assert.match(kept.to, /^\/practitioners\/appeals\//);
  // The twentieth working day after Monday 23 November is Monday 21 December.
  assert.equal(kept.sent[0]?.to, family.email);
  assert.match(kept.sent[0]?.text ?? '', /21 December 2026/);
  const seen = await at(front(), ngozi).opens(kept.to);
  assert.match(seen.text, /It came by telephone\. Ngozi Adeyemi wrote it down for you\./);
  const own = await at(front(), family).opens(kept.to.replace('/practitioners', '/account'));
  assert.match(own.text, /You made the appeal Ngozi Adeyemi wrote it down for you/);
  const twice = await at(front(), ngozi).posts(to, { ...said, ...dateBoxes('cameOn', '2026-11-24') });
  assert.deepEqual(
    twice.refusals.map(({ code }) => code),
    ['appealed-already'],
  );
  assert.notEqual((await at(front(), family).opens(to)).denied, '', 'it is not the family’s page');
});
