import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { dateInEngland } from '#kernel/clock.ts';
import { liveListings, parseListingSearch } from '#offer/directory/index.ts';
import type { MessageToSend } from '#platform/web/visit.ts';
import { testAuthority } from '../../../test/database.ts';
import { testNow, testVisit } from '../../../test/visit.ts';
import { fitsFilters } from '../directory/domain/fits-filters.ts';
import { composeFacts } from './actions/compose-facts.ts';
import { dutiesOn, layoutOf, printStatement, remindOfStatement, toDosOfPractitioner } from './index.ts';
import { statementPage } from './pages/statement.ts';
import {
  boxes,
  type Cast,
  castOf,
  councilNamed,
  desk,
  explains,
  publishes,
  saves,
  signs,
} from './test/council.ts';

let cast: Cast;
before(async () => {
  cast = await castOf();
});
after(() => cast.database.close());
beforeEach(() => cast.clock.moveTo(testNow));

const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const inSystem = { standing: 'system' } as const;

function system<T>(work: Parameters<Cast['database']['transaction']>[1]): Promise<T> {
  return cast.database.transaction({ authorityId: cast.authority.id, ...inSystem }, work) as Promise<T>;
}

/** A council of its own for what would stand in the way of others. */
async function another(t: { after(done: () => Promise<void>): void }): Promise<Cast> {
  const one = await castOf();
  t.after(() => one.database.close());
  return one;
}

test('a council with an empty directory and no scheme still has a statement, which says so', async () => {
  const shown = await testVisit(
    { database: cast.database, authority: testAuthority, readOnly: true },
    statementPage,
  );
  assert.match(words(shown.main.text), /there are 0 short breaks in the directory/);
  assert.match(words(shown.main.text), /There is nothing to apply for just now/);
  assert.match(words(shown.main.text), /No version has been published here yet/);
});

test('what is composed names every listing, the criteria as published, and regulation 5', async () => {
  const listings = await system<Awaited<ReturnType<typeof liveListings>>>((transaction) =>
    liveListings(transaction, cast.authority.id, dateInEngland(testNow)),
  );
  const { text } = await cast.as(null).opens('/statement/today');
  for (const { title } of listings) assert.ok(text.includes(title.replaceAll("'", '&#39;')), title);
  assert.match(text, /The grant is for children under 18\./);
  assert.match(text, /£1,000/);
  assert.match(text, /regulation 5/);
});

test('every figure is what its link’s search gives among the short breaks that run', async () => {
  const listings = await system<Awaited<ReturnType<typeof liveListings>>>((transaction) =>
    liveListings(transaction, cast.authority.id, dateInEngland(testNow)),
  );
  const running = listings.filter(({ paused }) => paused === null);
  const facts = await testVisit({ ...cast, readOnly: true }, composeFacts);
  const all = [
    facts.range,
    facts.carers,
    facts.kinds,
    facts.times,
    facts.needs,
    facts.ages,
    facts.places,
  ].flat();
  assert.ok(all.length > 50);
  for (const { words: what, query, count } of all) {
    const search = parseListingSearch(new URLSearchParams(query));
    assert.equal(running.filter((one) => fitsFilters(one, search)).length, count, `${what}: ${query}`);
  }
});

test('only those whose work it is write, sign and publish; everybody at the council may look', async () => {
  const wayIn = await cast.as(null).opens(desk);
  assert.equal(wayIn.denied, 'sign-in-as-practitioner');
  assert.match(
    (await cast.as(cast.marcus).posts(`${desk}/begin`)).denied,
    /short breaks officer or commissioner/,
  );
  assert.match((await cast.as(cast.priya).posts(`${desk}/sign`)).denied, /commissioner or team manager/);
  assert.match((await cast.as(cast.priya).posts(`${desk}/publish`)).denied, /commissioner or team manager/);
  assert.match((await cast.as(cast.marcus).opens(desk)).text, /No new version is being written/);
});

test('two people at one section: the second is told, sees both texts, and loses nothing', async (t) => {
  const own = await another(t);
  await own.as(own.priya).posts(`${desk}/begin`);
  const address = `${desk}/sections/designed/words`;
  await own.as(own.priya).posts(address, { words: 'Priya wrote this.', revision: '0' });
  const late = await own.as(own.tom).posts(address, { words: 'Tom wrote this.', revision: '0' });
  assert.equal(late.refusals[0]?.code, 'changed-by-someone-else');
  assert.match(late.text, /What Priya Shah saved meanwhile Priya wrote this\./);
  assert.match(late.html, /<textarea[^>]*>Tom wrote this\.<\/textarea>/);
  assert.match(late.html, /name="revision" value="1"/);
  assert.equal((await own.as(own.tom).posts(address, { words: 'Both.', revision: '1' })).refusals.length, 0);
  const page = await own.as(own.priya).opens(address);
  assert.match(page.text, /Earlier texts \(1\) Priya Shah, 24 November 2026 Priya wrote this\./);
});

