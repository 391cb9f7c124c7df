import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Pence, parsePounds } from '#kernel/money.ts';
import type { Authority } from '#platform/authorities/index.ts';

/** A date as a YAML file writes it: "2026-04-01", in quotation marks or without. */
export const isoDate = z.union([z.string(), z.date()]).transform((value, context) => {
  try {
    return Temporal.PlainDate.from(typeof value === 'string' ? value : value.toISOString().slice(0, 10));
  } catch {
    context.addIssue({ code: 'custom', message: 'must be a date like 2026-04-01' });
    return z.NEVER;
  }
});

/** An amount in pounds as it is printed, in quotation marks so that no figure of it is lost. */
export const poundsText = z.string().transform((text, context): Pence => {
  const read = parsePounds(text);
  if (read.ok) return read.value;
  context.addIssue({
    code: 'custom',
    message: 'must be an amount in pounds in quotation marks, like "138.25"',
  });
  return z.NEVER;
});

/** Whether an authority's folder holds the file at all. */
export function hasFile(authority: Authority, file: string): boolean {
  return existsSync(join(authority.folder, file));
}

/** Reads a file of an authority's folder by its schema. Throws with the file and the place of everything wrong. */
export function readDatedFile<T extends z.ZodType>(
  authority: Authority,
  file: string,
  schema: T,
): z.output<T> {
  const path = join(authority.folder, file);
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

/** Whether something dated holds on a day. */
export function holdsOn(
  dated: { readonly from: Temporal.PlainDate; readonly until?: Temporal.PlainDate | undefined },
  day: Temporal.PlainDate,
): boolean {
  return (
    Temporal.PlainDate.compare(dated.from, day) <= 0 &&
    (dated.until === undefined || Temporal.PlainDate.compare(dated.until, day) >= 0)
  );
}
