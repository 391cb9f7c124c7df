import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Authority, holdsOn, isoDate, poundsText, readYaml } from '#platform/authorities/index.ts';
import { planBreakKinds, planWays } from './domain/plan.ts';
import type { Price } from './domain/prices.ts';

const twelfths: Readonly<Record<string, number>> = { '2:1': 24, '1:1': 12, '1:2': 6, '1:3': 4, '1:4': 3 };

const priceFile = z.object({
  prices: z.array(
    z
      .object({
        id: z.string(),
        name: z.string(),
        kind: z.enum(planBreakKinds),
        ways: z.array(z.enum(planWays)).min(1),
        ratio: z.enum(['2:1', '1:1', '1:2', '1:3', '1:4']).optional(),
        for: z.union([z.literal('night'), z.object({ minutes: z.int().positive() })]),
        low: poundsText,
        high: poundsText,
        from: isoDate,
        until: isoDate.optional(),
        source: z.string(),
      })
      .refine((one) => one.low <= one.high, 'low must not be more than high'),
  ),
});

type PriceFile = z.output<typeof priceFile>['prices'];
const kept = new WeakMap<Authority, PriceFile>();

/**
 * The prices that an authority has published and that hold on a day; none where it has no prices.yaml. Throws
 * where that file is wrong.
 */
export function pricesOn(authority: Authority, day: Temporal.PlainDate): readonly Price[] {
  let file = kept.get(authority);
  if (file === undefined) {
    const path = join(authority.folder, 'prices.yaml');
    file = existsSync(path) ? readYaml(path, priceFile).prices : [];
    kept.set(authority, file);
  }
  return file
    .filter((one) => holdsOn(one, day))
    .map((one) => ({
      id: one.id,
      name: one.name,
      breakKind: one.kind,
      ways: one.ways,
      ratioTwelfths: one.ratio === undefined ? null : (twelfths[one.ratio] ?? null),
      unit:
        one.for === 'night'
          ? { measure: 'night' as const }
          : { measure: 'minutes' as const, minutes: one.for.minutes },
      low: one.low,
      high: one.high,
      source: one.source,
    }));
}
