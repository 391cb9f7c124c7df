import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Pence, parsePounds } from '#kernel/money.ts';

/** A date as a YAML file writes it: `2026-04-01`, in quotation marks or without. */
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

/** Holds the text of a YAML file to its schema. Throws a line for each thing that is wrong: the file and the place in it. */
export function readYamlText<T extends z.ZodType>(text: string, path: string, schema: T): z.output<T> {
  let given: unknown;
  try {
    // A file with nothing in it, or with comments alone, says nothing of anything.
    given = parse(text) ?? {};
  } catch (error) {
    throw new Error(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new Error(
    parsed.error.issues
      .map((issue) => `${path}: ${issue.path.join('.') || 'the file'}: ${issue.message}`)
      .join('\n'),
  );
}

/** Reads a YAML file by its schema. Throws as `readYamlText` does, and for a file that is not there. */
export function readYaml<T extends z.ZodType>(path: string, schema: T): z.output<T> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  return readYamlText(text, path, schema);
}

/** Whether something dated holds on a day: its first and its last day are in it. */
export function holdsOn(
  dated: { readonly from: Temporal.PlainDate; readonly until?: Temporal.PlainDate | null | undefined },
  day: Temporal.PlainDate,
): boolean {
  return (
    Temporal.PlainDate.compare(dated.from, day) <= 0 &&
    (dated.until === undefined || dated.until === null || Temporal.PlainDate.compare(dated.until, day) >= 0)
  );
}