test('facts come in by name: an unknown one is refused with the nearest, a typed figure is warned of', async (t) => {
  const own = await another(t);
  await own.as(own.priya).posts(`${desk}/begin`);
  const wrong = await saves(own, own.priya, ['what', 'words', 'There are {{listings.cuont}}.']);
  assert.match(wrong.refusals[0]?.message ?? '', /The nearest is \{\{listings\.count\}\}/);
  await saves(own, own.priya, ['what', 'words', 'There are {{listings.count}} here. We have 80 clubs.']);
  const page = await own.as(own.priya).opens(`${desk}/sections/what/words`);
  const { running } = await testVisit({ ...own, readOnly: true }, composeFacts);
  assert.ok(page.text.includes(`There are ${running} here.`));
  assert.match(page.text, /“80 clubs”: write \{\{listings\.count\}\}/);
  assert.match((await own.as(own.priya).opens(`${desk}/publish`)).text, /“80 clubs”/);
  const facts = await own.as(own.priya).opens(`${desk}/facts`);
  assert.match(facts.text, new RegExp(`\\{\\{listings\\.count\\}\\} Short breaks that run now ${running}`));
  assert.equal(
    (await own.as(own.priya).posts(`${desk}/sections/range/words`, { words: 'x', revision: '0' })).refusals[0]
      ?.code,
    'composed',
  );
});

test('two different people sign, a change takes both off, and with a gap nothing goes out without a reason', async (t) => {
  const own = await another(t);
  const { helen, ngozi, priya } = own;
  await own.as(priya).posts(`${desk}/begin`);
  const review = boxes('review', own.clock.today().add({ years: 1 }));
  const codes = async () =>
    (await own.as(ngozi).posts(`${desk}/publish`, review)).refusals.map(({ code }) => code);
  assert.deepEqual(await codes(), ['gap', 'not-signed']);
  await explains(own);
  await signs(own, helen);
  await signs(own, helen);
  assert.deepEqual(await codes(), ['not-signed'], 'one person twice is one');
  await signs(own, ngozi);
  await saves(own, priya, ['what', 'words', 'A rest for carers, and a good time for children.']);
  assert.deepEqual(await codes(), ['not-signed'], 'the change took both off');
  assert.match((await own.as(helen).opens(desk)).text, /changed after Helen Marsh and Ngozi Adeyemi signed/);
  const stale = await own.as(helen).posts(`${desk}/sign`, { fingerprint: 'of an earlier text' });
  assert.equal(stale.refusals[0]?.code, 'changed-by-someone-else');
  await signs(own, helen);
  await signs(own, ngozi);
  assert.equal(
    (await own.as(ngozi).posts(`${desk}/publish`, boxes('review', own.clock.today()))).refusals[0]?.code,
    'past',
  );
  const done = await own.as(ngozi).posts(`${desk}/publish`, review);
  assert.equal(done.to, '/statement/versions/1');
  const { text } = await own.as(null).opens('/statement');
  assert.match(text, /Version 1, 24 November 2026/);
  assert.match(text, /Signed by Helen Marsh, commissioner, and Ngozi Adeyemi, team manager\./);
  assert.match(text, /What is missing, and why[\s\S]*This is the first one\. We ask in spring\./);
  assert.match(text, /Nothing that it lists has changed since/);
});

