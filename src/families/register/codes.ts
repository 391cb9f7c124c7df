import { dirname, join } from 'node:path';
import { z } from 'zod';
import { type Authority, isoDate, readYaml } from '#platform/authorities/index.ts';

const codeSets = ['disability', 'sen-need', 'ethnicity', 'sex', 'evidence-kind'] as const;
export type CodeSet = (typeof codeSets)[number];

const codesFile = z.object({
  sets: z.array(
    z.object({
      id: z.enum(codeSets),
      name: z.string().min(1),
      source: z.string().min(1),
      codes: z.array(
        z.strictObject({
          code: z.string().min(1),
          label: z.string().min(1),
          proves: z.string().optional(),
          from: isoDate,
          until: isoDate.optional(),
        }),
      ),
    }),
  ),
});

/** One code of a set: what it means, what a letter of the kind proves, and when it may be used. */
export type Code = {
  readonly code: string;
  readonly label: string;
  readonly proves: string;
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate | null;
};

type Sets = ReadonlyMap<CodeSet, readonly Code[]>;
const kept = new Map<string, Sets>();

/** Reads a file of codes. Throws with the file and the place of each mistake, also where a code stands twice. */
export function readCodes(path: string): Sets {
  const { sets } = readYaml(path, codesFile);
  for (const set of sets) {
    const seen = new Set<string>();
    for (const { code } of set.codes) {
      if (seen.has(code)) throw new Error(`${path}: ${set.id}: the code ${code} stands there twice`);
      seen.add(code);
    }
  }
  return new Map(
    sets.map((set) => [
      set.id,
      set.codes.map((one) => ({ ...one, proves: one.proves ?? '', until: one.until ?? null })),
    ]),
  );
}

/** All codes of a set, also those that no longer hold: for reading what was recorded. */
export function codesOf(authority: Authority, set: CodeSet): readonly Code[] {
  const path = join(dirname(authority.folder), 'england', 'codes.yaml');
  let sets = kept.get(path);
  if (sets === undefined) {
    sets = readCodes(path);
    kept.set(path, sets);
  }
  const codes = sets.get(set);
  if (codes === undefined) throw new Error(`${path} has no set ${set}`);
  return codes;
}

/** The codes of a set that may be recorded on a day: from their first day, up to and not with their `until`. */
export function codesOn(authority: Authority, set: CodeSet, on: Temporal.PlainDate): readonly Code[] {
  return codesOf(authority, set).filter(
    (one) =>
      Temporal.PlainDate.compare(one.from, on) <= 0 &&
      (one.until === null || Temporal.PlainDate.compare(on, one.until) < 0),
  );
}

/** What a code means in words; the code itself where nobody knows it. */
export function codeWords(authority: Authority, set: CodeSet, code: string): string {
  return codesOf(authority, set).find((one) => one.code === code)?.label ?? code;
}
