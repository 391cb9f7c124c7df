import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { assertErrorPage, raw, servers } from '../../../test/wire.ts';

// Forms that are of another kind, broken, cut off, too big or too many.
const listening = servers();
let port = 0;
let address = '';
before(async () => {
  ({ port, address } = await listening());
});

const tooMuch = 'That was too much to take in at once';

test('what is sent in a form that nobody asked for is refused with a page', async () => {
  const send = (type: string, body: string) =>
    raw(
      port,
      `POST /words HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n${type && `content-type: ${type}\r\n`}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  for (const type of [
    'application/json',
    'text/plain',
    'application/xml',
    'what/ever',
    'multipart/mixed; boundary=x',
    'nonsense',
  ])
    assertErrorPage(await send(type, '{"a":1}'), 415, 'We could not read what was sent');
  assertErrorPage(
    await send('multipart/form-data; boundary=x', '--x--\r\n'),
    415,
    'We could not read what was sent',
  );
});

test('a form with files that is broken or cut off is refused with a page', async () => {
  const send = (type: string, body: string) =>
    raw(
      port,
      `POST /files HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-type: ${type}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  for (const [type, body] of [
    ['multipart/form-data', 'x'],
    ['multipart/form-data; boundary=', 'x'],
    ['multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="f"; filename="a"\r\n\r\nb',
    ],
    [
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="__proto__"\r\n\r\nb\r\n--x--\r\n',
    ],
    ['multipart/form-data; boundary=x', ''],
  ] as const) {
    const answer = await send(type, body);
    assert.match(answer, /^HTTP\/1\.1 4\d\d /, `${type} ${JSON.stringify(body)}: ${answer.slice(0, 200)}`);
    assert.match(answer, /<h1/);
    assert.doesNotMatch(answer, /node_modules|\.ts:\d|FST_|Multipart:/);
  }
});

/** A browser's form with one file of this many bytes, with the hidden fields of the page or without. */
async function upload(bytes: number, options: { isOwn: boolean } = { isOwn: true }): Promise<Response> {
  const body = new FormData();
  let cookie = '';
  if (options.isOwn) {
    const shown = await fetch(`${address}/form`);
    cookie = (shown.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    body.set('_csrf', /name="_csrf" value="([^"]*)"/.exec(await shown.text())?.[1] ?? '');
  }
  body.set('letter', new Blob([new Uint8Array(bytes)]), 'letter.pdf');
  return fetch(`${address}/files`, { method: 'POST', body, redirect: 'manual', headers: { cookie } });
}

test('a file is taken; one of 40 MB is read to its end and told of as too big; beyond 64 MB there is a page', async () => {
  assert.equal((await upload(1_000_000)).headers.get('location'), '/took/1000000');
  assert.equal((await upload(10_485_760)).headers.get('location'), '/took/10485760');
  assert.equal((await upload(10_485_761)).headers.get('location'), '/took/too-big');
  assert.equal((await upload(40 * 1_048_576)).headers.get('location'), '/took/too-big');
  const far = await upload(70 * 1_048_576);
  assert.equal(far.status, 413);
  assert.ok((await far.text()).includes(tooMuch));
});

test('an upload that says no length is held to the same limit', async () => {
  const chunk = new Uint8Array(1_048_576);
  let sent = 0;
  const body = new ReadableStream({
    pull(controller) {
      if (sent === 0)
        controller.enqueue(
          Buffer.from('--x\r\ncontent-disposition: form-data; name="f"; filename="a"\r\n\r\n'),
        );
      controller.enqueue(chunk);
      sent += 1;
      if (sent === 100) controller.close();
    },
  });
  const request = {
    method: 'POST',
    body,
    duplex: 'half',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  } as RequestInit;
  const answer = await fetch(`${address}/files`, request).then(
    (response) => response.status,
    () => 'cut off',
  );
  assert.ok(answer === 413 || answer === 'cut off', String(answer));
  assert.ok(sent < 100, `${sent} MB were read`);
});

test('words beyond two megabytes are refused with a page', async () => {
  const answer = await fetch(`${address}/words`, {
    method: 'POST',
    body: new URLSearchParams({ a: 'x'.repeat(2_200_000) }),
  });
  assert.equal(answer.status, 413);
  assert.ok((await answer.text()).includes(tooMuch));
});

test('who sends a form too often is asked to wait, with a page', async () => {
  const send = () => fetch(`${address}/rare`, { method: 'POST', body: new URLSearchParams({ a: 'b' }) });
  for (let count = 0; count < 3; count++) assert.equal((await send()).status, 422);
  const answer = await send();
  assert.equal(answer.status, 429);
  assert.ok((await answer.text()).includes('Too many tries'));
});
