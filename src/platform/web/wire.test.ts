import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { ask, assertErrorPage, raw, servers } from '../../../test/wire.ts';

// What comes over the wire as no ordinary browser would send it: addresses, headers, mistakes.
const listening = servers();
let port = 0;
let address = '';
before(async () => {
  ({ port, address } = await listening());
});

test('an address that leads nowhere is a page, with any method that a page could be asked by', async () => {
  for (const line of [
    'GET /nowhere HTTP/1.1',
    'GET /nowhere?a=b HTTP/1.1',
    'PUT /form HTTP/1.1',
    'DELETE /form HTTP/1.1',
    'PATCH / HTTP/1.1',
    'OPTIONS /form HTTP/1.1',
    'POST /form HTTP/1.1',
    'GET /files HTTP/1.1',
    'PROPFIND /form HTTP/1.1',
    'TRACE / HTTP/1.1',
    `GET /${'a'.repeat(4_000)} HTTP/1.1`,
    `GET /things/${'a'.repeat(1_001)} HTTP/1.1`,
    'GET //evil.example HTTP/1.1',
    'GET // HTTP/1.1',
    'GET //form HTTP/1.1',
    'GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1',
    'GET /assets/../../package.json HTTP/1.1',
    'GET http://evil.example/ HTTP/1.1',
    'OPTIONS * HTTP/1.1',
  ])
    assertErrorPage(
      await ask(port, line, line.startsWith('P') ? 'content-length: 0\r\n' : ''),
      404,
      'Page not found',
      line,
    );
});

test('the head of a page is asked for without its body', async () => {
  const answer = await ask(port, 'HEAD / HTTP/1.1');
  assert.match(answer, /^HTTP\/1\.1 200 /);
  assert.equal(answer.split('\r\n\r\n')[1], '');
  assert.match(await ask(port, 'HEAD /nowhere HTTP/1.1'), /^HTTP\/1\.1 404 /);
});

test('percent signs that say nothing are answered with a page', async () => {
  for (const path of ['/%', '/%zz', '/things/%c3%28', '/things/%ff', '/%E0%A4%A', '/form%'])
    assertErrorPage(await ask(port, `GET ${path} HTTP/1.1`), 404, 'Page not found', path);
  assert.match(await ask(port, 'GET /form?a=%zz&%ff=%c3 HTTP/1.1'), /^HTTP\/1\.1 200 /);
});

test('a nought character, which no database takes, is an address that leads nowhere', async () => {
  for (const path of ['/things/%00', '/things/a%00b'])
    assertErrorPage(await ask(port, `GET ${path} HTTP/1.1`), 404, 'Page not found');
});

test('odd text that is pasted into a search is answered, without the signs that nobody typed', async () => {
  // A nought, a sign that turns the writing round, one that nobody sees, and a broken letter.
  const answer = await ask(port, 'GET /things/a?q=swim%00%E2%80%AEming%E2%80%8B%ff&a%00=1 HTTP/1.1');
  assert.match(answer, /^HTTP\/1\.1 200 /);
  // The test reads bytes as they are: the broken letter is the three of U+FFFD.
  assert.match(answer, /<h1>0 a swimming\xef\xbf\xbd<\/h1>/);
});

test('what is asked for is text and never markup', async () => {
  const answer = await ask(
    port,
    'GET /things/%3Cscript%3Ealert(1)%3C%2Fscript%3E?q=%22%3E%3Cimg%20src=x%3E HTTP/1.1',
  );
  assert.match(answer, /<h1>0 &lt;script&gt;alert\(1\)&lt;\/script&gt; &quot;&gt;&lt;img src=x&gt;<\/h1>/);
});

test('a mistake of ours is a page with a code to say on the telephone, and nothing of the inside', async () => {
  const answer = await ask(port, 'GET /broken HTTP/1.1');
  assertErrorPage(answer, 500, 'Sorry, something went wrong on our side');
  assert.match(answer, /say the code <strong>[0-9a-f]{8}<\/strong>/);
});

test('headers that are too many, too long or no headers are refused, and the server goes on', async () => {
  const long = await ask(port, 'GET / HTTP/1.1', `cookie: ${'a'.repeat(100_000)}\r\n`);
  assert.match(long, /^HTTP\/1\.1 431 /);
  for (const bytes of [
    '\r\n\r\n\r\n',
    'GET\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    '\x16\x03\x01\x02\x00',
    'GET / HTTP/1.1\r\n\r\n',
    'POST /words HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
  ]) {
    const answer = await raw(port, bytes);
    assert.match(answer, /^HTTP\/1\.1 4\d\d |^$/, JSON.stringify(bytes));
    assert.doesNotMatch(answer, /node_modules|\.ts:\d/);
  }
  assert.match(await raw(port, 'GET / HTTP/1.0\r\n\r\n'), /^HTTP\/1\.1 200 /);
  assert.match(await ask(port, 'GET / HTTP/1.1'), /^HTTP\/1\.1 200 /);
});

