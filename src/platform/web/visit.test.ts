import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nothing } from './html.ts';
import { isLocalPath, leaveForSignIn, notFound, page, redirect, wrong } from './visit.ts';

const pieces = fc.constantFrom(
  '/',
  '//',
  '\\',
  '%5c',
  '%2f',
  '.',
  '..',
  'evil.example',
  '@',
  ':',
  '?',
  '#',
  '\t',
  '\n',
  '\r',
  '\0',
  ' ',
  'https:',
  'javascript:alert(1)',
  '\u0085',
  '\u2028',
  'é',
  'a',
  '%',
  '%zz',
  '\ud800',
);
const paths = fc.oneof(
  fc.array(pieces, { maxLength: 8 }).map((all) => all.join('')),
  fc.webUrl(),
  fc.string({ unit: 'binary' }),
);

test('what counts as a path of this service leads a browser to this service, wherever it stands', () => {
  let local = 0;
  fc.assert(
    fc.property(
      fc.oneof(
        paths,
        paths.map((path) => `/${path}`),
      ),
      (path) => {
        if (!isLocalPath(path)) return;
        local += 1;
        for (const base of [
          'https://own.example/',
          'https://own.example/a/b/?c#d',
          'http://localhost:3000/x',
        ])
          assert.equal(new URL(path, base).origin, new URL(base).origin, JSON.stringify(path));
      },
    ),
    { numRuns: 5_000 },
  );
  assert.ok(local > 500, `${local} of the paths were local`);
});

test('ordinary paths are paths of this service, and the disguises of other sites’ addresses are not', () => {
  for (const path of [
    '/',
    '/find',
    '/find?words=swimming&near=ME4',
    '/a/../b',
    '/%5cevil.example',
    '/x//y',
    '/é#part',
  ])
    assert.ok(isLocalPath(path), path);
  for (const path of [
    '',
    'find',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/a\\b',
    '/\t/evil.example',
    '/\n/evil.example',
    '/a\r\nset-cookie: b',
    'https://evil.example',
    'javascript:alert(1)',
    ' /find',
    '/\0',
    '/\u0085',
  ])
    assert.equal(isLocalPath(path), false, JSON.stringify(path));
});

test('a redirect that would leave the service is a bug', () => {
  assert.deepEqual(redirect('/account'), { kind: 'redirect', to: '/account' });
  for (const path of ['//evil.example', 'https://evil.example/', ''])
    assert.throws(() => redirect(path), /does not stay within the service/);
});

test('the way to the council’s sign-in service is encrypted, or stays on this machine', () => {
  const leave = (url: string) => leaveForSignIn({ url: new URL(url), attempt: 'a' }).url;
  assert.equal(leave('https://login.example.org/x'), 'https://login.example.org/x');
  for (const url of ['http://localhost:4000/', 'http://127.0.0.1/', 'http://[::1]/'])
    assert.equal(leave(url), url);
  for (const url of [
    'http://login.example.org/',
    'javascript:alert(1)',
    'http://127.evil.example/',
    'http://localhost.evil.example/',
  ])
    assert.throws(() => leave(url), /reached by https/);
});

test('answers say what they are', () => {
  assert.equal(page({ title: 'A', main: nothing }).kind, 'page');
  assert.deepEqual(wrong(), { kind: 'wrong', refusals: [] });
  assert.deepEqual(notFound(), { kind: 'not-found' });
  assert.deepEqual(notFound('a listing'), { kind: 'not-found', what: 'a listing' });
});
