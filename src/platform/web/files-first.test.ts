// Files that come with a form are looked at while nobody waits for them, and stay only with what is saved.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { refusal } from '#kernel/refusal.ts';
import type { Database } from '#platform/database/index.ts';
import { aPdf } from '#platform/files/examples.ts';
import type { FileDesk } from '#platform/files/index.ts';
import { routes as signIn } from '#platform/people/routes.ts';
import { testDatabase } from '../../../test/database.ts';
import { testFiles } from '../../../test/files.ts';
import { hiddenFields, type SiteVisitor, siteVisitor, testSite } from '../../../test/site.ts';
import { firstValue } from './form.ts';
import { formTo } from './form-page.ts';
import { html } from './html.ts';
import { get, nothingPersonal, policy, post } from './route.ts';
import { page, redirect, type Visit, wrong } from './visit.ts';

const formPage = (visit: Visit) => page({ title: 'A form', main: formTo(visit, html`<p>A form</p>`) });
const families = policy('A family', ({ person }) =>
  person === null ? 'sign-in-as-family' : person.kind === 'family' ? 'allowed' : { denied: 'No.' },
);
const anyone = policy('Anybody', () => 'allowed');

/** Takes the files whose field is `kept`, then does as the form says. */
async function act(visit: Visit) {
  for (const upload of visit.uploads.filter(({ field }) => field === 'kept')) {
    const taken = await visit.files.takeIn(upload);
    if (!taken.ok) return wrong(taken);
  }
  if (firstValue(visit.form, 'then') === 'break') throw new Error('a bug');
  return firstValue(visit.form, 'then') === 'refuse'
    ? wrong(refusal('no', 'This cannot be taken'))
    : redirect('/letters');
}

const stored = new Set<string>();
let begun = 0;
let gate: Promise<void> = Promise.resolve();
const desk: FileDesk = {
  ...testFiles(),
  async takeIn(upload) {
    begun++;
    await gate;
    const taken = await testFiles().takeIn(upload);
    if (taken.ok) stored.add(taken.value.id);
    return taken;
  },
  async discard(id) {
    await testFiles().discard(id);
    stored.delete(id);
  },
};

let database: Database;
let app: FastifyInstance;
before(async () => {
  database = await testDatabase();
  app = await testSite({
    database,
    isDemonstration: true,
    files: desk,
    routes: [
      ...signIn,
      get('/letters', { policy: anyone, audit: nothingPersonal, show: formPage }),
      post('/letters', {
        policy: families,
        audit: nothingPersonal,
        act,
        again: formPage,
        takesFiles: true,
      }),
    ],
  });
});
after(async () => {
  await app.close();
  await database.close();
});
beforeEach(() => {
  stored.clear();
  begun = 0;
  gate = Promise.resolve();
});

async function signedIn(persona: string): Promise<SiteVisitor> {
  const visitor = siteVisitor(app);
  await visitor.send('/demonstration/sign-in', { on: '/demonstration/sign-in', fields: { persona } });
  return visitor;
}

async function sends(visitor: SiteVisitor, files: readonly string[], then = 'save'): Promise<number> {
  const form = new FormData();
  const hidden = hiddenFields((await visitor.get('/letters')).body, '/letters');
  for (const [name, value] of Object.entries({ ...hidden, then })) form.set(name, value);
  for (const field of files) {
    const bytes = field === 'broken' ? 'no letter' : new Uint8Array(aPdf());
    form.append(field === 'broken' ? 'kept' : field, new Blob([bytes]), 'letter.pdf');
  }
  const request = new Request('http://localhost/', { method: 'POST', body: form });
  const answer = await app.inject({
    method: 'POST',
    url: '/letters',
    headers: { host: 'localhost:3000', 'content-type': request.headers.get('content-type') ?? '' },
    cookies: Object.fromEntries(visitor.cookies),
    payload: Buffer.from(await request.arrayBuffer()),
  });
  return answer.statusCode;
}

test('while somebody’s files are looked at, others get their pages', async () => {
  const amira = await signedIn('amira');
  const open = Promise.withResolvers<void>();
  gate = open.promise;
  const sending = sends(amira, ['kept']);
  while (begun === 0) await new Promise((resolve) => setImmediate(resolve));
  const other = siteVisitor(app).get('/letters');
  const waited = new Promise<string>((resolve) => setTimeout(resolve, 3_000, 'waited').unref());
  const seen = await Promise.race([other.then(({ status }) => status), waited]);
  open.resolve();
  assert.equal(seen, 200);
  assert.equal(await sending, 303);
});

test('files stay that a saved form asked for, and no others', async () => {
  const amira = await signedIn('amira');
  assert.equal(await sends(amira, ['kept', 'unasked', 'kept']), 303);
  assert.equal(begun, 3);
  assert.equal(stored.size, 2);
  for (const id of stored) assert.ok((await testFiles().read(id)).ok);
});

test('of a form that is not saved no file stays, whyever it is not', async () => {
  const amira = await signedIn('amira');
  assert.equal(await sends(amira, ['kept', 'broken', 'kept']), 422);
  assert.equal(begun, 2, 'what stands behind a file that cannot be taken is not looked at');
  assert.deepEqual([...stored], []);
  assert.equal(await sends(amira, ['kept'], 'refuse'), 422);
  assert.equal(await sends(amira, ['kept'], 'break'), 500);
  assert.deepEqual([...stored], []);
});

test('the files of who may not send the form are not looked at', async () => {
  assert.equal(await sends(await signedIn('priya'), ['kept']), 403);
  assert.equal(await sends(siteVisitor(app), ['kept']), 303);
  assert.equal(begun, 0);
});
