import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Authority } from '#platform/authorities/index.ts';
import { dateForms, type Field, fields, type Mapping, neededFields } from './domain/mapping.ts';

const cell = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const mappingFile = z.strictObject({
  name: z.string().min(1),
  source: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/, 'must be small letters, figures and dashes'),
  provenance: z.string().min(1),
  recognise: z.array(z.string().min(1)).min(1),
  dates: z.array(z.enum(dateForms)).min(1),
  columns: z
    .partialRecord(z.enum(fields), z.string().min(1))
    .refine((columns) => neededFields.every((field) => columns[field] !== undefined), {
      message: `must name a column for each of ${neededFields.join(', ')}`,
    }),
  lists: z.partialRecord(z.enum(fields), z.string().length(1)).default({}),
  values: z.partialRecord(z.enum(fields), z.record(z.string(), cell)).default({}),
});

function entriesOf<T>(record: Readonly<Partial<Record<Field, T>>>): readonly (readonly [Field, T])[] {
  return fields.flatMap((field) => {
    const value = record[field];
    return value === undefined ? [] : [[field, value] as const];
  });
}

/** Reads a mapping. Throws with the file and the place of each mistake. */
export function readMapping(path: string): Mapping {
  const parsed = mappingFile.safeParse(parse(readFileSync(path, 'utf8')));
  if (!parsed.success)
    throw new Error(
      parsed.error.issues.map((issue) => `${path}: ${issue.path.join('.')}: ${issue.message}`).join('\n'),
    );
  const { name, source, recognise, dates, columns, lists, values } = parsed.data;
  return {
    id: basename(path, '.yaml'),
    name,
    source,
    recognise,
    dates,
    columns: new Map(entriesOf(columns)),
    lists: new Map(entriesOf(lists)),
    values: new Map(
      entriesOf(values).map(([field, words]) => [
        field,
        new Map(Object.entries(words).map(([theirs, ours]) => [theirs.trim().toLowerCase(), ours])),
      ]),
    ),
  };
}

const kept = new Map<string, readonly Mapping[]>();

/** Every mapping that a council may use: its own in import/, and England's where it has none of that name. */
export function mappingsOf(authority: Authority): readonly Mapping[] {
  const known = kept.get(authority.folder);
  if (known !== undefined) return known;
  const byId = new Map<string, Mapping>();
  for (const folder of [
    join(dirname(authority.folder), 'england', 'import'),
    join(authority.folder, 'import'),
  ]) {
    if (!existsSync(folder)) continue;
    for (const file of readdirSync(folder).toSorted())
      if (file.endsWith('.yaml')) byId.set(basename(file, '.yaml'), readMapping(join(folder, file)));
  }
  const mappings = [...byId.values()];
  kept.set(authority.folder, mappings);
  return mappings;
}
