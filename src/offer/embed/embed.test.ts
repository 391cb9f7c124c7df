import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { parse } from 'parse5';
import { aListing } from '#offer/directory/examples.ts';
import { prepareListing, saveListing } from '#offer/directory/index.ts';
import { refreshSessions } from '#offer/sessions/index.ts';
import type { Database } from '#platform/database/index.ts';
import { testAuthority, testDatabase } from '../../../test/database.ts';
import { testSite } from '../../../test/site.ts';
import { testNow } from '../../../test/visit.ts';

const authorityId = testAuthority.id;
const authority = {
  ...testAuthority,
  folder: path.join(import.meta.dirname, '../../../authorities/medway'),
};
let database: Database;
let app: FastifyInstance;

before(async () => {
  database = await testDatabase();
  await database.transaction({ authorityId, standing: 'system' }, async (transaction) => {
    const listings = [
      aListing({ runs: { season: 'all-year', from: null, until: null } }),
      aListing({ slug: 'paused', title: 'Paused swim', paused: 'The boiler is broken.' }),
      ...Array.from({ length: 7 }, (_, number) =>
        aListing({
          slug: `art-${number}`,
          title: `Painting <${number}>`,
          kinds: ['arts'],
          cost: { kind: 'free', note: null },
        }),
      ),
    ];
    for (const listing of listings)
      await saveListing(transaction, {
        authorityId,
        at: testNow,
        toSave: await prepareListing(transaction, listing),
      });
    await refreshSessions(transaction, {
      authority,
      today: Temporal.PlainDate.from('2026-11-24'),
      now: testNow,
    });
  });
  app = await testSite({ database, authorities: [authority] });
});
after(async () => {
  await app.close();
  await database.close();
});

/** Whether any element of a document has this name. */
function has(document: string, name: string): boolean {
  const look = (node: object): boolean =>
    ('nodeName' in node && node.nodeName === name) ||
    ('childNodes' in node && Array.isArray(node.childNodes) && node.childNodes.some(look));
  return look(parse(document));
}

test('any site may frame the list, which sets no cookie and has no form, script or field in it', async () => {
  const answer = await app.inject({ url: '/embed/list' });
  assert.equal(answer.statusCode, 200);
  assert.equal(answer.headers['set-cookie'], undefined);
  assert.equal(answer.headers['x-frame-options'], undefined);
  assert.match(String(answer.headers['content-security-policy']), /frame-ancestors \*/);
  assert.equal(answer.headers['cache-control'], 'public, max-age=600');
  assert.match(answer.body, /<html lang="en-GB">/);
  for (const name of ['form', 'script', 'input', 'iframe', 'style']) assert.ok(!has(answer.body, name), name);
  assert.doesNotMatch(answer.body, / style=| onclick=/);
  const again = await app.inject({
    url: '/embed/list',
    headers: { 'if-none-match': String(answer.headers.etag) },
  });
  assert.equal(again.statusCode, 304);
});

test('no other page may be framed', async () => {
  for (const url of ['/embed', '/find', '/openactive']) {
    const { headers } = await app.inject({ url });
    assert.match(String(headers['content-security-policy']), /frame-ancestors 'none'/, url);
  }
});

test('each link opens a new tab, says so, and cannot reach back', async () => {
  const { body } = await app.inject({ url: '/embed/list?kind=arts' });
  const links = body.match(/<a [^>]*>.*?<\/a>/gs) ?? [];
  assert.equal(links.length, 7);
  for (const link of links)
    assert.match(
      link,
      /^<a href="\/[^"]*" target="_blank" rel="noopener">.*\(opens in a new tab\)<\/span><\/a>$/s,
    );
  assert.ok(body.includes('href="/find?kind=arts"'));
  assert.ok(body.includes('Painting &lt;0&gt;'));
});

test('the search, how many and the language of the heading are in the address', async () => {
  const { body } = await app.inject({ url: '/embed/list?q=swim&most=3&heading=pl' });
  assert.match(body, /<h1 lang="pl">Krótkie przerwy/);
  assert.match(body, /Saturday 28 November/);
  assert.match(body, /Not running now\. The boiler is broken\./);
  assert.doesNotMatch(body, /Painting/);
  const nothing = await app.inject({ url: '/embed/list?kind=overnight' });
  assert.match(nothing.body, /Nothing fits this list now/);
  const odd = await app.inject({ url: '/embed/list?most=9999&heading=__proto__&near=1,2&page=77' });
  assert.equal(odd.statusCode, 200);
  assert.equal((odd.body.match(/<h2>/g) ?? []).length, 5);
});

test('the same as data, without nulls, for any site', async () => {
  const answer = await app.inject({ url: '/embed/list.json?q=swim' });
  assert.equal(answer.headers['access-control-allow-origin'], '*');
  assert.doesNotMatch(answer.body, /null/);
  const list = answer.json<{
    total: number;
    all: string;
    listings: { id: string; url: string; nextSession?: string }[];
  }>();
  assert.equal(list.total, 2);
  assert.match(list.all, /\/find\?q=swim$/);
  const swim = list.listings.find(({ id }) => id === 'saturday-swim');
  assert.equal(swim?.nextSession, '2026-11-28T10:00:00Z');
  assert.match(String(swim?.url), /^http.*\/find\/saturday-swim$/);
});

test('the page that makes a list shows it and gives a snippet that leads to it', async () => {
  const { body } = await app.inject({ url: '/embed?q=swim&most=3&heading=cy&height=high' });
  assert.match(body, /<iframe class="daybreak-embed" src="\/embed\/list\?q=swim&amp;most=3&amp;heading=cy"/);
  const snippet = /<textarea[^>]*readonly[^>]*>([^<]*)<\/textarea>/.exec(body)?.[1] ?? '';
  const whole = snippet
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
  const source = /src="([^"]*)"/.exec(whole)?.[1]?.replaceAll('&amp;', '&') ?? '';
  assert.match(source, /^http/);
  assert.match(whole, /title="Short breaks from Testshire Council" width="100%" height="720"/);
  const { pathname, search } = new URL(source);
  assert.match((await app.inject({ url: `${pathname}${search}` })).body, /<h1 lang="cy">/);
});

test('a pasted search goes before the fields; an address that is none is said beside it', async () => {
  const pasted = encodeURIComponent('https://breaks.example.org/find?q=paint&age=7&page=3&near=51.3,0.5');
  const { body } = await app.inject({ url: `/embed?q=swim&address=${pasted}` });
  assert.match(body, /src="\/embed\/list\?q=paint&amp;age=7"/);
  const wrong = await app.inject({ url: '/embed?address=https%3A%2F%2Fexample.org%2Felsewhere' });
  assert.equal(wrong.statusCode, 200);
  assert.match(wrong.body, /govuk-error-message[\s\S]*Paste the address of a page/);
});
