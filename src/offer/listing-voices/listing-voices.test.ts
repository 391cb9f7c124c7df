import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { settableClock } from '#kernel/clock.ts';
import type { Database } from '#platform/database/index.ts';
import type { Person } from '#platform/web/visit.ts';
import { otherAuthority, testAuthority, testDatabase } from '../../../test/database.ts';
import { siteVisitor, testSite } from '../../../test/site.ts';
import { testNow, testPerson, testVisit } from '../../../test/visit.ts';
import { prepareListing } from '../directory/actions/prepare-listing.ts';
import { aListing } from '../directory/examples.ts';
import { saveListing } from '../directory/store/save-listing.ts';
import { answerComment, publishComment, refuseComment, takeDownComment } from './actions/work-on-comment.ts';
import { mustNotBePublished, signsOfPerson } from './domain/personal-data.ts';
import { type CommentStep, phaseOf, publishedOf, stepsFrom } from './domain/voices.ts';
import { forgetOldVoices } from './forget-old-voices.ts';
import { allComments, allProblems, commentsOnListing } from './read-voices.ts';
import { toDosOfPractitioner } from './to-dos.ts';

let database: Database;
let app: FastifyInstance;
let officer: Person;

before(async () => {
  database = await testDatabase();
  app = await testSite({ database });
  officer = await testPerson({ database, name: 'Priya Shah', roles: ['short-breaks-officer'] });
  await database.transaction({ authorityId: testAuthority.id, standing: 'system' }, async (transaction) => {
    const toSave = await prepareListing(transaction, aListing());
    await saveListing(transaction, { authorityId: testAuthority.id, toSave, at: testNow });
  });
});
after(async () => {
  await app.close();
  await database.close();
});

const comment = {
  words: 'The pool is calm. The music is too loud.',
  saidBy: 'parent-carer',
  email: 'a.parent@example.org',
};

/** Somebody comments on the swim at the front; gives the id that staff know it by. */
async function said(fields: Record<string, string> = comment): Promise<string> {
  const before = await comments();
  const sent = await siteVisitor(app).send('/find/saturday-swim/comment', {
    on: '/find/saturday-swim/comment',
    fields,
  });
  assert.equal(sent.location, '/find/saturday-swim/comment?sent=yes');
  const made = (await comments()).find(({ id }) => !before.some((one) => one.id === id));
  assert.ok(made);
  return made.id;
}

const comments = () => testVisit({ database, person: officer }, allComments);
const problems = () => testVisit({ database, person: officer }, allProblems);
const published = () => testVisit({ database }, (visit) => commentsOnListing(visit, 'saturday-swim'));

function does(act: typeof publishComment, commentId: string, form: Record<string, string>) {
  return testVisit({ database, person: officer, params: { comment: commentId }, form }, async (visit) => ({
    answer: await act(visit),
    sent: visit.sent,
  })).then(({ answer, sent }) => ({ answer, sent }));
}

const doneToday = {
  outcome: 'done',
  words: 'The music is off now.',
  'day-day': '24',
  'day-month': '11',
  'day-year': '2026',
};

test('a comment is read by staff first, published without what tells who it was, and answered for all to see', async () => {
  const id = await said({
    ...comment,
    words: 'My son Zayn loves it. Ring me on 07700 900123. The music is loud.',
  });
  assert.deepEqual(await published(), [], 'nobody has read it yet');
  const page = await siteVisitor(app).get('/comments');
  assert.doesNotMatch(page.body, /Zayn/);

  const asItWas = await testVisit(
    { database, person: officer, params: { comment: id }, form: { words: 'Ring me on 07700 900123.' } },
    publishComment,
  );
  assert.equal(asItWas.kind, 'wrong');
  assert.match(
    asItWas.kind === 'wrong' ? (asItWas.refusals[0]?.message ?? '') : '',
    /Take out “07700 900123”/,
  );

  const let1 = await does(publishComment, id, { words: 'My son loves it. The music is loud.' });
  assert.equal(let1.sent[0]?.to, comment.email);
  assert.match(let1.sent[0]?.text ?? '', /It is published now/);
  assert.deepEqual(
    (await published()).map(({ words, answer }) => ({ words, answer })),
    [{ words: 'My son loves it. The music is loud.', answer: null }],
  );

  const answered = await does(answerComment, id, doneToday);
  assert.match(answered.sent[0]?.text ?? '', /The music is off now/);
  const year = await siteVisitor(app).get('/comments?year=2026');
  assert.match(year.body, /The music is loud\./);
  assert.match(year.body, /We did it\.<\/strong> The music is off now\./);
  assert.doesNotMatch(year.body, /Zayn|07700|Priya|a\.parent/, 'nobody is named, the officer neither');
  const [kept] = (await comments()).filter((one) => one.id === id);
  assert.equal(kept?.email, null, 'the address is forgotten with the last message');

  const down = await does(takeDownComment, id, { reason: 'Somebody could be known by it.' });
  assert.equal(down.sent.length, 0);
  assert.deepEqual(await published(), []);
});

