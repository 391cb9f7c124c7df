import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Database } from '#platform/database/index.ts';
import { testDatabase } from '../../../test/database.ts';
import { testPerson } from '../../../test/visit.ts';
import { routes } from '../../modules.ts';
import { Applicant } from '../applications/test/applying.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

/** Whether one of the service's pages stands at an address. */
function isPage(address: string): boolean {
  const parts = address.split(/[?#]/)[0]?.split('/') ?? [];
  return routes.some(({ method, path }) => {
    const wanted = path.split('/');
    return (
      method === 'GET' &&
      wanted.length === parts.length &&
      wanted.every((part, index) => part.startsWith(':') || part === parts[index])
    );
  });
}

function assertLinksLead(html: string): void {
  const links = [...html.matchAll(/href="(\/[^"]*)"/g)].map((match) => match[1] ?? '');
  assert.ok(links.length > 2);
  for (const link of links) assert.ok(isPage(link), `${link} is no page`);
}

test('who has just come is told where to begin, and every way leads to a page', async () => {
  const person = await testPerson({ database });
  const { html } = await new Applicant({ database, person }).opens('/account');
  assert.match(html, /See what your family can get/);
  assert.doesNotMatch(html, /For you to do|What you have|Your child/);
  assertLinksLead(html);
});

test('a draft is for the family to do, and a sent application brings the child’s own card', async () => {
  const person = await testPerson({ database });
  const family = new Applicant({ database, person });
  const first = await family.starts({ scheme: 'medway-2025' });
  const begun = (await family.opens('/account')).html;
  assert.match(begun, /For you to do[\s\S]*Finish and send your application/);
  await family.fills(first);
  await family.sends(first);
  const { html } = await family.opens('/account');
  assert.doesNotMatch(html, /Finish and send/);
  assert.match(html, /What you asked for[\s\S]*We are reading it/);
  assert.match(html, /Your child<\/h2>[\s\S]*href="\/account\/children\/[0-9a-f-]{36}\/about"/);
  assertLinksLead(html);
});

test('what goes on between the family and the council stands there too, with where it stands', async () => {
  const person = await testPerson({ database });
  const family = new Applicant({ database, person });
  const first = await family.starts({ scheme: 'medway-2025' });
  await family.fills(first);
  await family.sends(first);
  const child = /\/account\/children\/[0-9a-f-]{36}/.exec((await family.opens('/account')).html)?.[0] ?? '';
  const asked = await family.posts(`${child}/ask-for-assessment`, {
    whose: 'child-and-family',
    words: 'Nights',
  });
  const { html } = await family.opens('/account');
  assert.match(html, /Assessment for [\s\S]*You asked for it\. Somebody will get in touch\./);
  assert.ok(html.includes(`href="${asked.to.split('?')[0]}"`), asked.to);
  assertLinksLead(html);
});

test('a practitioner is led to their own work', async () => {
  const person = await testPerson({ database, roles: ['social-worker'] });
  const { to } = await new Applicant({ database, person }).opens('/account');
  assert.equal(to, '/practitioners');
});
