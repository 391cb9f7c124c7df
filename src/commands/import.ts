import { createReadStream, existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Insertable } from 'kysely';
import type { Schema } from '#platform/database/index.ts';
import { readCodePointOpen } from '#platform/places/index.ts';
import type { Opened } from '../main.ts';
import type { Command } from './command.ts';
import { runImportRegister } from './import-register.ts';
import { say, warn } from './say.ts';
import { withOpen } from './with-open.ts';

type PostcodeRow = Insertable<Schema['postcodes']>;

const rowsAtOnce = 1_000;
const errorsShown = 20;

async function keep(opened: Opened, rows: readonly PostcodeRow[]): Promise<void> {
  if (rows.length === 0) return;
  // One statement may not write a row twice: of a postcode that stands twice, the last counts.
  const once = new Map(rows.map((row) => [row.postcode, row]));
  await opened.database.owner
    .insertInto('postcodes')
    .values([...once.values()])
    .onConflict((conflict) =>
      conflict.column('postcode').doUpdateSet((excluded) => ({
        latitude: excluded.ref('excluded.latitude'),
        longitude: excluded.ref('excluded.longitude'),
        district_code: excluded.ref('excluded.district_code'),
      })),
    )
    .execute();
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en-GB')} ${what}${count === 1 ? '' : 's'}`;
}

/** Loads OS Code-Point Open files; run again, it takes newer positions over. Gives the exit code. */
async function importPostcodes(opened: Opened, paths: readonly string[]): Promise<number> {
  let taken = 0;
  let refused = 0;
  for (const path of paths) {
    let rows: PostcodeRow[] = [];
    for await (const row of readCodePointOpen(createReadStream(path), basename(path))) {
      if (row.kind === 'error') {
        refused += 1;
        if (refused <= errorsShown) warn(row.message);
        continue;
      }
      if (row.districtCode === null) continue;
      rows.push({
        postcode: row.postcode,
        latitude: row.latitude,
        longitude: row.longitude,
        district_code: row.districtCode,
      });
      taken += 1;
      if (rows.length < rowsAtOnce) continue;
      await keep(opened, rows);
      rows = [];
    }
    await keep(opened, rows);
  }
  if (refused > errorsShown) warn(`… and ${refused - errorsShown} rows more.`);
  say(`${counted(taken, 'postcode')} taken, ${counted(refused, 'row')} refused.`);
  return refused === 0 ? 0 : 1;
}

/** `daybreak import postcodes FILE…`: OS Code-Point Open's CSV files; `daybreak import register FILE`: a register. */
export const importCommand: Command = {
  usage: 'import postcodes FILE…',
  purpose: 'take in OS Code-Point Open files; or "import register FILE" for a register of children',
  async run(words) {
    const [kind, ...paths] = words;
    if (kind === 'register') return runImportRegister(paths);
    if (kind !== 'postcodes' || paths.length === 0) {
      warn('Say "daybreak import postcodes FILE…", with the CSV files of OS Code-Point Open.');
      return 2;
    }
    const missing = paths.find((path) => !existsSync(path));
    if (missing !== undefined) {
      warn(`There is no file ${missing}. Nothing was taken in.`);
      return 2;
    }
    const folder = paths.find((path) => statSync(path).isDirectory());
    if (folder !== undefined) {
      warn(`${folder} is a folder: name the CSV files in it. Nothing was taken in.`);
      return 2;
    }
    return withOpen((opened) => importPostcodes(opened, paths));
  },
};