test('a comment that is not published keeps the reason, which the public never reads', async () => {
  const id = await said();
  const refused = await does(refuseComment, id, { reason: 'It is about one member of staff.' });
  assert.match(refused.sent[0]?.text ?? '', /It is about one member of staff/);
  assert.deepEqual(await published(), []);
  for (const standing of ['public', 'family'] as const) {
    const rows = await database.transaction(
      { authorityId: testAuthority.id, standing },
      async (transaction) => [
        ...(await transaction.selectFrom('listing_comments').select('id').execute()),
        ...(await transaction.selectFrom('listing_comment_steps').select('id').execute()),
        ...(await transaction.selectFrom('listing_problems').select('id').execute()),
      ],
    );
    assert.deepEqual(rows, [], standing);
  }
  const again = await does(answerComment, id, doneToday);
  assert.equal(again.answer.kind, 'wrong', 'what is not published is not answered in public');
});

test('the public changes nothing of what is published, and another council reads none of it', async () => {
  const id = await said();
  await does(publishComment, id, { words: 'The pool is calm.' });
  const changed = await database.transaction(
    { authorityId: testAuthority.id, standing: 'public' },
    (transaction) => transaction.updateTable('published_comments').set({ words: 'x' }).executeTakeFirst(),
  );
  assert.equal(Number(changed.numUpdatedRows), 0);
  const seen = await database.transaction(
    { authorityId: otherAuthority.id, standing: 'practitioner' },
    (transaction) => transaction.selectFrom('published_comments').select('words').execute(),
  );
  assert.deepEqual(seen, []);
});

test('what was written can be forgotten and not be changed, also by who owns it', async () => {
  await said();
  await assert.rejects(
    database.transaction({ authorityId: testAuthority.id, standing: 'practitioner' }, (transaction) =>
      transaction.updateTable('listing_comments').set({ words: 'something else' }).execute(),
    ),
    /only ever forgotten/,
  );
});

test('after a year what people wrote is forgotten, and what is published stays', async () => {
  const id = await said();
  await does(publishComment, id, { words: 'The pool is calm and warm.' });
  const forget = (now: Temporal.Instant) =>
    forgetOldVoices({ database, clock: settableClock(now), authorityIds: [testAuthority.id] });
  assert.equal(await forget(testNow), 0);
  assert.ok((await forget(testNow.add({ hours: 24 * 366 }))) > 0);
  const [kept] = (await comments()).filter((one) => one.id === id);
  assert.deepEqual([kept?.words, kept?.email], [null, null]);
  assert.ok((await published()).some(({ words }) => words === 'The pool is calm and warm.'));
});

test('the provider hears at once, and once a day, that something may be wrong, without a stranger’s words', async () => {
  const before = (await problems()).length;
  for (const kind of ['times', 'times', 'cost']) {
    const sent = await siteVisitor(app).send('/find/saturday-swim/problem', {
      on: '/find/saturday-swim/problem',
      fields: { kind, words: 'Click https://bad.example.org', email: '' },
    });
    assert.equal(sent.location, '/find/saturday-swim/problem?sent=yes');
  }
  assert.equal((await problems()).length, before + 3, 'staff have all of them');
  const messages = await database.transaction(
    { authorityId: testAuthority.id, standing: 'system' },
    (transaction) =>
      transaction
        .selectFrom('messages')
        .select(['sent_to', 'text'])
        .where('kind', '=', 'listing-problem')
        .execute(),
  );
  assert.deepEqual(
    messages.map((message) => message.sent_to),
    ['hello@otters.example.org'],
  );
  assert.match(messages[0]?.text ?? '', /The times or days are wrong/);
  assert.doesNotMatch(messages[0]?.text ?? '', /bad\.example/);
});

