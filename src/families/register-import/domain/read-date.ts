import type { DateForm } from './mapping.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const shapes: Readonly<Record<DateForm, RegExp>> = {
  'dd/mm/yyyy': /^(?<day>\d{1,2})\/(?<month>\d{1,2})\/(?<year>\d{4})$/,
  'mm/dd/yyyy': /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})$/,
  'yyyy-mm-dd': /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/,
  'dd.mm.yyyy': /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})$/,
  'dd-mmm-yyyy': /^(?<day>\d{1,2})[- ](?<name>[a-z]{3})[a-z]*[- ](?<year>\d{4})$/i,
};

/** Reads a date in one of the forms, the first that fits; a time of day behind it is left out. Null where none fits. */
export function readDate(typed: string, forms: readonly DateForm[]): Temporal.PlainDate | null {
  const date = typed.trim().replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, '');
  for (const form of forms) {
    const found = shapes[form].exec(date)?.groups;
    if (found === undefined) continue;
    const month =
      found.name === undefined ? Number(found.month) : months.indexOf(found.name.toLowerCase()) + 1;
    try {
      return Temporal.PlainDate.from(
        { year: Number(found.year), month, day: Number(found.day) },
        { overflow: 'reject' },
      );
    } catch {
      // 30 February has the form of a date and is none.
    }
  }
  return null;
}
