// How well the search answers what is asked of Medway's directory: the labels, and the rule by which they were made,
// stand in medway-relevance.yaml. Precision at 5 is the share of accepted listings among the first five, or among as
// many as there are to be found where those are fewer; reciprocal rank is 1 for a search whose first answer is
// accepted, 1/2 where the second is the first accepted, and so on; 0 where none is on the first page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { parse } from 'yaml';
import { type Authority, loadAuthorities, syncAuthorities } from '#platform/authorities/index.ts';
import type { Database } from '#platform/database/index.ts';
import { testDatabase } from '../../../test/database.ts';
import { testNow } from '../../../test/visit.ts';
import { publishOffer } from './actions/publish-offer.ts';
import { searchOffer } from './actions/search-offer.ts';

const labels: Readonly<Record<string, readonly string[]>> = parse(
  readFileSync(path.join(import.meta.dirname, 'medway-relevance.yaml'), 'utf8'),
);

let database: Database;
let authority: Authority;

before(async () => {
  database = await testDatabase();
  const folder = path.join(import.meta.dirname, '../../../authorities');
  const medway = loadAuthorities(folder).find(({ slug }) => slug === 'medway');
  assert.ok(medway);
  authority = medway;
  await syncAuthorities(database, [medway]);
  await database.transaction({ authorityId: medway.id, standing: 'system' }, (transaction) =>
    publishOffer(transaction, { authority: medway, at: testNow }),
  );
});
after(() => database.close());

async function answersOf(asked: string): Promise<readonly string[]> {
  const query = asked.startsWith('?') ? new URLSearchParams(asked) : new URLSearchParams({ q: asked });
  const scope = { authorityId: authority.id, standing: 'public', readOnly: true } as const;
  const { found } = await database.transaction(scope, (transaction) =>
    searchOffer(transaction, {
      authorityId: authority.id,
      query,
      today: Temporal.PlainDate.from('2026-11-24'),
      localities: authority.localities,
    }),
  );
  return found.listings.map(({ listing }) => listing.slug);
}

test('at least 120 searches are labelled, and every label names a listing', async () => {
  assert.ok(Object.keys(labels).length >= 120, `${Object.keys(labels).length} searches`);
  const known = new Set<string>();
  for (let page = 1; page <= 9; page++) for (const slug of await answersOf(`?page=${page}`)) known.add(slug);
  const unknown = Object.values(labels).flatMap((slugs) => slugs.filter((slug) => !known.has(slug)));
  assert.deepEqual(unknown, []);
});

test('precision at 5 and mean reciprocal rank are at least 0.9', async (context) => {
  const measured: { asked: string; precision: number; reciprocal: number; missed: string }[] = [];
  for (const [asked, accepted] of Object.entries(labels)) {
    const answers = await answersOf(asked);
    const most = Math.min(5, accepted.length);
    const first = answers.slice(0, most);
    const rank = answers.findIndex((slug) => accepted.includes(slug)) + 1;
    measured.push({
      asked,
      precision: first.filter((slug) => accepted.includes(slug)).length / most,
      reciprocal: rank === 0 ? 0 : 1 / rank,
      missed: first.filter((slug) => !accepted.includes(slug)).join(', '),
    });
  }
  const mean = (of: (one: (typeof measured)[number]) => number) =>
    measured.reduce((sum, one) => sum + of(one), 0) / measured.length;
  const [precision, reciprocal] = [mean((one) => one.precision), mean((one) => one.reciprocal)];
  context.diagnostic(
    `${measured.length} searches: precision at 5 ${precision.toFixed(3)}, mean reciprocal rank ${reciprocal.toFixed(3)}`,
  );
  for (const one of measured) {
    if (one.precision < 1) context.diagnostic(`${one.precision.toFixed(2)} ${one.asked}: not ${one.missed}`);
  }
  assert.ok(precision >= 0.9, `precision at 5 is ${precision.toFixed(3)}`);
  assert.ok(reciprocal >= 0.9, `mean reciprocal rank is ${reciprocal.toFixed(3)}`);
});