test('families comment without an account, staff note, answer and publish; the raw words stay with staff', async (t) => {
  const own = await another(t);
  const { priya } = own;
  const today = own.clock.today();
  await own.as(priya).posts(`${desk}/begin`);
  assert.equal(
    (await own.as(null).posts('/statement/consultation', { who: 'other', section: '', words: 'Hi' }))
      .refusals[0]?.code,
    'not-consulting',
  );
  const opened = await own.as(priya).posts(`${desk}/consultation`, {
    ...boxes('opens', today),
    ...boxes('closes', today.add({ days: 42 })),
    asks: 'Is it right?',
  });
  assert.deepEqual(opened.refusals, []);
  await saves(own, priya, ['what', 'words', 'Written after it opened.']);
  const asked = await own.as(null).opens('/statement/consultation');
  assert.doesNotMatch(asked.text, /Written after it opened/, 'families see the draft as it was opened');
  const said = { who: 'parent-carer', section: 'range', words: 'Nothing on Sundays for Zayn at our house.' };
  assert.equal(
    (await own.as(null).posts('/statement/consultation', said)).to,
    '/statement/consultation?told=thanks',
  );
  assert.equal(
    (await own.as(null).posts('/statement/consultation', { ...said, words: '' })).refusals[0]?.field,
    'words',
  );
  await own.as(priya).posts(`${desk}/views`, {
    ...boxes('made', today),
    how: 'meeting',
    who: 'parent-carer',
    people: '12',
    section: '',
    words: 'The forum wants more nights.',
  });
  const seen = await own.as(null).opens('/statement/consultation');
  assert.doesNotMatch(seen.text, /Sundays|more nights/, 'nothing is shown before somebody has looked at it');
  const publicRead = await own.database.transaction(
    { authorityId: own.authority.id, standing: 'public' },
    (transaction) => transaction.selectFrom('statement_comments').select('id').execute(),
  );
  assert.deepEqual(publicRead, [], 'the database itself keeps the raw words from who is not staff');
  const list = await own.as(priya).opens(`${desk}/consultation`);
  const addresses = [...list.html.matchAll(/comments\/([0-9a-f-]{36})/g)].map((match) => match[1] ?? '');
  assert.equal(addresses.length, 2);
  const answer = { publish: 'yes', words: 'Nothing on Sundays.', changed: 'We bought a Sunday club.' };
  await own.as(priya).posts(`${desk}/comments/${addresses[0]}`, answer);
  await own.as(priya).posts(`${desk}/comments/${addresses[1]}`, {
    publish: 'no',
    words: 'x',
    changed: 'Nights come next year.',
  });
  const shown = await own.as(null).opens('/statement/consultation');
  assert.match(
    shown.text,
    /Nothing on Sundays\. A parent or carer, on this website, about “What there is” What we did: We bought a Sunday club\./,
  );
  assert.doesNotMatch(shown.text, /Zayn|more nights/);
  await own.as(priya).posts(`${desk}/comments/${addresses[0]}`, { ...answer, publish: 'no' });
  assert.doesNotMatch(
    (await own.as(null).opens('/statement/consultation')).text,
    /Nothing on Sundays/,
    'taken back',
  );
  await own.as(priya).posts(`${desk}/comments/${addresses[0]}`, answer);
  const still = await own.as(own.ngozi).posts(`${desk}/publish`, boxes('review', today.add({ years: 1 })));
  assert.ok(still.refusals.some(({ code }) => code === 'still-consulting'));
  own.clock.moveTo(testNow.add({ hours: 24 * 43 }));
  assert.match((await own.as(null).opens('/statement/consultation')).text, /Now we look at what you said/);
  await signs(own, own.helen);
  await signs(own, own.ngozi);
  const done = await own
    .as(own.ngozi)
    .posts(`${desk}/publish`, boxes('review', own.clock.today().add({ years: 1 })));
  assert.equal(done.to, '/statement/versions/1', JSON.stringify(done.refusals));
  const { text } = await own.as(null).opens('/statement');
  assert.match(text, /We had 2 comments from 13 people\./);
  assert.match(text, /What we did: We bought a Sunday club\./);
  assert.doesNotMatch(text, /What is missing, and why/);
});

test('a published version never changes, whatever happens to the directory, and the next says what did', async (t) => {
  const own = await another(t);
  await own.as(own.priya).posts(`${desk}/begin`);
  await saves(own, own.priya, ['what', 'words', 'There are {{listings.count}} short breaks.']);
  await publishes(own);
  const frozen = (await own.as(null).opens('/statement/versions/1')).html;
  const easy = (await own.as(null).opens('/statement/versions/1/easy-read')).html;
  const large = (await own.as(null).opens('/statement/versions/1/large-print')).html;
  const listings = own.database.transaction({ authorityId: own.authority.id, ...inSystem }, (transaction) =>
    transaction.selectFrom('listings').select('slug').orderBy('slug').execute(),
  );
  const [first, second] = await listings;
  assert.ok(first !== undefined && second !== undefined);
  const scope = { authorityId: own.authority.id, ...inSystem };
  for (const change of [
    () => sql`update listings set title = 'Renamed' where slug = ${first.slug}`.execute(own.database.owner),
    () =>
      sql`update listings set checked_on = '2020-01-01' where slug = ${second.slug}`.execute(
        own.database.owner,
      ),
    () => sql`update listings set kinds = '{overnight}'`.execute(own.database.owner),
    () =>
      sql`update listings set checked_on = '2020-01-01',
        content = jsonb_set(content, '{checkedOn}', '"2020-01-01"')`.execute(own.database.owner),
  ]) {
    await change();
    assert.equal((await own.as(null).opens('/statement/versions/1')).html, frozen);
    assert.equal((await own.as(null).opens('/statement/versions/1/easy-read')).html, easy);
    assert.equal((await own.as(null).opens('/statement/versions/1/large-print')).html, large);
  }
  await assert.rejects(
    own.database.transaction(scope, (transaction) =>
      transaction
        .updateTable('statement_versions')
        .set({ review_by: Temporal.PlainDate.from('2030-01-01') })
        .execute(),
    ),
  );
  await assert.rejects(
    sql`update statement_versions set review_by = '2030-01-01'`.execute(own.database.owner),
  );
  await assert.rejects(sql`delete from statement_versions`.execute(own.database.owner));
  const { text } = await own.as(null).opens('/statement');
  assert.match(text, /There are 0 short breaks; there were \d+\./);
  const next = await own.as(own.helen).posts(`${desk}/begin`);
  assert.equal(next.to, desk);
  await saves(own, own.helen, ['what', 'words', 'Written anew.']);
  await explains(own, 'range');
  await explains(own, 'designed');
  const done = await publishes(own);
  assert.equal(done.to, '/statement/versions/2', JSON.stringify(done.refusals));
  const two = (await own.as(null).opens('/statement')).text;
  assert.match(
    two,
    /What changed since the version before[\s\S]*“What a short break is” is written anew\.[\s\S]*there were/,
  );
  assert.match(two, /Other versions Version 1 24 November 2026/);
  assert.match((await own.as(null).opens('/statement/versions/1')).text, /This is an earlier version/);
  assert.equal((await own.as(null).opens('/statement/versions/3')).answer?.kind, 'not-found');
  assert.equal((await own.as(null).opens('/statement/versions/1e1')).answer?.kind, 'not-found');
});

