import { text } from 'node:stream/consumers';
import {
  checkSchemeFolder,
  decideForCommandLine,
  differencesForCommandLine,
  orderForCommandLine,
} from '#families/schemes/index.ts';
import { systemClock } from '#kernel/clock.ts';
import type { Command } from './command.ts';
import { say, warn } from './say.ts';

const misuse = `Say one of:
  daybreak scheme check FOLDER
  daybreak scheme decide FOLDER [--on 2026-04-01] [--rules eligibility] < facts.json
  daybreak scheme diff FOLDER OLDER NEWER
  daybreak scheme order FOLDER [--on 2026-04-01] [--lot SEED] < cases.json`;

async function check(folder: string): Promise<number> {
  const found = await checkSchemeFolder(folder);
  for (const problem of found.problems) warn(`${problem.file}:${problem.line}: ${problem.message}`);
  for (const one of found.schemes)
    say(
      `${one.scheme}: ${one.versions.length} versions, ${one.examplesPassed} of ${one.examples} examples come out (${one.folder})`,
    );
  return found.ok ? 0 : 1;
}

type Options = { readonly on?: Temporal.PlainDate; readonly rules?: string; readonly lot?: string };

function optionsFrom(words: readonly string[], verb: 'decide' | 'order'): Options | string {
  const options: { on?: Temporal.PlainDate; rules?: string; lot?: string } = {};
  for (let index = 0; index < words.length; index += 2) {
    const [name, value] = [words[index], words[index + 1]];
    if (value === undefined) return misuse;
    if (name === '--rules' && verb === 'decide') options.rules = value;
    else if (name === '--lot' && verb === 'order') options.lot = value;
    else if (name === '--on') {
      try {
        options.on = Temporal.PlainDate.from(value, { overflow: 'reject' });
      } catch {
        return `--on must be a date that exists, like 2026-04-01. It was "${value}".`;
      }
    } else return misuse;
  }
  return options;
}

async function decide(folder: string, words: readonly string[]): Promise<number> {
  const options = optionsFrom(words, 'decide');
  if (typeof options === 'string') {
    warn(options);
    return 2;
  }
  const decided = await decideForCommandLine({
    folder,
    factsJson: await text(process.stdin),
    today: systemClock.today(),
    ...options,
  });
  if (!decided.ok) {
    warn(decided.message);
    return 2;
  }
  say(JSON.stringify(decided.value, null, 2));
  return 0;
}

async function diff(folder: string, [older = '', newer = '']: readonly string[]): Promise<number> {
  const differences = await differencesForCommandLine({ folder, older, newer });
  if (!differences.ok) {
    warn(differences.message);
    return 2;
  }
  for (const { place, sentence } of differences.value) say(`${place}: ${sentence}`);
  if (differences.value.length === 0) say(`${older} and ${newer} say the same.`);
  return 0;
}

async function order(folder: string, words: readonly string[]): Promise<number> {
  const options = optionsFrom(words, 'order');
  if (typeof options === 'string') {
    warn(options);
    return 2;
  }
  const casesJson = await text(process.stdin);
  const placed = await orderForCommandLine({ folder, casesJson, today: systemClock.today(), ...options });
  if (!placed.ok) {
    warn(placed.message);
    return 2;
  }
  say(JSON.stringify(placed.value, null, 2));
  return 0;
}

/** `daybreak scheme check FOLDER` and `daybreak scheme decide FOLDER < facts.json`, and the same for diff and order. */
export const schemeCommand: Command = {
  usage: 'scheme check FOLDER',
  purpose: 'check a scheme and run its examples; "scheme decide", "diff" and "order" use it',
  async run(words) {
    const [verb, folder, ...rest] = words;
    if (folder !== undefined && verb === 'check' && rest.length === 0) return check(folder);
    if (folder !== undefined && verb === 'decide') return decide(folder, rest);
    if (folder !== undefined && verb === 'diff' && rest.length === 2) return diff(folder, rest);
    if (folder !== undefined && verb === 'order') return order(folder, rest);
    warn(misuse);
    return 2;
  },
};
