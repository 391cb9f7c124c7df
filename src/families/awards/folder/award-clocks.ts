import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Authority } from '#platform/authorities/index.ts';
import type { ReviewCycle } from '../domain/award.ts';

const clocksFile = z.looseObject({
  clocks: z.array(
    z.looseObject({
      id: z.string(),
      from: z.iso.date(),
      until: z.iso.date().optional(),
      allowed: z.looseObject({ count: z.int().positive(), unit: z.string() }),
    }),
  ),
});

type Clock = z.output<typeof clocksFile>['clocks'][number];

const read = new WeakMap<Authority, readonly Clock[]>();

function clocksOf(authority: Authority): readonly Clock[] {
  const before = read.get(authority);
  if (before !== undefined) return before;
  const path = join(authority.folder, 'clocks.yaml');
  const parsed = clocksFile.safeParse(parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path}: ${z.prettifyError(parsed.error)}`);
  read.set(authority, parsed.data.clocks);
  return parsed.data.clocks;
}

function monthsOf(authority: Authority, id: string, on: Temporal.PlainDate): number {
  const day = on.toString();
  const clock = clocksOf(authority).find(
    (one) => one.id === id && one.from <= day && (one.until === undefined || day <= one.until),
  );
  if (clock === undefined || clock.allowed.unit !== 'months')
    throw new Error(`${authority.folder}/clocks.yaml has no clock "${id}" in months that holds on ${day}`);
  return clock.allowed.count;
}

/**
 * When awards that start on a day are looked at again, by the council's dated clocks: the first and the second
 * time after the start, then again and again. Throws when the file lacks a clock, which `check` would find.
 */
export function reviewCycleOn(authority: Authority, on: Temporal.PlainDate): ReviewCycle {
  return {
    afterMonths: [
      monthsOf(authority, 'award-review-first', on),
      monthsOf(authority, 'award-review-second', on),
    ],
    thenEveryMonths: monthsOf(authority, 'award-review-yearly', on),
  };
}

/** How many months an award lasts that starts on a day, by the council's dated clocks. */
export function awardMonthsOn(authority: Authority, on: Temporal.PlainDate): number {
  return monthsOf(authority, 'award-lasts', on);
}
