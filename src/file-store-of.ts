import { join } from 'node:path';
import { type FileStore, fileStore, readFileKey } from '#platform/files/index.ts';
import type { Config } from './config.ts';

/** Gives the store of sealed files, in the data folder and with the keys of the configuration. */
export function fileStoreOf(config: Config): FileStore {
  const keyOf = (bytes: Buffer) => {
    const read = readFileKey(bytes.toString('base64'));
    if (!read.ok) throw new Error(read.message);
    return read.value;
  };
  return fileStore({
    folder: join(config.dataFolder, 'files'),
    key: keyOf(config.fileKey),
    previousKeys: config.fileKeysBefore.map(keyOf),
  });
}
