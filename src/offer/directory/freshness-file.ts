import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type Authority, holdsOn, isoDate, readYaml, usualPlaceOf } from '#platform/authorities/index.ts';
import type { FreshnessRules } from './domain/freshness.ts';

const months = z.int().min(1).max(60);

const file = z.strictObject({
  freshness: z
    .array(
      z
        .strictObject({
          from: isoDate,
          until: isoDate.optional(),
          'remind-after': z.array(months).min(1),
          'stale-after': months,
          'hidden-after': months,
          source: z.string().min(1),
        })
        .refine(
          ({ 'stale-after': stale, 'hidden-after': hidden }) => stale < hidden,
          'a listing must be stale (stale-after) before it is hidden (hidden-after)',
        )
        .refine(
          ({ 'remind-after': remind }) => remind.every((one, index) => one > (remind[index - 1] ?? 0)),
          'remind-after must rise from one number to the next',
        ),
    )
    .min(1),
});

type Dated = z.output<typeof file>['freshness'][number];

/** What England begins with where an authority's folder stands by itself. */
const usual = fileURLToPath(new URL('../../../authorities/england/usual/freshness.yaml', import.meta.url));

const kept = new WeakMap<Authority, readonly Dated[]>();

/** The files are read once a process: they change with a release, not under a running service. */
function datedOf(authority: Authority): readonly Dated[] {
  let dated = kept.get(authority);
  if (dated === undefined) {
    const own = join(authority.folder, 'freshness.yaml');
    const paths = existsSync(own) ? [own] : [...usualPlaceOf(authority, 'freshness.yaml'), usual];
    dated = paths.slice(0, 1).flatMap((path) => readYaml(path, file).freshness);
    kept.set(authority, dated);
  }
  return dated;
}

/**
 * The months that hold in an authority on a day: the newest version of its own file, else of what England begins
 * with. Throws where no version holds, which `daybreak check` finds before a family does.
 */
export function freshnessOf(authority: Authority, day: Temporal.PlainDate): FreshnessRules {
  const found = datedOf(authority)
    .filter((one) => holdsOn(one, day))
    .toSorted((one, other) => Temporal.PlainDate.compare(other.from, one.from))[0];
  if (found === undefined)
    throw new Error(`${authority.name}: no freshness.yaml says how long a listing counts as fresh on ${day}`);
  return {
    remindAfter: found['remind-after'],
    staleAfter: found['stale-after'],
    hiddenAfter: found['hidden-after'],
  };
}
