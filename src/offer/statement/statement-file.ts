import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { kinds, times } from '#offer/directory/index.ts';
import { type Authority, readYaml, usualPlaceOf } from '#platform/authorities/index.ts';
import { composedParts, type Picture, pictures, type Section, type Variant } from './domain/statement.ts';

const keysOf = <T extends string>(record: Readonly<Record<T, unknown>>) => Object.keys(record) as [T, ...T[]];
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be small letters, figures and dashes');
const easyRead = z.strictObject({ picture: z.enum(keysOf<Picture>(pictures)), begins: z.string().min(1) });

const sort = z
  .strictObject({
    id,
    words: z.string().min(1),
    kinds: z.array(z.enum(keysOf(kinds))).default([]),
    times: z.array(z.enum(keysOf(times))).default([]),
  })
  .refine(
    (one) => (one.kinds.length === 0) !== (one.times.length === 0),
    'must have either kinds or times: the link of the figure leads to one search',
  );

const section = z
  .strictObject({
    id,
    title: z.string().min(1),
    composes: z.enum(composedParts).optional(),
    help: z.string().min(1),
    begins: z.string().optional(),
    'easy-read': easyRead.optional(),
  })
  .refine(
    (one) => one.composes === undefined || one.begins === undefined,
    'must have either "composes" or "begins": what is composed is not written',
  );

const statementFile = z.strictObject({
  'review-months': z.int().min(1).max(36),
  sections: z
    .array(section)
    .min(1)
    .refine((all) => new Set(all.map((one) => one.id)).size === all.length, 'must name each section once'),
  range: z.array(sort).min(1),
  carers: z.array(sort).min(1),
});

/** A text that a draft begins from where no version has been published yet. */
const textFile = z.strictObject({
  section: id,
  /** Where the words come from: a paper of the council, or made up for the demonstration. */
  provenance: z.string().min(1),
  words: z.string().default(''),
  'easy-read': easyRead.optional(),
});

/** What fits a need of carers, as the file of the statement says it. */
export type Sort = z.output<typeof sort>;

/** A text to begin from. */
export type BeginText = { readonly words: string; readonly picture: Picture | null };

/** The statement of a council as its files lay it out. */
export type Layout = {
  readonly sections: readonly Section[];
  readonly reviewMonths: number;
  readonly range: readonly Sort[];
  readonly carers: readonly Sort[];
  begins(section: string, variant: Variant): BeginText;
};

const shipped = join(
  import.meta.dirname,
  '..',
  '..',
  '..',
  'authorities',
  'england',
  'usual',
  'statement.yaml',
);

function placeOf(authority: Pick<Authority, 'folder'>): string {
  const own = join(authority.folder, 'statement.yaml');
  return existsSync(own) ? own : (usualPlaceOf(authority, 'statement.yaml')[0] ?? shipped);
}

function ownTexts(folder: string, known: readonly string[]): ReadonlyMap<string, z.output<typeof textFile>> {
  const texts = join(folder, 'statement');
  if (!existsSync(texts)) return new Map();
  return new Map(
    readdirSync(texts)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => {
        const path = join(texts, name);
        const text = readYaml(path, textFile);
        if (text.section !== basename(name, '.yaml'))
          throw new Error(`${path}: section: must be the file's own name, ${basename(name, '.yaml')}`);
        if (!known.includes(text.section))
          throw new Error(
            `${path}: section: the statement has no section of this name. It has: ${known.join(', ')}`,
          );
        return [text.section, text] as const;
      }),
  );
}

const kept = new Map<string, Layout>();

/** How a council's statement is laid out. Read once a process. Throws a sentence for each line that is not right. */
export function layoutOf(authority: Pick<Authority, 'folder'>): Layout {
  let layout = kept.get(authority.folder);
  if (layout === undefined) {
    layout = read(authority);
    kept.set(authority.folder, layout);
  }
  return layout;
}

function read(authority: Pick<Authority, 'folder'>): Layout {
  const file = readYaml(placeOf(authority), statementFile);
  const own = ownTexts(
    authority.folder,
    file.sections.map((one) => one.id),
  );
  return {
    sections: file.sections.map(({ id: name, title, composes, help }) => ({
      id: name,
      title,
      help,
      composes: composes ?? null,
    })),
    reviewMonths: file['review-months'],
    range: file.range,
    carers: file.carers,
    begins(name, variant) {
      const usual = file.sections.find((one) => one.id === name);
      const text = own.get(name);
      if (variant === 'words') return { words: text?.words || (usual?.begins ?? ''), picture: null };
      const easy = text?.['easy-read'] ?? usual?.['easy-read'];
      return { words: easy?.begins ?? '', picture: easy?.picture ?? null };
    },
  };
}
