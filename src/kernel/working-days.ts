/** The days on which banks, and councils with them, are closed, as ISO dates: "2026-12-28". */
export type Holidays = ReadonlySet<string>;

/** Whether offices are open on the date: not a Saturday, not a Sunday, not a bank holiday. */
export function isWorkingDay(date: Temporal.PlainDate, holidays: Holidays): boolean {
  return date.dayOfWeek <= 5 && !holidays.has(date.toString());
}

/**
 * The date `count` working days after `from`, whose own day does not count (as the court rules count "clear"
 * days after an event). A count of nought gives `from` itself. Throws for a count that is not a whole number
 * of nought or more, which would be a bug.
 */
export function workingDaysFrom(clock: {
  readonly from: Temporal.PlainDate;
  readonly count: number;
  readonly holidays: Holidays;
}): Temporal.PlainDate {
  if (!Number.isSafeInteger(clock.count) || clock.count < 0)
    throw new RangeError(`${clock.count} is not a number of working days`);
  let date = clock.from;
  for (let left = clock.count; left > 0; ) {
    date = date.add({ days: 1 });
    if (isWorkingDay(date, clock.holidays)) left -= 1;
  }
  return date;
}

/**
 * How many working days lie after `from` up to and including `to`; below nought when `to` is the earlier one.
 * So it takes back what `workingDaysFrom` added.
 */
export function workingDaysBetween(span: {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly holidays: Holidays;
}): number {
  const { from, to, holidays } = span;
  if (Temporal.PlainDate.compare(to, from) < 0) {
    const backwards = workingDaysBetween({ from: to, to: from, holidays });
    return backwards === 0 ? 0 : -backwards;
  }
  const days = from.until(to, { largestUnit: 'days' }).days;
  const wholeWeeks = Math.trunc(days / 7);
  let count = wholeWeeks * 5;
  for (let date = from.add({ days: wholeWeeks * 7 + 1 }); !isAfter(date, to); date = date.add({ days: 1 })) {
    if (date.dayOfWeek <= 5) count += 1;
  }
  for (const text of holidays) {
    const holiday = Temporal.PlainDate.from(text);
    if (holiday.dayOfWeek <= 5 && isAfter(holiday, from) && !isAfter(holiday, to)) count -= 1;
  }
  return count;
}

function isAfter(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) > 0;
}
