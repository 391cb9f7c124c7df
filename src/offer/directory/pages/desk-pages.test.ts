// What staff see of searches: what families call things, and what they did not find. Through the web server, so that
// what a page leaves behind is what the platform writes.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { type Authority, loadAuthorities, syncAuthorities } from '#platform/authorities/index.ts';
import type { Database } from '#platform/database/index.ts';
import type { Person } from '#platform/web/visit.ts';
import { testDatabase } from '../../../../test/database.ts';
import { siteVisitor, testSite } from '../../../../test/site.ts';
import { testNow, testPerson, testVisit } from '../../../../test/visit.ts';
import { changeSynonym } from '../actions/change-synonym.ts';
import { publishOffer } from '../actions/publish-offer.ts';
import { routes } from '../routes.ts';
import { findPage } from './find.ts';
import { synonymsPage } from './synonyms.ts';
import { unmetCsv, unmetPage } from './unmet.ts';

let database: Database;
let authority: Authority;
let site: FastifyInstance;
let officer: Person;

before(async () => {
  database = await testDatabase();
  const folder = path.join(import.meta.dirname, '../../../../authorities');
  const medway = loadAuthorities(folder).find(({ slug }) => slug === 'medway');
  assert.ok(medway);
  authority = medway;
  await syncAuthorities(database, [medway]);
  await database.transaction({ authorityId: medway.id, standing: 'system' }, (transaction) =>
    publishOffer(transaction, { authority: medway, at: testNow }),
  );
  site = await testSite({ database, authorities: [medway], routes });
  officer = await testPerson({ database, authority, roles: ['short-breaks-officer'] });
});
after(async () => {
  await site.close();
  await database.close();
});

type Read = { readonly main: { readonly text: string } };
const textOf = ({ main }: Read) => main.text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

function read<T>(
  page: (visit: Parameters<typeof findPage>[0]) => Promise<T>,
  query: Record<string, string> = {},
) {
  return testVisit({ database, authority, person: officer, readOnly: true, query }, page);
}

function change(form: Readonly<Record<string, string>>) {
  return testVisit({ database, authority, person: officer, form }, changeSynonym);
}