test('a redirect carries any letter, and no new header', async () => {
  const answer = await ask(port, `GET /away/${encodeURIComponent('Łódź café 😀')} HTTP/1.1`);
  assert.match(answer, /^HTTP\/1\.1 303 /);
  const location = /^location: (.*)$/im.exec(answer)?.[1]?.trim() ?? '';
  assert.equal(new URL(location, 'http://a').searchParams.get('words'), 'Łódź café 😀');
  const forged = await ask(port, 'GET /away/a%0d%0aset-cookie:%20b=c HTTP/1.1');
  assert.doesNotMatch(forged, /^set-cookie: b/im);
});

test('a download keeps its name, and runs nothing', async () => {
  for (const name of ['letter.pdf', 'Brief für Łukasz "2".pdf', "it's (1)*.pdf", 'a\r\nb.pdf']) {
    const answer = await ask(port, `GET /file/${encodeURIComponent(name)} HTTP/1.1`);
    assert.match(answer, /^HTTP\/1\.1 200 /);
    const disposition = /^content-disposition: (.*)$/im.exec(answer)?.[1]?.trim() ?? '';
    assert.match(disposition, /^attachment; filename="[A-Za-z0-9 ._-]*"; filename\*=UTF-8''[\w.%!~-]*$/);
    assert.equal(decodeURIComponent(disposition.split("UTF-8''")[1] ?? ''), name);
    assert.match(answer, /^content-security-policy: default-src 'none'; sandbox\r$/im);
    assert.match(answer, /^x-content-type-options: nosniff\r$/im);
  }
});
test('every answer carries the headers that keep a browser out of trouble', async () => {
  for (const path of ['/', '/form', '/nowhere', '/broken', '/theme.css', '/favicon.svg', '/health/live']) {
    const { headers } = await fetch(`${address}${path}`);
    const policyText = headers.get('content-security-policy') ?? '';
    assert.match(policyText, /default-src 'self'/);
    assert.doesNotMatch(policyText, /unsafe|\*|https?:/);
    for (const part of [
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
    ])
      assert.ok(policyText.includes(part), part);
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('referrer-policy'), 'same-origin');
    assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin');
    assert.equal(headers.get('x-powered-by'), null);
    assert.equal(headers.get('strict-transport-security'), null);
  }
});

test('a page with a form in it is nobody’s but this visitor’s: it is kept by nothing in between', async () => {
  const { headers } = await fetch(`${address}/form`);
  assert.equal(headers.get('cache-control'), 'no-store');
  const cookie = headers.get('set-cookie') ?? '';
  assert.match(cookie, /^daybreak_form=[^;]+; Max-Age=172800; Path=\/; HttpOnly; SameSite=Lax$/);
  const plain = await fetch(`${address}/`);
  assert.equal(plain.headers.get('set-cookie'), null);
  assert.equal(plain.headers.get('cache-control'), 'private, no-cache');
});

test('health is plain, metrics are for this machine', async () => {
  assert.equal(await (await fetch(`${address}/health/live`)).text(), 'alive\n');
  assert.equal(await (await fetch(`${address}/health/ready`)).text(), 'ready\n');
  await ask(port, 'GET /things/secret-name?q=secret HTTP/1.1');
  const metrics = await (await fetch(`${address}/metrics`)).text();
  assert.match(
    metrics,
    /daybreak_request_seconds_count\{route="\/things\/:id",method="GET",status="200"\} \d/,
  );
  assert.doesNotMatch(metrics, /secret|evil|nowhere/);
  for (const headers of ['x-forwarded-for: 127.0.0.1\r\n', 'forwarded: for=127.0.0.1\r\n', 'via: 1.1 a\r\n'])
    assertErrorPage(await ask(port, 'GET /metrics HTTP/1.1', headers), 404, 'Page not found');
  const rebound = await raw(port, 'GET /metrics HTTP/1.1\r\nhost: evil.example\r\nconnection: close\r\n\r\n');
  assertErrorPage(rebound, 404, 'Page not found');
});
