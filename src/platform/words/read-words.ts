import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Authority } from '#platform/authorities/index.ts';
import type { HardWord } from './plain-language.ts';
import type { Words } from './template.ts';

const isoDate = z.iso.date().transform((text) => Temporal.PlainDate.from(text));

const wordsFile = z.strictObject({
  template: z.string().regex(/^[a-z][a-z0-9-]*$/),
  versions: z
    .array(z.strictObject({ from: isoDate, subject: z.string().min(1), body: z.string().min(1) }))
    .min(1),
});

const plainWordsFile = z.strictObject({
  words: z.array(z.strictObject({ word: z.string().min(1), say: z.string().min(1) })),
});

/** Words out of a file, from the day on which they hold. */
export type FiledWords = Words & { readonly from: Temporal.PlainDate };

type Filed = {
  readonly templates: ReadonlyMap<string, readonly FiledWords[]>;
  readonly hardWords: readonly HardWord[];
};

function readFile<T extends z.ZodType>(path: string, schema: T): z.output<T> {
  let given: unknown;
  try {
    given = parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new Error(
    parsed.error.issues.map((issue) => `${path}: ${issue.path.join('.')}: ${issue.message}`).join('\n'),
  );
}

const plainWords = 'plain-words.yaml';

function readFolder(folder: string): ReadonlyMap<string, readonly FiledWords[]> {
  const found = new Map<string, readonly FiledWords[]>();
  if (!existsSync(folder)) return found;
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.yaml') || name === plainWords) continue;
    const path = join(folder, name);
    const file = readFile(path, wordsFile);
    if (file.template !== basename(name, '.yaml'))
      throw new Error(`${path}: template: must be the file's own name, ${basename(name, '.yaml')}`);
    found.set(file.template, file.versions);
  }
  return found;
}

const kept = new Map<string, Filed>();

/** The words that come with the program, for a council whose folder has no `england` beside it. */
const shipped = join(import.meta.dirname, '..', '..', '..', 'authorities', 'england', 'words');

/**
 * The words in an authority's folder `words/`, and for what it leaves out those that all councils begin with
 * (`england/words/` beside it, else as they came). Read once a process. Throws one sentence for each line that is not
 * right.
 */
export function filedWordsOf(authority: Pick<Authority, 'folder'>): Filed {
  let filed = kept.get(authority.folder);
  if (filed === undefined) {
    const england = join(dirname(authority.folder), 'england', 'words');
    const list = [join(england, plainWords), join(shipped, plainWords)].find(existsSync);
    filed = {
      templates: new Map([
        ...readFolder(shipped),
        ...readFolder(england),
        ...readFolder(join(authority.folder, 'words')),
      ]),
      hardWords: list === undefined ? [] : readFile(list, plainWordsFile).words,
    };
    kept.set(authority.folder, filed);
  }
  return filed;
}
