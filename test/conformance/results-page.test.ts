// The results page that the measurements compare ours with, made by govuk-frontend's own macros, says the same as
// ours: else `npm run bench` would compare two different pages, or none.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { type Authority, loadAuthorities, syncAuthorities } from '#platform/authorities/index.ts';
import type { Database } from '#platform/database/index.ts';
import { documentOf } from '#platform/web/layout.ts';
import { resultsByNunjucks } from '../../bench/nunjucks-results.ts';
import { differenceOfMain } from '../../bench/same-page.ts';
import { answerFind } from '../../src/offer/directory/actions/answer-find.ts';
import { publishOffer } from '../../src/offer/directory/index.ts';
import { findPage } from '../../src/offer/directory/pages/find.ts';
import { testDatabase } from '../database.ts';
import { testNow, testVisit } from '../visit.ts';

let database: Database;
let authority: Authority;

before(async () => {
  database = await testDatabase();
  const medway = loadAuthorities(path.join(import.meta.dirname, '..', '..', 'authorities')).find(
    ({ slug }) => slug === 'medway',
  );
  assert.ok(medway);
  authority = medway;
  await syncAuthorities(database, [medway]);
  await database.transaction({ authorityId: medway.id, standing: 'system' }, (transaction) =>
    publishOffer(transaction, { authority: medway, at: testNow }),
  );
});
after(() => database.close());

/** The page of a search, by our functions and by the macros. */
function bothPages(query: string): Promise<{ readonly ours: string; readonly theirs: string }> {
  const asked = new URLSearchParams(query);
  return testVisit({ database, authority, path: '/find', readOnly: true }, async (visit) => {
    const asking = { ...visit, query: asked };
    return {
      ours: documentOf(await findPage(asking), { authority, person: null, isDemonstration: true }, false),
      theirs: resultsByNunjucks(await answerFind(asking), authority),
    };
  });
}

for (const query of [
  '',
  'postcode=ME7+1HF',
  'postcode=ME7+1HF&order=name&page=3',
  'q=swimming',
  'q=swimming&order=name',
  'postcode=ME4&within=5&age=9&need=wheelchair&kind=sport&when=weekend&when=evening',
  'q=swimming&need=autism&access=step-free&day=sat&from-day=31&from-month=2&upto=x&order=newest',
  'near=51.38,0.55&language=bfi&join=open&season=term-time&transport=none',
  'tier=universal&free=yes&pay=direct-payment&locality=Gillingham',
]) {
  test(`the page of /find?${query} is the same by typed functions and by the macros`, async () => {
    const { ours, theirs } = await bothPages(query);
    assert.equal(differenceOfMain(ours, theirs), null);
  });
}

test('a page that says something else is found to differ', async () => {
  const [one, other] = [await bothPages('q=swimming'), await bothPages('q=swimming&order=name')];
  assert.notEqual(differenceOfMain(one.ours, other.theirs), null);
  assert.match(String(differenceOfMain(one.ours, one.theirs.replace('</h1>', '.</h1>'))), /"break\."/);
});
