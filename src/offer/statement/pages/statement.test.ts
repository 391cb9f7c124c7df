import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { dateInEngland } from '#kernel/clock.ts';
import { liveListings, publishOffer } from '#offer/directory/index.ts';
import { type Authority, loadAuthorities, syncAuthorities } from '#platform/authorities/index.ts';
import type { Database } from '#platform/database/index.ts';
import { testAuthority, testDatabase } from '../../../../test/database.ts';
import { testNow, testVisit } from '../../../../test/visit.ts';
import { statementPage } from './statement.ts';

let database: Database;
let authority: Authority;

before(async () => {
  database = await testDatabase();
  const folder = path.join(import.meta.dirname, '../../../../authorities');
  const medway = loadAuthorities(folder).find(({ slug }) => slug === 'medway');
  assert.ok(medway);
  authority = medway;
  await syncAuthorities(database, [medway]);
});
after(() => database.close());

async function wordsOf(of: Authority): Promise<string> {
  const shown = await testVisit({ database, authority: of, readOnly: true }, statementPage);
  return shown.main.text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

test('a council with an empty directory and no scheme still has a statement, which says so', async () => {
  const words = await wordsOf(testAuthority);
  assert.match(words, /there are 0 short breaks in the directory/);
  assert.match(words, /There is nothing to apply for just now/);
});

test('it tells what the directory holds, by tier, with what rests apart, and the rules of the grant', async () => {
  const scope = { authorityId: authority.id, standing: 'system' } as const;
  const listings = await database.transaction(scope, async (transaction) => {
    await publishOffer(transaction, { authority, at: testNow });
    return liveListings(transaction, authority.id, dateInEngland(testNow));
  });
  const running = listings.filter(({ paused }) => paused === null);
  const words = await wordsOf(authority);
  assert.ok(words.includes(`On 24 November 2026 there are ${running.length} short breaks`));
  const specialist = running.filter(({ tier }) => tier === 'specialist').length;
  assert.ok(words.includes(`Specialist support (${specialist})`));
  for (const { title } of listings) assert.ok(words.includes(title.replaceAll("'", '&#39;')), title);
  const wheelchair = running.filter(({ needs }) => needs.includes('wheelchair')).length;
  assert.match(words, new RegExp(`Wheelchair user ${wheelchair} `));
  const madeUp = running.filter(({ provenance }) => provenance.kind === 'demonstration').length;
  assert.ok(words.includes(`${madeUp} of the ${running.length} short breaks are made up`));
  assert.match(words, /The grant is for children under 18\./);
  assert.match(words, /£1,000/);
});

test('it names the three things that regulation 5 asks for', async () => {
  const words = await wordsOf(authority);
  for (const part of ['What there is', 'Who can have it', 'How this meets the needs of carers']) {
    assert.ok(words.includes(part));
  }
  assert.match(words, /regulation 5/);
});