test('a worry about safety goes to staff alone, and is due on the same day', async () => {
  const count = () =>
    database.transaction(
      { authorityId: testAuthority.id, standing: 'system' },
      async (transaction) =>
        (
          await transaction
            .selectFrom('messages')
            .select('id')
            .where('kind', '=', 'listing-problem')
            .execute()
        ).length,
    );
  const before = await count();
  const sent = await siteVisitor(app).send('/find/saturday-swim/problem', {
    on: '/find/saturday-swim/problem',
    fields: { kind: 'not-safe', words: 'Nobody watched the gate.', email: '' },
  });
  assert.equal(sent.location, '/find/saturday-swim/problem?sent=not-safe');
  assert.equal(await count(), before);
  const toDos = await testVisit({ database, person: officer }, toDosOfPractitioner);
  const worry = toDos.find(({ title }) => title === 'Look at a worry about safety');
  assert.equal(worry?.by?.toString(), '2026-11-24');
});

test('nobody but the desk has these things to do', async () => {
  const worker = await testPerson({ database, roles: ['social-worker'] });
  const family = await testPerson({ database });
  for (const person of [worker, family, null])
    assert.deepEqual(await testVisit({ database, person }, toDosOfPractitioner), []);
});

test('a form without a choice comes back with what was typed, and nothing is kept', async () => {
  const before = (await problems()).length;
  const back = await siteVisitor(app).send('/find/saturday-swim/problem', {
    on: '/find/saturday-swim/problem',
    fields: { words: 'Something typed', email: 'not an address' },
  });
  assert.equal(back.status, 422);
  assert.match(back.body, /Choose what is wrong/);
  assert.match(back.body, /Something typed/);
  assert.equal((await problems()).length, before);
});

test('what anybody may send is limited to twenty an hour from one address, and buries nothing else', async () => {
  const visitor = siteVisitor(app);
  const statuses: number[] = [];
  for (let time = 0; time < 22; time++)
    statuses.push((await visitor.send('/comments/new', { on: '/comments/new', fields: comment })).status);
  assert.deepEqual(statuses, [...Array<number>(20).fill(303), 429, 429]);
  await siteVisitor(app).send('/comments/new', { on: '/comments/new', fields: comment });
  const toDos = await testVisit({ database, person: officer }, toDosOfPractitioner);
  assert.equal(toDos.filter(({ title }) => /^Read and answer comments: 2\d of them$/.test(title)).length, 1);
  assert.ok(!toDos.some(({ title }) => title === 'Read a comment, and publish it'));
});

test('a comment on what there never was, is not found', async () => {
  for (const path of ['/find/no-such/comment', '/find/no-such/problem', '/practitioners/listings/comments/x'])
    assert.notEqual((await siteVisitor(app).get(path)).status, 200, path);
});

for (const [words, what] of [
  ['write to jo.bloggs@example.org', 'email address'],
  ['ring 07700 900123', 'telephone number'],
  ['ring 01632 960001 please', 'telephone number'],
  ['or +44 7700 900123', 'telephone number'],
  ['we live at ME7 1HF', 'postcode'],
  ['my daughter Aisha loves it', 'name'],
  ['My son Zayn loves it', 'name'],
  ['the leader is called Sam', 'name'],
] as const)
  test(`“${words}” has a ${what} in it`, () => {
    assert.deepEqual(
      signsOfPerson(words).map((sign) => sign.what),
      [what],
    );
  });

test('plain words have nothing personal in them', () => {
  for (const words of [
    'It costs £6.50 for 10 sessions in 2026.',
    'Open 10 to 4.',
    'Room 101 is cold. The 191 bus stops there.',
  ])
    assert.deepEqual(signsOfPerson(words), [], words);
});

const step = (kind: CommentStep['kind'], number: number): CommentStep => {
  const all = {
    number,
    at: testNow,
    byName: 'P',
    words: `${kind} ${number}`,
    onDay: Temporal.PlainDate.from('2026-11-24'),
  };
  return kind === 'answered' ? { ...all, kind, outcome: 'done' } : { ...all, kind };
};
const aComment = {
  id: 'c',
  listingSlug: null,
  saidBy: 'parent-carer',
  madeOn: Temporal.PlainDate.from('2026-11-01'),
} as const;

test('by whatever way the steps go, the public reads a comment only after it was let through, and never once it is taken down', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 3 }), { maxLength: 12 }), (choices) => {
      const steps: CommentStep[] = [];
      for (const one of choices) {
        const possible = stepsFrom(phaseOf(steps));
        const kind = possible[one % possible.length];
        assert.ok(kind);
        steps.push(step(kind, steps.length + 1));
      }
      const shown = publishedOf(aComment, steps);
      const last = steps.findLast(({ kind }) => kind !== 'answered')?.kind;
      assert.equal(shown !== null, last === 'published');
      assert.equal(shown === null || shown.words.startsWith('published'), true);
      assert.equal(mustNotBePublished(shown?.words ?? '').length, 0);
    }),
  );
});
