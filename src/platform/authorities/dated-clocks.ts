import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { type Holidays, workingDaysFrom } from '#kernel/working-days.ts';
import type { Authority } from './authority.ts';
import { holdsOn, isoDate, readYaml } from './dated-file.ts';

const span = z.object({ count: z.int().positive(), unit: z.enum(['working-days', 'days', 'months']) });

const clocksFile = z.looseObject({
  clocks: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      allowed: span,
      'at-most': span.optional(),
      from: isoDate,
      until: isoDate.optional(),
    }),
  ),
});

const holidaysFile = z.looseObject({ 'bank-holidays': z.array(z.looseObject({ date: isoDate })) });

/**
 * Where a file of an authority may stand, its own before what holds in all of England: `authorities/england`
 * is beside the councils' folders and has the law that no council can change.
 */
function placesOf(authority: Authority, file: string): readonly string[] {
  return [join(authority.folder, file), join(dirname(authority.folder), 'england', file)].filter(existsSync);
}

/**
 * Where stands what a council begins with until it says otherwise in its own folder: no law and no council's fact
 * (`authorities/england/usual`). Empty where there is no such file.
 */
export function usualPlaceOf(authority: Pick<Authority, 'folder'>, file: string): readonly string[] {
  return [join(dirname(authority.folder), 'england', 'usual', file)].filter((path) => existsSync(path));
}

type Clocks = { readonly clocks: z.output<typeof clocksFile>['clocks']; readonly holidays: Holidays };

const kept = new WeakMap<Authority, Clocks>();

/** An authority's files are read once a process: they change with a release, not under a running service. */
function clocksOf(authority: Authority): Clocks {
  let clocks = kept.get(authority);
  if (clocks === undefined) {
    const [holidays] = placesOf(authority, 'bank-holidays-england.yaml');
    if (holidays === undefined)
      throw new Error(
        `${authority.folder} has no bank-holidays-england.yaml, and there is none in the folder england beside it`,
      );
    clocks = {
      clocks: [...placesOf(authority, 'clocks.yaml'), ...usualPlaceOf(authority, 'clocks.yaml')].flatMap(
        (path) => readYaml(path, clocksFile).clocks,
      ),
      holidays: new Set(readYaml(holidays, holidaysFile)['bank-holidays'].map((day) => day.date.toString())),
    };
    kept.set(authority, clocks);
  }
  return clocks;
}

/** The days on which the authority's offices are closed besides weekends. */
export function holidaysOf(authority: Authority): Holidays {
  return clocksOf(authority).holidays;
}

/**
 * The last day that a clock of the authority allows, counted from `from`, by the clock in force on that day; with
 * `longest`, the last day that it may be extended to (its `at-most`), where it has one.
 * An authority's own clock goes before England's of the same name, and both before the usual one. Throws for one
 * that no clocks.yaml has on that day.
 */
export function lastDayBy(
  authority: Authority,
  clock: { readonly id: string; readonly from: Temporal.PlainDate; readonly longest?: boolean },
): Temporal.PlainDate {
  const { clocks, holidays } = clocksOf(authority);
  const inForce = clocks.find((one) => one.id === clock.id && holdsOn(one, clock.from));
  if (inForce === undefined)
    throw new Error(
      `${join(authority.folder, 'clocks.yaml')} has no clock ${clock.id} in force on ${clock.from}`,
    );
  const { count, unit } = (clock.longest === true && inForce['at-most']) || inForce.allowed;
  if (unit === 'working-days') return workingDaysFrom({ from: clock.from, count, holidays });
  return clock.from.add(unit === 'days' ? { days: count } : { months: count });
}
