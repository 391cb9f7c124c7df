import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { newId } from '#kernel/id.ts';
import { aPdf } from './examples.ts';
import {
  fileStore,
  newFileKey,
  readFileKey,
  standardFileLimits,
  takeInFile,
  type VirusScanner,
  virusScanner,
} from './index.ts';

/** The industry's harmless test virus, in two halves so that no scanner takes this file for one. */
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

const servers: Server[] = [];
const sockets: Socket[] = [];
after(() => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers) server.close();
});

/** Reads the INSTREAM protocol as clamd does: the command, then chunks with their lengths, then length nought. */
function instreamContent(sent: Buffer): Buffer | undefined {
  const command = Buffer.from('zINSTREAM\0');
  if (sent.length < command.length) return undefined;
  assert.deepEqual(sent.subarray(0, command.length), command);
  const chunks: Buffer[] = [];
  for (let at = command.length; at + 4 <= sent.length; ) {
    const length = sent.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(sent.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

type Daemon = { readonly scanner: VirusScanner; readonly received: Buffer[] };

/** A daemon on the loopback that answers as it is told; `hang up` closes without a word. */
async function aDaemon(answer: (content: Buffer) => string | 'hang up' | 'say nothing'): Promise<Daemon> {
  const received: Buffer[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    let sent: Buffer = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('data', (chunk: Buffer) => {
      sent = Buffer.concat([sent, chunk]);
      const content = instreamContent(sent);
      if (content === undefined) return;
      received.push(content);
      const reply = answer(content);
      if (reply === 'say nothing') return;
      if (reply !== 'hang up') socket.write(reply);
      socket.end();
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  const scanner = virusScanner({
    address: { host: '127.0.0.1', port: address.port },
    timeoutMilliseconds: 400,
  });
  return { scanner, received };
}

const likeClamd = (content: Buffer) =>
  content.includes('EICAR-STANDARD') ? 'stream: Win.Test.EICAR_HDB-1 FOUND\0' : 'stream: OK\0';

async function codeOf(scanner: VirusScanner, bytes: Uint8Array): Promise<string> {
  const result = await scanner.scan(bytes);
  return result.ok ? result.value : result.code;
}

test('a clean file passes, whole and unchanged on its way to the daemon', async () => {
  const { scanner, received } = await aDaemon(likeClamd);
  const bytes = randomBytes(300_000);
  assert.equal(await codeOf(scanner, bytes), 'clean');
  assert.deepEqual(received, [bytes]);
});

test('a file with a virus is refused', async () => {
  const { scanner } = await aDaemon(likeClamd);
  assert.equal(await codeOf(scanner, Buffer.from(eicar)), 'file-has-virus');
});

test('whatever is not a clear answer is no pass', async () => {
  for (const answer of [
    'hang up',
    'say nothing',
    'INSTREAM size limit exceeded. ERROR\0',
    'stream: OKAY?\0',
  ]) {
    const { scanner } = await aDaemon(() => answer);
    assert.equal(await codeOf(scanner, Buffer.from('x')), 'file-not-scanned', answer);
  }
});

test('a scanner that is away is no pass', async () => {
  const gone = virusScanner({ address: { host: '127.0.0.1', port: 1 }, timeoutMilliseconds: 400 });
  assert.equal(await codeOf(gone, Buffer.from('x')), 'file-not-scanned');
  const noSocket = virusScanner({ address: { socket: join(tmpdir(), 'no-clamd-here.sock') } });
  assert.equal(await codeOf(noSocket, Buffer.from('x')), 'file-not-scanned');
});

test('without a scanner the result says that nobody looked', async () => {
  assert.equal(await codeOf(virusScanner(undefined), Buffer.from(eicar)), 'not-configured');
});

test('taking in: what passes is stored and described, what does not leaves nothing behind', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'daybreak-take-in-'));
  after(() => rm(folder, { recursive: true }));
  const key = readFileKey(newFileKey());
  assert.ok(key.ok);
  const store = fileStore({ folder, key: key.value });
  const { scanner } = await aDaemon(likeClamd);
  const by = { limits: standardFileLimits, scanner, store };
  const bad = aPdf({ inCatalogue: `/Note (${eicar.replace(/[()\\]/g, '\\$&')})` });
  const refused = await takeInFile({ id: newId(), bytes: bad, declaredName: 'a.pdf' }, by);
  assert.equal(refused.ok ? 'taken' : refused.code, 'file-has-virus');
  assert.deepEqual(await readdir(folder), []);

  const id = newId();
  const taken = await takeInFile({ id, bytes: aPdf(), declaredName: '../letter.pdf' }, by);
  assert.ok(taken.ok);
  assert.equal(taken.value.displayName, 'letter.pdf');
  assert.equal(taken.value.scan, 'clean');
  const read = await store.read(id);
  assert.deepEqual(read.ok && read.value, aPdf());
});
