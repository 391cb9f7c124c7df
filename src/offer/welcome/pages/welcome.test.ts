import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Database } from '#platform/database/index.ts';
import type { Page } from '#platform/web/visit.ts';
import { testAuthority, testDatabase } from '../../../../test/database.ts';
import { testVisit } from '../../../../test/visit.ts';
import { routes } from '../routes.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

async function show(path: string, authority = testAuthority): Promise<Page> {
  const route = routes.find((one) => one.path === path);
  assert.ok(route !== undefined && 'show' in route);
  const shown = await testVisit({ database, authority, readOnly: true }, (visit) => route.show(visit));
  assert.equal(shown.kind, 'page');
  return shown.kind === 'page' ? shown : assert.fail();
}

test('every page has one first heading and a title of its own', async () => {
  const titles = new Set<string>();
  for (const { path } of routes) {
    const shown = await show(path);
    assert.equal([...shown.main.text.matchAll(/<h1/g)].length, 1, path);
    titles.add(shown.title);
  }
  assert.equal(titles.size, routes.length);
});

test('what an authority is called never becomes markup', async () => {
  const nasty = '<script>alert(1)</script>';
  const authority = {
    ...testAuthority,
    name: nasty,
    service: nasty,
    contact: { ...testAuthority.contact, phone: nasty, email: nasty, hours: nasty, address: nasty },
    crisis: [{ name: nasty, when: nasty, phone: nasty, text: nasty }],
  };
  for (const { path } of routes)
    assert.doesNotMatch((await show(path, authority)).main.text, /<script/, path);
});

test('help now names who helps, in the authority’s order, with a number to call', async () => {
  const shown = await show('/help-now');
  assert.match(shown.main.text, /Emergency services[\s\S]*href="tel:999"/);
});

test('the first page searches the directory and leads to what people come for', async () => {
  const { text } = (await show('/')).main;
  assert.match(text, /<form[^>]*method="get" action="\/find#results"/);
  for (const path of [
    '/find',
    '/what-can-we-get',
    '/apply',
    '/account',
    '/statement',
    '/providers',
    '/practitioners',
    '/help-now',
  ]) {
    assert.ok(text.includes(`href="${path}"`), path);
  }
});