async function titlesFor(text: string): Promise<readonly string[]> {
  const { main } = await testVisit({ database, authority, readOnly: true, query: { q: text } }, findPage);
  return [...main.text.matchAll(/daybreak-result__title"><a[^>]*>([^<]*)</g)].map((found) => found[1] ?? '');
}

const nothing = '/find?kind=animals&need=complex-health&when=overnight&free=yes';

test('a search that finds nothing is counted of nobody, by the day, and told to staff from five on', async () => {
  const visitor = siteVisitor(site);
  for (let times = 0; times < 4; times++)
    assert.equal((await visitor.get(`${nothing}&age=9&postcode=ME7+1HF&q=Jonathan`)).status, 200);
  const before = textOf(await read(unmetPage));
  assert.match(before, /Searches: fewer than 5/);
  assert.match(before, /Complex health needs fewer than 5/);
  await visitor.get(`${nothing}&q=swimming`);
  const text = textOf(await read(unmetPage));
  assert.match(text, /Searches: 5 \. With words that the directory does not know: fewer than 5/);
  assert.match(text, /Complex health needs 5/);
  assert.match(text, /ME7 fewer than 5/);
  assert.match(text, /8 to 10 fewer than 5/);
  assert.match(text, /swimming fewer than 5/);
  const { rows } = await database.transaction(
    { authorityId: authority.id, standing: 'system' },
    async (transaction) => ({
      rows: await transaction.selectFrom('tallies').selectAll().execute(),
    }),
  );
  assert.deepEqual(
    rows.map(({ times, on_day }) => [times, String(on_day)]),
    [
      [4, '2026-11-24'],
      [1, '2026-11-24'],
    ],
  );
  assert.doesNotMatch(JSON.stringify(rows), /jonathan|1HF/i);
});

test('what found something, what staff look for, and a look at everything are not counted', async () => {
  const tallied = (query: Record<string, string>, person: Person | null = null) =>
    testVisit({ database, authority, person, readOnly: true, query }, async (visit) => {
      await findPage(visit);
      return visit.tallies;
    });
  const unmet = { kind: 'animals', need: 'complex-health', when: 'overnight', free: 'yes' };
  assert.equal((await tallied(unmet)).length, 1);
  assert.deepEqual(await tallied(unmet, officer), []);
  assert.deepEqual(await tallied({ q: 'swimming' }), []);
  assert.deepEqual(await tallied({}), []);
});

test('the spreadsheet says the same, and no figure below five', async () => {
  const { body, name } = await read(unmetCsv, { months: '12' });
  assert.equal(name, 'searches-that-found-nothing-2025-11-24-to-2026-11-24.csv');
  const lines = String(body).trim().split('\r\n');
  assert.ok(lines.includes('Help that was needed,Complex health needs,5'), String(body));
  assert.ok(lines.includes('Place,ME7,fewer than 5'));
  assert.ok(lines.includes('All,Searches that found nothing,5'));
});

test('a word that staff give a meaning finds what it means from the next search on, until it is put back', async () => {
  assert.deepEqual(await titlesFor('dobbin'), []);
  assert.deepEqual(await change({ word: 'Dobbins', means: 'riding, the', step: 'save' }), {
    kind: 'redirect',
    to: '/practitioners/listings/synonyms?changed=dobbin',
  });
  assert.ok((await titlesFor('dobbin')).length > 0);
  const shown = textOf(await read(synonymsPage, { changed: 'dobbin' }));
  assert.match(shown, /“dobbin” is changed/);
  assert.match(shown, /dobbin riding \(\d+\) Test Practitioner, 24 November 2026/);
  await change({ word: 'dobbin', means: '', step: 'take-away' });
  assert.deepEqual(await titlesFor('dobbin'), []);
});

test('what every council begins with can be taken away and put back', async () => {
  const begun = await titlesFor('respite');
  assert.ok(begun.length > 0);
  await change({ word: 'respite', means: '', step: 'take-away' });
  assert.match(textOf(await read(synonymsPage)), /respite Itself alone/);
  assert.notDeepEqual(await titlesFor('respite'), begun);
  await change({ word: 'respite', means: '', step: 'put-back' });
  assert.deepEqual(await titlesFor('respite'), begun);
  const text = textOf(await read(synonymsPage));
  assert.match(text, /“respite” went back to what every council begins with/);
  assert.match(text, /“respite” means itself alone/);
});

test('what cannot be a word of a search is refused with a sentence', async () => {
  const refused = async (form: Record<string, string>) => {
    const answer = await change({ means: '', step: 'save', word: '', ...form });
    return answer.kind === 'wrong' ? answer.refusals.map(({ message }) => message).join() : answer.kind;
  };
  assert.match(await refused({}), /Write the word that families use/);
  assert.match(await refused({ word: 'night stay', means: 'overnight' }), /Write one word/);
  assert.match(await refused({ word: 'the', means: 'overnight' }), /A search passes over “the”/);
  assert.match(await refused({ word: 'kip', means: 'kip' }), /at least one word/);
  assert.match(await refused({ word: 'kip', means: 'a b c d e f g h i j k l' }), /8 words at most/);
  assert.match(await refused({ word: 'kip', step: 'put-back' }), /nothing to put back/);
});

test('the pages are for those who look after the listings', async () => {
  const visitor = siteVisitor(site);
  for (const page of ['synonyms', 'unmet', 'unmet/table.csv'])
    assert.match(
      (await visitor.get(`/practitioners/listings/${page}`)).location,
      /^\/practitioners\/sign-in/,
    );
});

test('the districts are served as GeoJSON for anybody, to be kept', async () => {
  const answer = await siteVisitor(site).get('/map/districts.geojson?x');
  assert.equal(answer.status, 200);
  assert.match(String(answer.headers['content-type']), /^application\/geo\+json/);
  assert.match(String(answer.headers['cache-control']), /max-age=604800/);
  assert.equal(JSON.parse(answer.body).features[0].properties.name, 'Medway');
});

test('only a page with a map may show pictures of the site that the council has named', async () => {
  const map = { tiles: 'https://tiles.example.org/{z}/{x}/{y}.png', attribution: 'Test maps' };
  const withTiles = await testSite({ database, authorities: [{ ...authority, map }], routes });
  const policyOf = async (app: FastifyInstance, page: string) =>
    /img-src ([^;]*)/.exec(
      String((await siteVisitor(app).get(page)).headers['content-security-policy']),
    )?.[1];
  assert.equal(await policyOf(withTiles, '/find'), "'self' https://tiles.example.org data:");
  assert.equal(await policyOf(withTiles, '/find/no-such-thing'), "'self' data:");
  assert.equal(await policyOf(site, '/find'), "'self' data:");
  await withTiles.close();
});
