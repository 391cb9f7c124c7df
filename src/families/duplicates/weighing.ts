import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Authority } from '#platform/authorities/index.ts';
import { plain, type Weighing, weights } from './domain/likeness.ts';

const day = z.union([z.string(), z.date()]).transform((value, context) => {
  try {
    return Temporal.PlainDate.from(typeof value === 'string' ? value : value.toISOString().slice(0, 10));
  } catch {
    context.addIssue({ code: 'custom', message: 'must be a date like 2026-04-01' });
    return z.NEVER;
  }
});

const weighingFile = z.strictObject({
  weighing: z
    .array(
      z
        .strictObject({
          from: day,
          source: z.string().min(1),
          ask: z.int().positive(),
          surely: z.int().positive(),
          points: z.record(z.enum(weights), z.int()),
        })
        .refine(({ ask, surely }) => ask < surely, 'surely must be more than ask'),
    )
    .min(1),
  'short-forms': z.array(z.array(z.string().min(1)).min(2)),
});

export type DatedWeighing = Weighing & { readonly from: Temporal.PlainDate };

/** Reads a file of how likeness is weighed. Throws with the file and the place of each mistake. */
export function readWeighing(path: string): readonly DatedWeighing[] {
  const parsed = weighingFile.safeParse(parse(readFileSync(path, 'utf8')));
  if (!parsed.success)
    throw new Error(
      parsed.error.issues.map((issue) => `${path}: ${issue.path.join('.')}: ${issue.message}`).join('\n'),
    );
  const shortForms = new Map<string, number[]>();
  for (const [group, names] of parsed.data['short-forms'].entries())
    for (const name of names) shortForms.set(plain(name), [...(shortForms.get(plain(name)) ?? []), group]);
  return parsed.data.weighing.map(({ from, ask, surely, points }) => ({
    from,
    ask,
    surely,
    points,
    shortForms,
  }));
}

const kept = new Map<string, readonly DatedWeighing[]>();

/** How likeness is weighed on a day: by the council's own duplicates.yaml, or else by England's. */
export function weighingOn(authority: Authority, on: Temporal.PlainDate): Weighing {
  const own = join(authority.folder, 'duplicates.yaml');
  const path = existsSync(own) ? own : join(dirname(authority.folder), 'england', 'duplicates.yaml');
  let all = kept.get(path);
  if (all === undefined) {
    all = readWeighing(path);
    kept.set(path, all);
  }
  const inForce = all
    .filter(({ from }) => Temporal.PlainDate.compare(from, on) <= 0)
    .toSorted((one, other) => Temporal.PlainDate.compare(one.from, other.from))
    .at(-1);
  if (inForce === undefined) throw new Error(`${path} says nothing of ${on}`);
  return inForce;
}
