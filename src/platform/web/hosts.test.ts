import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { otherAuthority, testAuthority, testDatabase } from '../../../test/database.ts';
import { raw, servers } from '../../../test/wire.ts';

const listening = servers();

describe('settings', () => {
  test('where the address is https, cookies go over https alone, and browsers are told so for a year', async () => {
    const { address } = await listening({ origin: 'https://breaks.example.org' });
    const { headers } = await fetch(`${address}/form`);
    assert.match(headers.get('set-cookie') ?? '', /; HttpOnly; Secure; SameSite=Lax$/);
    assert.match(headers.get('strict-transport-security') ?? '', /max-age=31536000/);
  });

  test('with a token metrics are for who knows it, from wherever', async () => {
    const { address } = await listening({ metricsToken: 'a-token-of-enough-letters' });
    const status = async (authorization?: string) =>
      (await fetch(`${address}/metrics`, { headers: authorization === undefined ? {} : { authorization } }))
        .status;
    assert.equal(await status('Bearer a-token-of-enough-letters'), 200);
    for (const wrong of [
      undefined,
      'Bearer ',
      'Bearer a-token-of-enough-lettert',
      'Bearer a-token',
      'Basic a-token-of-enough-letters',
      'a-token-of-enough-letters',
    ])
      assert.equal(await status(wrong), 404, String(wrong));
  });

  test('when the database does not answer, the service says that it is not ready', async () => {
    const gone = await testDatabase();
    const { address } = await listening({ database: gone });
    await gone.close();
    const answer = await fetch(`${address}/health/ready`);
    assert.equal(answer.status, 503);
    assert.equal((await fetch(`${address}/health/live`)).status, 200);
    const page503 = await fetch(`${address}/things/a`);
    assert.equal(page503.status, 500);
    assert.doesNotMatch(await page503.text(), /PGlite|closed|node_modules/);
  });

  test('behind a proxy only what the proxy itself adds is believed of where a visitor comes from', async () => {
    const { address } = await listening({ trustProxy: true });
    const send = (forwarded: string) =>
      fetch(`${address}/rare`, {
        method: 'POST',
        body: new URLSearchParams(),
        headers: { 'x-forwarded-for': forwarded },
      });
    // The visitor makes up a new first address each time; the proxy adds the true one behind it.
    const statuses: number[] = [];
    for (let count = 0; count < 4; count++)
      statuses.push((await send(`10.0.0.${count}, 203.0.113.9`)).status);
    assert.deepEqual(statuses, [422, 422, 422, 429]);
    assert.equal((await send('203.0.113.10')).status, 422);
  });
});

describe('several authorities', () => {
  let port = 0;
  before(async () => {
    ({ port } = await listening({ authorities: [testAuthority, otherAuthority] }));
  });
  const at = (host: string, path = '/', headers = '') =>
    raw(port, `GET ${path} HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n${headers}\r\n`);

  test('the name of the host says whose service it is, however it is written', async () => {
    for (const host of [
      'testshire.localhost',
      'TESTSHIRE.localhost',
      `testshire.localhost:${port}`,
      'testshire.localhost.',
    ])
      assert.match(await at(host), /Testshire Council/, host);
    assert.match(await at('othershire.localhost'), /Othershire Council/);
    assert.doesNotMatch(await at('othershire.localhost'), /Testshire/);
    assert.notEqual(
      (await at('testshire.localhost', '/theme.css')).includes('--daybreak-brand'),
      (await at('evil.example', '/theme.css')).includes('--daybreak-brand'),
    );
  });

  test('any other name leads to the choice of a council, never further, and appears nowhere', async () => {
    for (const host of [
      'evil.example',
      'testshire.localhost.evil.example',
      'evil.example:80',
      '127.0.0.1',
      '[::1]',
      '',
      'a"onload=b',
      'testshire.localhost@evil.example',
    ]) {
      const first = await at(host);
      if (first.startsWith('HTTP/1.1 400')) continue;
      assert.match(first, /^HTTP\/1\.1 200 [\s\S]*Which council are you looking for\?/, host);
      assert.doesNotMatch(first, /evil|onload/);
      for (const path of ['/form', '/things/a'])
        assert.match(await at(host, path), /^HTTP\/1\.1 404 [\s\S]*Which council/);
      assertNoCookie(first);
    }
    const strange = await at(
      'evil.example',
      '/',
      'x-forwarded-host: testshire.localhost\r\nx-forwarded-proto: javascript\r\n',
    );
    assert.match(strange, /Which council are you looking for\?/);
    assert.doesNotMatch(strange, /javascript:/);
    const posted = await raw(
      port,
      'POST /words HTTP/1.1\r\nhost: evil.example\r\nconnection: close\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 3\r\n\r\na=b',
    );
    assert.match(posted, /^HTTP\/1\.1 404 /);
  });

  test('a postcode finds the council of the place; one of nowhere here, or none at all, is said with what was typed', async () => {
    const near = { ...otherAuthority, localities: [{ name: 'Over', postcodes: ['ME4', 'ME5 0'] }] };
    const { port: chosen } = await listening({ authorities: [testAuthority, near] });
    const asked = (postcode: string, path = '/') =>
      raw(
        chosen,
        `GET ${path}?postcode=${encodeURIComponent(postcode)} HTTP/1.1\r\nhost: localhost:${chosen}\r\nconnection: close\r\n\r\n`,
      );
    assert.match(
      await asked('me44tr'),
      new RegExp(`^HTTP/1\\.1 303 [\\s\\S]*location: http://othershire\\.localhost:${chosen}/\\r\\n`, 'i'),
    );
    assert.match(await asked('ME5 0AA'), /^HTTP\/1\.1 303 /);
    // A browser holds a form to the policy also where it is redirected.
    const policy = /content-security-policy: ([^\r]*)/i.exec(await asked('', '/'))?.[1] ?? '';
    assert.match(policy, new RegExp(`form-action 'self' .*http://othershire\\.localhost:${chosen}(;|$)`));
    const away = await asked('SW1A 1AA');
    assert.match(
      away,
      /^HTTP\/1\.1 422 [\s\S]*SW1A 1AA is not in the area of Testshire Council or Othershire Council/,
    );
    assert.match(away, /value="SW1A 1AA"/);
    assert.match(await asked('<b>'), /^HTTP\/1\.1 422 [\s\S]*There is a problem[\s\S]*value="&lt;b&gt;"/);
    // What was asked for is carried on by the links, and only what can be a path of ours.
    assert.match(await asked('ME4', '/form'), /href="http:\/\/othershire\.localhost:\d+\/form"/);
    assert.doesNotMatch(await asked('ME4', '//evil.example'), /href="[^"]*evil/);
  });

  test('behind a proxy a link is made of no scheme but those of the web', async () => {
    const { port: behind } = await listening({
      authorities: [testAuthority, otherAuthority],
      trustProxy: true,
    });
    const answer = await raw(
      behind,
      'GET / HTTP/1.1\r\nhost: evil.example\r\nconnection: close\r\nx-forwarded-proto: javascript\r\n\r\n',
    );
    assert.match(answer, /href="http:\/\/testshire\.localhost/);
    assert.doesNotMatch(answer, /javascript:/);
  });
});

function assertNoCookie(answer: string): void {
  assert.doesNotMatch(answer, /^set-cookie:/im);
}
