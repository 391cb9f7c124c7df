import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import {
  acceptImport,
  importWith,
  lookAt,
  mappingOf,
  rowsOfImport,
  takeInFile,
} from '#families/register-import/index.ts';
import { systemClock } from '#kernel/clock.ts';
import type { Opened } from '../main.ts';
import { say, warn } from './say.ts';
import { withOpen } from './with-open.ts';

/** Who brings a register over by a command is nobody who signs in. */
const commandLine = '00000000-0000-0000-0000-000000000000';
const usage = 'Say "daybreak import register FILE --authority SLUG [--map NAME] [--yes]".';

type Words = {
  readonly file: string;
  readonly map: string | null;
  readonly authority: string;
  readonly isSure: boolean;
};

function read(words: readonly string[]): Words | null {
  const rest = [...words];
  const wordAfter = (option: string): string | null => {
    const at = rest.indexOf(option);
    return at < 0 ? null : (rest.splice(at, 2)[1] ?? null);
  };
  const map = wordAfter('--map');
  const authority = wordAfter('--authority');
  const at = rest.indexOf('--yes');
  if (at >= 0) rest.splice(at, 1);
  const [file] = rest;
  return file === undefined || authority === null || rest.length !== 1
    ? null
    : { file, map, authority, isSure: at >= 0 };
}

/** Thrown to leave nothing of a file that was only looked at. */
class OnlyLooked extends Error {}

async function importRegister(opened: Opened, words: Words): Promise<number> {
  const authority = opened.authorities.find(({ slug }) => slug === words.authority);
  if (authority === undefined) {
    warn(`There is no authority "${words.authority}".`);
    return 2;
  }
  let code = 0;
  try {
    await opened.database.transaction(
      { authorityId: authority.id, standing: 'system' },
      async (transaction) => {
        const asking = { authority, transaction, clock: systemClock };
        const taken = await takeInFile(asking, {
          name: basename(words.file),
          bytes: readFileSync(words.file),
          mappingId: words.map,
          by: commandLine,
        });
        if (!taken.ok) {
          warn(`${taken.message}. Nothing was loaded.`);
          code = 1;
          throw new OnlyLooked();
        }
        const named = { authorityId: authority.id, importId: taken.value };
        const kept = await importWith(transaction, named);
        const mapping = kept === null ? null : mappingOf(asking, kept);
        if (mapping === null) throw new Error('an import that was just taken in has its mapping');
        const looked = await lookAt(asking, mapping, await rowsOfImport(transaction, named));
        for (const { number, wrongs } of looked.wrong)
          for (const { column, message } of wrongs) warn(`Row ${number}, ${column}: ${message}.`);
        const { counts } = looked;
        say(
          `${counts.new} new, ${counts.joined} surely and ${counts.maybe} perhaps there already, ${counts.changed} changed, ${counts.same} the same, ${counts.wrong} wrong.`,
        );
        if (counts.wrong > 0) {
          warn(
            'Mend the wrong rows and send the file again, or leave them out on the page. Nothing was loaded.',
          );
          code = 1;
          throw new OnlyLooked();
        }
        if (!words.isSure) {
          say('Nothing was loaded. Say --yes to load it.');
          throw new OnlyLooked();
        }
        const done = await acceptImport(asking, {
          importId: taken.value,
          seen: looked.seen,
          leavesOutWrong: false,
          by: commandLine,
        });
        if (!done.ok) {
          warn(`${done.message}.`);
          code = 1;
          throw new OnlyLooked();
        }
        say('Loaded.');
      },
    );
  } catch (error) {
    if (!(error instanceof OnlyLooked)) throw error;
  }
  return code;
}

/** Runs `daybreak import register …`: looks at a file, and loads it where `--yes` says so. Gives the exit code. */
export async function runImportRegister(given: readonly string[]): Promise<number> {
  const words = read(given);
  if (words === null) {
    warn(usage);
    return 2;
  }
  if (!existsSync(words.file) || statSync(words.file).isDirectory()) {
    warn(`There is no file ${words.file}. Nothing was loaded.`);
    return 2;
  }
  return withOpen((opened) => importRegister(opened, words));
}
