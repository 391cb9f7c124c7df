import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { isId } from '#kernel/id.ts';
import { type Result, refusal, success } from '#kernel/refusal.ts';
import type { FileKey } from './file-key.ts';
import { openSealed, seal, sealedWith } from './sealed-file.ts';

/** Files on disk that nobody can read, change or swap without the key. */
export type FileStore = {
  /** Keeps a file under a new identifier, on disk for good when this resolves. Throws if the identifier is taken. */
  save(id: string, bytes: Uint8Array): Promise<void>;
  /** Gives a file's bytes. Refuses `file-missing`, `file-key-unknown` and `file-tampered`. */
  read(id: string): Promise<Result<Buffer>>;
  /** Gives a file as a stream for an answer. Refuses as `read` does, before the first byte. */
  stream(id: string): Promise<Result<{ readonly stream: Readable; readonly size: number }>>;
  /** Destroys a file; a file that is already gone is no error. */
  remove(id: string): Promise<void>;
  /** Every file that is kept, by its identifier, in no particular order. */
  all(): Promise<readonly string[]>;
  /** Locks a file anew with the current key. Gives whether that was needed; refuses as `read` does. */
  reseal(id: string): Promise<Result<boolean>>;
};

/**
 * Gives the store in a folder. `key` locks what is saved; `previousKeys` still open what they once locked,
 * so that keys can be changed without a day of standstill: add the new key, call `reseal` for each file,
 * take the old key away. Nothing on disk tells a file's name or type.
 */
export function fileStore(config: {
  readonly folder: string;
  readonly key: FileKey;
  readonly previousKeys?: readonly FileKey[];
}): FileStore {
  const { folder, key } = config;
  const keys = [key, ...(config.previousKeys ?? [])];

  async function read(id: string): Promise<Result<Buffer>> {
    const sealed = await readIfThere(placeOf(folder, id));
    return sealed === undefined
      ? refusal('file-missing', 'This file is no longer kept')
      : openSealed({ id, sealed, keys });
  }

  return {
    async save(id, bytes) {
      const place = placeOf(folder, id);
      if ((await readIfThere(place)) !== undefined) throw new Error(`a file is already kept as ${id}`);
      await writeWhole(place, seal({ id, bytes, key }));
    },
    read,
    async stream(id) {
      // A stream that began before the last byte was checked could hand out changed evidence, so the
      // whole file (10 MB at most) is opened first.
      const opened = await read(id);
      if (!opened.ok) return opened;
      return success({ stream: Readable.from(inPieces(opened.value)), size: opened.value.length });
    },
    async remove(id) {
      const place = placeOf(folder, id);
      await rm(place, { force: true });
      await syncFolder(dirname(place));
    },
    async all() {
      const names = await readdir(folder, { recursive: true }).catch(() => []);
      return names.map((name) => basename(name)).filter(isId);
    },
    async reseal(id) {
      const place = placeOf(folder, id);
      const opened = await read(id);
      if (!opened.ok) return opened;
      const sealed = await readIfThere(place);
      if (sealed !== undefined && sealedWith(sealed, key)) return success(false);
      await writeWhole(place, seal({ id, bytes: opened.value, key }));
      return success(true);
    },
  };
}

/** Version 7 identifiers begin with the time, so the last two characters spread the files over 256 folders. */
function placeOf(folder: string, id: string): string {
  if (!isId(id)) throw new Error('a stored file is named by an identifier');
  const name = id.toLowerCase();
  return join(folder, name.slice(-2), name);
}

async function readIfThere(place: string): Promise<Buffer | undefined> {
  try {
    return await readFile(place);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Writes beside the place, waits for the disk, and renames: a power cut leaves the whole file or none. */
async function writeWhole(place: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  const beside = `${place}.${randomBytes(6).toString('hex')}.part`;
  try {
    const file = await open(beside, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, place);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  await syncFolder(dirname(place));
}

/** A rename is only sure once the folder is on disk. Windows cannot sync a folder, and needs not. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}

function* inPieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
