import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { newId } from '#kernel/id.ts';
import { type FileKey, fileStore, newFileKey, readFileKey } from './index.ts';

const folder = await mkdtemp(join(tmpdir(), 'daybreak-files-'));
after(() => rm(folder, { recursive: true }));

function aKey(): FileKey {
  const key = readFileKey(newFileKey());
  assert.ok(key.ok);
  return key.value;
}

async function everyFile(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function placeOf(id: string): Promise<string> {
  const place = (await everyFile()).find((path) => path.endsWith(id));
  assert.ok(place, `${id} is on disk`);
  return place;
}

const key = aKey();
const store = fileStore({ folder, key });
const letter = Buffer.from('%PDF-1.7 a letter about Poppy Example');

async function codeOfReading(id: string, from = store): Promise<string> {
  const result = await from.read(id);
  return result.ok ? 'read' : result.code;
}

test('what is saved is read back, whole and as a stream', async () => {
  const id = newId();
  const bytes = randomBytes(200_001);
  await store.save(id, bytes);
  const read = await store.read(id);
  assert.ok(read.ok);
  assert.deepEqual(read.value, bytes);
  const streamed = await store.stream(id);
  assert.ok(streamed.ok);
  assert.equal(streamed.value.size, bytes.length);
  assert.deepEqual(Buffer.concat(await streamed.value.stream.toArray()), bytes);
});

test('nothing on disk tells what the file is, and two copies of it look nothing alike', async () => {
  const [one, other] = [newId(), newId()];
  await store.save(one, letter);
  await store.save(other, letter);
  const [first, second] = [await readFile(await placeOf(one)), await readFile(await placeOf(other))];
  assert.ok(!first.includes('PDF') && !first.includes('Poppy'));
  assert.notDeepEqual(first.subarray(12, 24), second.subarray(12, 24), 'each file has a nonce of its own');
  assert.notDeepEqual(first.subarray(24), second.subarray(24));
  assert.equal((await stat(await placeOf(one))).mode & 0o077, 0, 'others on the machine may not read it');
  assert.deepEqual(
    (await everyFile()).filter((path) => path.endsWith('.part')),
    [],
  );
});

test('a change of any single byte is noticed, and so is a shortened file', async () => {
  const id = newId();
  await store.save(id, letter);
  const place = await placeOf(id);
  const sealed = await readFile(place);
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    await writeFile(place, changed);
    assert.match(await codeOfReading(id), /^file-(tampered|key-unknown)$/, `byte ${at}`);
  }
  for (const length of [0, 10, 39, sealed.length - 1]) {
    await writeFile(place, sealed.subarray(0, length));
    assert.equal(await codeOfReading(id), 'file-tampered', `${length} bytes left`);
  }
  await writeFile(place, sealed);
  assert.equal(await codeOfReading(id), 'read');
});

test('two files cannot be swapped', async () => {
  const [one, other] = [newId(), newId()];
  await store.save(one, letter);
  await store.save(other, Buffer.from('another family'));
  await writeFile(await placeOf(one), await readFile(await placeOf(other)));
  assert.equal(await codeOfReading(one), 'file-tampered');
});

test('after a change of key old files open, are sealed anew, and then need the new key alone', async () => {
  const id = newId();
  await store.save(id, letter);
  const next = aKey();
  const both = fileStore({ folder, key: next, previousKeys: [key] });
  const onlyNext = fileStore({ folder, key: next });
  assert.equal(await codeOfReading(id, onlyNext), 'file-key-unknown');
  assert.equal(await codeOfReading(id, both), 'read');
  assert.deepEqual(await both.reseal(id), { ok: true, value: true });
  assert.deepEqual(await both.reseal(id), { ok: true, value: false });
  assert.equal(await codeOfReading(id, onlyNext), 'read');
  assert.equal(await codeOfReading(id, store), 'file-key-unknown');
});

test('a removed file is gone, removing twice is no error, and an identifier is used once', async () => {
  const id = newId();
  await store.save(id, letter);
  await assert.rejects(store.save(id, letter), /already kept/);
  await store.remove(id);
  await store.remove(id);
  assert.equal(await codeOfReading(id), 'file-missing');
  assert.equal(await codeOfReading(newId()), 'file-missing');
});

test('only an identifier names a file, so a path cannot', async () => {
  await assert.rejects(store.read('../../etc/passwd'), /identifier/);
  await assert.rejects(store.save('a/b', letter), /identifier/);
});

test('a key is 32 bytes in Base64, and a wrong one is never repeated', () => {
  for (const wrong of [
    '',
    'secret-but-short',
    newFileKey().slice(0, 40),
    `${newFileKey()}AAAA`,
    '!'.repeat(44),
  ]) {
    const result = readFileKey(wrong);
    assert.ok(!result.ok, wrong);
    assert.ok(wrong === '' || !result.message.includes(wrong));
  }
  assert.ok(readFileKey(`  ${newFileKey()}\n`).ok);
});
