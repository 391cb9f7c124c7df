// What comes in by a form that no browser would send: it must cost little and be answered with a page.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import type { Database } from '#platform/database/index.ts';
import { routes as signIn } from '#platform/people/routes.ts';
import { testAuthority, testDatabase } from '../../../test/database.ts';
import { hiddenFields, type SiteVisitor, siteVisitor, testSite } from '../../../test/site.ts';
import { formTo } from './form-page.ts';
import { html } from './html.ts';
import { get, nothingPersonal, type Policy, policy, post } from './route.ts';
import { page, redirect, type Visit } from './visit.ts';

const anyone = policy('Anybody', () => 'allowed');
const families = policy('A family', (visit) => (visit.person === null ? 'sign-in-as-family' : 'allowed'));
const formPage = (visit: Visit) => page({ title: 'A form', main: formTo(visit, html`<p>A form</p>`) });
const acted: string[] = [];

function formAt(path: string, options: { readonly policy?: Policy; readonly takesFiles?: boolean } = {}) {
  return [
    get(path, { policy: anyone, audit: nothingPersonal, show: formPage }),
    post(path, {
      policy: options.policy ?? anyone,
      audit: nothingPersonal,
      act: async (visit) => {
        const files = visit.uploads.map(({ bytes, tooBig }) => (tooBig ? 'too big' : bytes.length));
        acted.push(`${path} ${visit.person?.name ?? 'nobody'} ${files.join(',')}`.trim());
        return redirect(`${path}/of/${visit.person?.name.replaceAll(' ', '-') ?? 'nobody'}`);
      },
      again: formPage,
      takesFiles: options.takesFiles ?? false,
    }),
  ];
}

let database: Database;
let app: FastifyInstance;
before(async () => {
  database = await testDatabase();
  app = await testSite({
    database,
    isDemonstration: true,
    routes: [
      ...signIn,
      ...formAt('/plain'),
      ...formAt('/other'),
      ...formAt('/letters', { takesFiles: true }),
      ...formAt('/own', { policy: families }),
    ],
  });
});
after(async () => {
  await app.close();
  await database.close();
});

type Part = { readonly name: string; readonly value: string | Buffer; readonly fileName?: string };

function multipart(parts: readonly Part[], end = '--edge--\r\n'): Buffer {
  const pieces = parts.flatMap(({ name, value, fileName }) => [
    Buffer.from(
      `--edge\r\nContent-Disposition: form-data; name="${name}"${fileName === undefined ? '' : `; filename="${fileName}"`}\r\n\r\n`,
    ),
    Buffer.from(value),
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...pieces, Buffer.from(end)]);
}

async function hiddenOn(visitor: SiteVisitor, path: string): Promise<readonly Part[]> {
  const fields = hiddenFields((await visitor.get(path)).body, path);
  return Object.entries(fields).map(([name, value]) => ({ name, value }));
}

function sends(visitor: SiteVisitor, url: string, payload: Buffer, contentType = 'boundary=edge') {
  return app.inject({
    method: 'POST',
    url,
    headers: { host: 'localhost:3000', 'content-type': `multipart/form-data; ${contentType}` },
    cookies: Object.fromEntries(visitor.cookies),
    payload,
  });
}

test('a form that ends in its middle, or is none, is answered as one that cannot be read', async () => {
  const visitor = siteVisitor(app);
  const hidden = await hiddenOn(visitor, '/letters');
  acted.length = 0;
  for (const [body, type] of [
    [multipart(hidden, ''), 'boundary=edge'],
    [Buffer.from('\0\xff nonsense'), 'boundary=edge'],
    [multipart(hidden), ''],
  ] as const) {
    const answer = await sends(visitor, '/letters', body, type);
    assert.equal(answer.statusCode, 400, body.toString('latin1').slice(0, 20));
    assert.match(answer.body, /We could not read that request/);
  }
  assert.deepEqual(acted, []);
});

