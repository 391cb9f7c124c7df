import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { keyFor, readConfig } from './config.ts';

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'daybreak-config-'));
  folders.push(folder);
  return folder;
}

const key = Buffer.alloc(32, 7).toString('base64');
const base = () => ({ DAYBREAK_DATA: newFolder(), DAYBREAK_SECRET: key });

test('without any setting it serves here, on an embedded database, as a demonstration', () => {
  const config = readConfig({ DAYBREAK_DATA: newFolder() });
  assert.ok(config.ok);
  const { port, host, origin, isDemonstration, databaseUrl, trustProxy, openId, notify, smtp, clamav } =
    config.value;
  assert.deepEqual(
    { port, host, origin, isDemonstration, databaseUrl, trustProxy, openId, notify, smtp, clamav },
    {
      port: 3000,
      host: 'localhost',
      origin: null,
      isDemonstration: true,
      databaseUrl: null,
      trustProxy: false,
      openId: null,
      notify: null,
      smtp: null,
      clamav: null,
    },
  );
  assert.equal(config.value.maxUploadBytes, 10 * 1024 * 1024);
});

test('with a database server the demonstration is off unless it is asked for', () => {
  const server = { ...base(), DATABASE_URL: 'postgres://somebody@host/daybreak' };
  const read = (more: Record<string, string>) => readConfig({ ...server, ...more });
  const [off, on] = [read({}), read({ DAYBREAK_DEMONSTRATION: 'on' })];
  assert.ok(off.ok && on.ok);
  assert.deepEqual([off.value.isDemonstration, on.value.isDemonstration], [false, true]);
});

test('a setting that is empty is as one that is not there', () => {
  const config = readConfig({ ...base(), PORT: '', ORIGIN: '', DATABASE_URL: '', METRICS_TOKEN: '' });
  assert.ok(config.ok);
  assert.equal(config.value.port, 3000);
});

for (const [name, bad] of [
  ['PORT', ['abc', '-1', '65536', '3000.5', ' ', '0x50', '1e3']],
  [
    'ORIGIN',
    [
      'shortbreaks.example.org',
      'ftp://example.org',
      'javascript:alert(1)',
      'https://example.org/breaks',
      'https://u:p@example.org',
      'https://example.org/?a',
    ],
  ],
  ['DAYBREAK_DEMONSTRATION', ['yes', 'true', 'ON']],
  ['DAYBREAK_SECRET', ['short', 'x'.repeat(44), Buffer.alloc(31).toString('base64'), 'f'.repeat(64)]],
  ['DAYBREAK_FILE_KEY', ['short']],
  ['DAYBREAK_FILE_KEYS_BEFORE', ['short', `${key},short`]],
  ['DATABASE_URL', ['mysql://host/x', 'host', '/var/lib/x']],
  ['TRUST_PROXY', ['yes', '1']],
  ['LOG_LEVEL', ['loud']],
  ['METRICS_TOKEN', ['short']],
  ['OIDC_ISSUER', ['login.example.org', 'javascript:alert(1)']],
  ['NOTIFY_URL', ['api']],
  ['SMTP_URL', ['mail']],
  ['CLAMAV_PORT', ['0', 'x', '70000']],
  ['MAX_UPLOAD_MB', ['0', '101', '1.5', 'ten']],
] as const) {
  test(`a bad ${name} is refused with a sentence that names it`, () => {
    for (const value of bad) {
      const read = readConfig({ ...base(), [name]: value });
      assert.ok(!read.ok, `${name}=${value} was taken`);
      assert.equal(read.code, 'bad-setting');
      assert.equal(read.field, name);
      assert.ok(read.message.includes(name), read.message);
      // Keys and passwords do not get into a log by way of a sentence about them.
      if (name.startsWith('DAYBREAK_')) assert.ok(!read.message.includes(`"${value}"`), read.message);
    }
  });
}

test('settings that only make sense together name the one that is missing', () => {
  for (const [given, missing] of [
    [{ DATABASE_URL: 'postgres://h/d', DAYBREAK_SECRET: '' }, 'DAYBREAK_SECRET'],
    [{ OIDC_ISSUER: 'https://login.example.org', OIDC_CLIENT_SECRET: 's' }, 'OIDC_CLIENT_ID'],
    [{ OIDC_ISSUER: 'https://login.example.org', OIDC_CLIENT_ID: 'i' }, 'OIDC_CLIENT_SECRET'],
    [{ OIDC_CLIENT_ID: 'i', OIDC_CLIENT_SECRET: 's' }, 'OIDC_ISSUER'],
    [{ NOTIFY_API_KEY: 'k' }, 'NOTIFY_TEMPLATE_ID'],
    [{ SMTP_URL: 'smtp://mail.example.org' }, 'MAIL_FROM'],
  ] as const) {
    const read = readConfig({ ...base(), ...given });
    assert.ok(!read.ok, JSON.stringify(given));
    assert.ok(read.message.includes(missing), read.message);
  }
});

test('an origin is taken without its last slash', () => {
  const config = readConfig({ ...base(), ORIGIN: 'https://Breaks.example.org:8443/' });
  assert.ok(config.ok);
  assert.equal(config.value.origin, 'https://breaks.example.org:8443');
});

test('the first start makes a secret that only this user can read; the next has the same', () => {
  const folder = join(newFolder(), 'not', 'there', 'yet');
  const [first, second] = [1, 2].map(() => readConfig({ DAYBREAK_DATA: folder }));
  assert.ok(first?.ok && second?.ok);
  assert.equal(first.value.secret.length, 32);
  assert.deepEqual(first.value.secret, second.value.secret);
  if (process.platform !== 'win32') assert.equal(statSync(join(folder, 'secret')).mode & 0o777, 0o600);
  const other = readConfig({ DAYBREAK_DATA: newFolder() });
  assert.ok(other.ok && !other.value.secret.equals(first.value.secret));
});

test('a secret that was cut short on a full disk is refused: its keys could be guessed', () => {
  for (const text of ['', 'c2hvcnQ=', '\n']) {
    const folder = newFolder();
    writeFileSync(join(folder, 'secret'), text);
    const read = readConfig({ DAYBREAK_DATA: folder });
    assert.ok(!read.ok);
    assert.ok(read.message.includes(join(folder, 'secret')), read.message);
    assert.equal(readFileSync(join(folder, 'secret'), 'utf8'), text);
  }
});

test('a data folder that cannot be written is refused with a sentence', () => {
  const file = join(newFolder(), 'a-file');
  writeFileSync(file, '');
  const places = [join(file, 'data')];
  if (process.getuid?.() !== 0) {
    const closed = join(newFolder(), 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0o500);
    places.push(join(closed, 'data'));
  }
  for (const place of places) {
    const read = readConfig({ DAYBREAK_DATA: place });
    assert.ok(!read.ok);
    assert.equal(read.field, 'DAYBREAK_DATA');
    assert.ok(read.message.includes(place) && read.message.includes('DAYBREAK_DATA'), read.message);
  }
});

test('keys for different purposes have nothing in common, and the same purpose has the same key', () => {
  const secret = Buffer.alloc(32, 7);
  const purposes = ['files', 'cookies', 'sealed-forms', ''];
  const keys = purposes.map((purpose) => keyFor(secret, purpose).toString('hex'));
  assert.equal(new Set(keys).size, purposes.length);
  assert.equal(keyFor(secret, 'files').toString('hex'), keys[0]);
  assert.notEqual(keyFor(Buffer.alloc(32, 8), 'files').toString('hex'), keys[0]);
});
