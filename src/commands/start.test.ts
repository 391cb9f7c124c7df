import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { onlyCouncils } from '../../test/authorities.ts';

// The service as it runs: a process of its own on a folder of its own. The tests follow one another on one process.

const cli = fileURLToPath(new URL('../cli.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'daybreak-start-'));
const settings = {
  PATH: process.env.PATH ?? '',
  DAYBREAK_DATA: folder,
  DAYBREAK_AUTHORITIES: onlyCouncils('medway'),
  DAYBREAK_DEMONSTRATION: 'off',
  PORT: '0',
  HOST: '127.0.0.1',
  LOG_LEVEL: 'debug',
};

let child: ChildProcess | undefined;
let address = '';
let log = '';

const running = (): ChildProcess => {
  if (child === undefined) throw new Error('the service did not start');
  return child;
};

/** Asks and reads the whole answer: an answer that nobody reads is never finished, so the log never says how long it took. */
async function ask(where: string, how: RequestInit): Promise<void> {
  const answer = await fetch(where, how);
  await answer.arrayBuffer();
}

/** Waits until the process has said this, after what it had said before. */
async function says(pattern: RegExp, before = 0): Promise<RegExpExecArray> {
  for (let tries = 0; tries < 600; tries++) {
    const found = pattern.exec(log.slice(before));
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`it did not say ${pattern}, but:\n${log}`);
}

before(async () => {
  child = spawn(process.execPath, [cli, 'start'], { env: settings, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (said: string) => {
      log += said;
    });
  address = (await says(/Daybreak is ready: (\S+)/))[1] ?? '';
});
after(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

test('a second process on the same folder is refused, with a sentence that names the first', async () => {
  const second = spawn(process.execPath, [cli, 'start'], {
    env: settings,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(second, 'exit');
  const [err, [code]] = await Promise.all([text(second.stderr), ended]);
  assert.equal(code, 1);
  assert.match(
    err,
    new RegExp(
      `^The data folder ${folder} is in use by process ${running().pid}, which has held it since .*\\.\n$`,
    ),
  );
  assert.equal((await fetch(`${address}/health/ready`)).status, 200);
});

test('the log says which route took how long, and nothing of who asked, for what, or with what', async () => {
  const secret = 'swordfish';
  const headers = {
    cookie: `daybreak_session=${secret}-cookie; daybreak_kept=${secret}-kept`,
    authorization: `Bearer ${secret}-token`,
    'user-agent': `${secret}-agent`,
    'x-forwarded-for': '203.0.113.77',
    referer: `${address}/${secret}-referer`,
  };
  await ask(`${address}/find?words=${secret}-query&near=ME4+4TR`, { headers });
  await ask(`${address}/account/applications/${secret}-reference`, { headers, redirect: 'manual' });
  await ask(`${address}/${secret}-nowhere`, { headers });
  await ask(`${address}/%zz${secret}`, { headers });
  await ask(`${address}/sign-in`, {
    method: 'POST',
    headers,
    body: new URLSearchParams({ email: `${secret}@example.org` }),
    redirect: 'manual',
  });
  await ask(`${address}/sign-in`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: `{"${secret}":1}`,
  });
  await ask(`${address}/find`, { headers: { ...headers, 'x-long': secret.repeat(4_000) } });
  const cut = request(`${address}/apply/x/letters`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'multipart/form-data; boundary=x', 'content-length': 1_000 },
  });
  cut.on('error', () => {});
  cut.write(`--x\r\ncontent-disposition: form-data; name="${secret}"; filename="${secret}"\r\n\r\n${secret}`);
  await new Promise((resolve) => setTimeout(resolve, 100));
  cut.destroy();
  await says(/"route":"\/find"[\s\S]*"status":200/);
  await says(/"route":"\/account\/applications\/:application"/);
  await fetch(`${address}/health/live`);
  await new Promise((resolve) => setTimeout(resolve, 200));
  for (const personal of [secret, '203.0.113.77', 'ME4', 'example.org', 'remoteAddress', '127.0.0.1:'])
    assert.ok(!log.replaceAll(address, '').includes(personal), `${personal} in\n${log}`);
});

test('told to stop, it finishes the request under way, takes no new one, and ends well', async () => {
  const fields = ['--x', 'content-disposition: form-data; name="a"', '', 'b', '--x--', ''].join('\r\n');
  const half = fields.length / 2;
  const slow = request(`${address}/apply/x/letters`, {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': fields.length },
  });
  const answered = once(slow, 'response');
  const before = log.length;
  slow.write(fields.slice(0, half));
  // It has begun when the log says so: the half is read and the rest is waited for.
  await says(/"route":"\/apply\/:application\/:step"[^\n]*incoming request/, before);
  const ended = once(running(), 'exit');
  running().kill('SIGTERM');
  await says(/Finishing what is under way…/);
  const late = await fetch(`${address}/`).then(
    ({ status }) => status,
    () => 'refused',
  );
  assert.ok(late === 'refused' || late === 503, String(late));
  assert.equal(running().exitCode, null);
  slow.end(fields.slice(half));
  const [response] = await answered;
  assert.ok([303, 422].includes(response.statusCode), String(response.statusCode));
  response.resume();
  const last = await ended;
  assert.deepEqual(last, [0, null]);
  assert.match(log, /Stopped\.\n$/);
});

test('after that the folder is free for the next process', async () => {
  const next = spawn(process.execPath, [cli, 'check'], { env: settings, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(next, 'exit');
  const [out, [code]] = await Promise.all([text(next.stdout), ended]);
  assert.equal(code, 0, out);
});
