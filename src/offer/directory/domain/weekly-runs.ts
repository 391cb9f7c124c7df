/** One time at which a listing runs, as the clock in the hall says it. */
export type TimeOnClock = {
  readonly placeNumber: number;
  readonly onDay: Temporal.PlainDate;
  readonly from: Temporal.PlainTime;
  readonly until: Temporal.PlainTime;
  /** How many midnights lie between: nought, or one where it goes on into the next day. */
  readonly nights: number;
};

/** Times that repeat each week from a first day to a last one, but for some days in between. */
export type WeeklyRun = Omit<TimeOnClock, 'onDay'> & {
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
  /** The days of the week, Monday as 1. */
  readonly weekdays: readonly number[];
  /** Days that would belong to the rhythm and do not. */
  readonly except: readonly Temporal.PlainDate[];
};

/** A gap of more days than this is a season's end: what comes after it is a run of its own. */
const LONGEST_GAP_DAYS = 14;

function split(times: readonly TimeOnClock[]): readonly (readonly TimeOnClock[])[] {
  const stretches: TimeOnClock[][] = [];
  let before: Temporal.PlainDate | null = null;
  for (const time of times) {
    const isNew = before === null || before.until(time.onDay).days > LONGEST_GAP_DAYS;
    if (isNew) stretches.push([]);
    stretches.at(-1)?.push(time);
    before = time.onDay;
  }
  return stretches;
}

/** The days of a run, in their order: every day of its weekdays from the first to the last but for the exceptions. */
export function daysOfRun(
  run: Pick<WeeklyRun, 'first' | 'last' | 'weekdays' | 'except'>,
): readonly Temporal.PlainDate[] {
  const except = new Set(run.except.map(String));
  const days = Array.from({ length: run.first.until(run.last).days + 1 }, (_, more) =>
    run.first.add({ days: more }),
  );
  return days.filter((day) => run.weekdays.includes(day.dayOfWeek) && !except.has(day.toString()));
}

function runOf(times: readonly TimeOnClock[]): readonly WeeklyRun[] {
  const [one] = times;
  const end = times.at(-1);
  if (one === undefined || end === undefined) return [];
  const { onDay: first, ...same } = one;
  const { onDay: last } = end;
  const weekdays = [...new Set(times.map(({ onDay }) => onDay.dayOfWeek))].sort();
  const on = new Set(times.map(({ onDay }) => onDay.toString()));
  const whole = { ...same, first, last, weekdays };
  return [{ ...whole, except: daysOfRun({ ...whole, except: [] }).filter((day) => !on.has(day.toString())) }];
}

/**
 * Puts dated times together as runs that repeat each week, so that a calendar shows one entry and not fifty. The runs
 * have just the days that were given, no day more and none less.
 */
export function weeklyRuns(times: readonly TimeOnClock[]): readonly WeeklyRun[] {
  const alike = Map.groupBy(
    times.toSorted((one, other) => Temporal.PlainDate.compare(one.onDay, other.onDay)),
    ({ placeNumber, from, until, nights }) => `${placeNumber} ${from} ${until} ${nights}`,
  );
  return [...alike.values()].flatMap((same) => split(same).flatMap(runOf));
}