test('reminders go to those whose work it is, once each time, by the clock; the list of work tells it too', async (t) => {
  const own = await another(t);
  await own.as(own.priya).posts(`${desk}/begin`);
  await publishes(own);
  const sent: MessageToSend[] = [];
  const remind = () =>
    remindOfStatement({
      database: own.database,
      clock: own.clock,
      authorities: [own.authority],
      queueMessage: async (_transaction, _authorityId, message) => void sent.push(message),
      originOf: () => 'https://medway.example.org',
    });
  const toDos = () => testVisit({ ...own, person: own.priya, readOnly: true }, toDosOfPractitioner);
  assert.equal(await remind(), 0);
  assert.deepEqual(await toDos(), []);
  own.clock.moveTo(Temporal.Instant.from('2027-09-02T06:35:00Z'));
  assert.equal(await remind(), 4, 'two officers, the commissioner and the manager; not the social worker');
  assert.equal(await remind(), 0, 'told once');
  assert.match(sent[0]?.text ?? '', /24 November 2027/);
  assert.match(sent[0]?.text ?? '', /https:\/\/medway\.example\.org\/practitioners\/statement/);
  assert.equal((await toDos())[0]?.by?.toString(), '2027-11-24');
  own.clock.moveTo(Temporal.Instant.from('2027-11-24T06:35:00Z'));
  assert.equal(await remind(), 4);
  own.clock.moveTo(Temporal.Instant.from('2027-12-22T06:35:00Z'));
  assert.equal(await remind(), 4);
  await own.as(own.priya).posts(`${desk}/begin`);
  // A year on nobody has checked the listings, so the range and what fits are gaps as well.
  for (const duty of ['views', 'range', 'designed']) await explains(own, duty);
  const signer = await testVisit({ ...own, person: own.ngozi, readOnly: true }, toDosOfPractitioner);
  assert.deepEqual(
    signer.map(({ title }) => title),
    ['Read and sign the short breaks statement'],
  );
});

test('it prints as JSON, HTML and Markdown', async () => {
  const printed = (form: 'json' | 'html' | 'markdown') =>
    system<string>((transaction) => printStatement({ ...cast, transaction }, form));
  const json: unknown = JSON.parse(await printed('json'));
  assert.ok(typeof json === 'object' && json !== null && 'sections' in json && Array.isArray(json.sections));
  assert.match(await printed('html'), /^<!DOCTYPE html>[\s\S]*<h2 id="range">What there is<\/h2>/);
  const markdown = await printed('markdown');
  assert.match(markdown, /^# The short breaks statement/);
  assert.match(markdown, /\n## Who can have it\n[\s\S]*- The grant is for children under 18\./);
  assert.match(markdown, /\| \[Nights away\]\(<\/find\?kind=overnight>\) \| \d+ \|/);
});

test('every council has a layout, and every section that the law’s duties name is in it', () => {
  for (const slug of ['devon', 'essex', 'kent', 'medway', 'warwickshire']) {
    const authority = councilNamed(slug);
    const there = new Set(layoutOf(authority).sections.map(({ id }) => id));
    const duties = dutiesOn(authority, Temporal.PlainDate.from('2026-11-24'));
    assert.equal(duties.length, 6);
    for (const { id, sections } of duties)
      for (const section of sections) assert.ok(there.has(section), `${slug}: ${id}: ${section}`);
  }
});