test('files are read where the route takes them, and nowhere else', async () => {
  const visitor = siteVisitor(app);
  const file = { name: 'letter', value: Buffer.alloc(1_000, 1), fileName: 'a.pdf' };
  acted.length = 0;
  const taken = await sends(
    visitor,
    '/letters',
    multipart([...(await hiddenOn(visitor, '/letters')), file, file]),
  );
  assert.equal(taken.statusCode, 303);
  const refused = await sends(visitor, '/plain', multipart([...(await hiddenOn(visitor, '/plain')), file]));
  assert.equal(refused.statusCode, 415);
  assert.match(refused.body, /We could not read what was sent/);
  assert.deepEqual(acted, ['/letters nobody 1000,1000']);
});

test('many parts together hold no more than the service takes in at all', async () => {
  const visitor = siteVisitor(app);
  const hidden = await hiddenOn(visitor, '/letters');
  const parts = (count: number, size: number, fileName?: string) =>
    Array.from({ length: count }, (_, index) => ({
      name: `part-${index}`,
      value: Buffer.alloc(size, 97),
      ...(fileName === undefined ? {} : { fileName }),
    }));
  acted.length = 0;
  const files = await sends(visitor, '/letters', multipart([...hidden, ...parts(8, 9 * 1_048_576, 'a.pdf')]));
  const fields = await sends(visitor, '/letters', multipart([...hidden, ...parts(40, 150_000)]));
  assert.deepEqual([files.statusCode, fields.statusCode], [413, 413]);
  assert.match(files.body, /too much to take in at once/);
  assert.deepEqual(acted, []);
});

const keptForms = () =>
  database.transaction({ authorityId: testAuthority.id, standing: 'system' }, (transaction) =>
    transaction.selectFrom('kept_forms').select('sealed').execute(),
  );

/** Somebody who was signed in at this browser, and is no longer. */
async function signedOut(): Promise<SiteVisitor> {
  const visitor = siteVisitor(app);
  const sent = { on: '/demonstration/sign-in', fields: { persona: 'amira' } };
  await visitor.send('/demonstration/sign-in', sent);
  await sql`update sessions set revoked_at = created_at`.execute(database.owner);
  return visitor;
}

test('a form of somebody whose session has ended is kept when it is as long as people write, and not beyond', async () => {
  const visitor = await signedOut();
  const long = await visitor.send('/own', { on: '/own', fields: { words: 'a'.repeat(20_000) } });
  assert.equal(long.status, 303);
  assert.ok(visitor.cookies.has('daybreak_kept'));
  const before = (await keptForms()).length;
  const stranger = await signedOut();
  const endless = await stranger.send('/own', { on: '/own', fields: { words: 'a'.repeat(1_900_000) } });
  assert.deepEqual([endless.status, endless.location], [303, '/sign-in?then=%2Fown']);
  assert.equal(stranger.cookies.has('daybreak_kept'), false);
  assert.equal((await keptForms()).length, before);
});

test('one person’s form is not taken for another’s, nor one page’s for another’s, though they carry one mark', async () => {
  const amira = siteVisitor(app);
  const joe = siteVisitor(app);
  for (const [visitor, persona] of [
    [amira, 'amira'],
    [joe, 'joe'],
  ] as const)
    await visitor.send('/demonstration/sign-in', { on: '/demonstration/sign-in', fields: { persona } });
  const mark = { _form: newId() };
  acted.length = 0;
  const first = await amira.send('/own', { on: '/own', fields: mark });
  const again = await amira.send('/own', { on: '/own', fields: mark });
  const others = await joe.send('/own', { on: '/own', fields: mark });
  const elsewhere = await amira.send('/other', { on: '/other', fields: mark });
  assert.deepEqual(
    [first, again, others, elsewhere].map(({ location }) => location),
    ['/own/of/Amira-Khan', '/own/of/Amira-Khan', '/own/of/Joe-Carter', '/other/of/Amira-Khan'],
  );
  assert.deepEqual(acted, ['/own Amira Khan', '/own Joe Carter', '/other Amira Khan']);
});

test('a form that never comes to its end does not hold its connection for ever', () => {
  assert.equal(app.server.requestTimeout, 900_000);
});
