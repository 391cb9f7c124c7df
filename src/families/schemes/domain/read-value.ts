import { england } from '#kernel/clock.ts';
import { parsePounds, pence } from '#kernel/money.ts';
import { type Refusal, type Result, refusal, success } from '#kernel/refusal.ts';
import { parseDuration } from './duration.ts';
import type { Entry, FactValue } from './fact-value.ts';
import type { FactDeclaration } from './facts.ts';
import { nearest } from './nearest.ts';
import { tidyPostcode } from './postcode.ts';

type Declared = Pick<FactDeclaration, 'name' | 'type' | 'answers'> & Partial<Pick<FactDeclaration, 'fields'>>;

/**
 * Reads one fact as machines write it: money in pounds (a number, or "£1,250"), choices in any of the words
 * that the scheme maps, dates as "2026-06-01", a period as its first and last day. Refuses (`wrong-value`)
 * with a sentence that names the fact and what it should look like.
 */
export function readValue(declared: Declared, raw: unknown): Result<FactValue> {
  switch (declared.type) {
    case 'yes or no':
      return typeof raw === 'boolean' ? success(raw) : wrong(declared, raw, 'give true or false');
    case 'whole number':
      return readWholeNumber(declared, raw);
    case 'money':
      return readMoney(declared, raw);
    case 'choice':
      return readChoice(declared, raw);
    case 'choices':
      return (
        readList(raw, (item) => readChoice(declared, item)) ?? wrong(declared, raw, 'give a list of answers')
      );
    case 'text':
      return typeof raw === 'string' ? success(raw) : wrong(declared, raw, 'give text in quotation marks');
    case 'decimal':
      return readDecimal(declared, raw);
    case 'hours':
      return readHours(declared, raw);
    case 'postcode': {
      const postcode = typeof raw === 'string' ? tidyPostcode(raw) : null;
      return postcode === null
        ? wrong(declared, raw, 'give a whole postcode, like "ME7 1HF"')
        : success(postcode);
    }
    case 'list':
      return readEntries(declared, raw);
    case 'date':
      return readDate(declared, raw);
    case 'date and time':
      return readDateTime(declared, raw);
    case 'period': {
      const days = readList(raw, (item) => readDate(declared, item));
      const help = 'give its first and last day, like ["2025-06-01", "2026-05-31"]';
      if (!days?.ok) return days ?? wrong(declared, raw, help);
      const [first = '', last = '', ...more] = days.value;
      return last === '' || more.length > 0 || first > last ? wrong(declared, raw, help) : days;
    }
  }
}

function wrong(declared: Declared, raw: unknown, mend: string): Refusal {
  const shown = JSON.stringify(raw) ?? 'nothing';
  const kind = declared.type === 'hours' ? 'a number of hours' : `a ${declared.type}`;
  return refusal(
    'wrong-value',
    `${declared.name} is ${kind}, and ${shown} is not one: ${mend}.`,
    declared.name,
  );
}

function readWholeNumber(declared: Declared, raw: unknown): Result<FactValue> {
  if (typeof raw !== 'number' || !Number.isSafeInteger(raw) || raw < 0) {
    return wrong(declared, raw, 'give a number without a fraction, 0 or more');
  }
  const allowed = declared.answers.map((answer) => answer.value);
  if (allowed.length > 0 && !allowed.includes(raw)) return wrong(declared, raw, oneOf(allowed));
  return success(raw);
}

function readMoney(declared: Declared, raw: unknown): Result<FactValue> {
  const help = 'give pounds, like 250 or 250.50';
  if (typeof raw !== 'number' && typeof raw !== 'string') return wrong(declared, raw, help);
  const typed = String(raw).trim();
  const isNegative = typed.startsWith('-');
  const parsed = parsePounds(isNegative ? typed.slice(1) : typed);
  if (!parsed.ok) return wrong(declared, raw, help);
  return success(pence(isNegative ? 0 - parsed.value : parsed.value));
}

/** A number with up to three decimals (miles, a percentage); inside it is whole thousandths, never a fraction. */
function readDecimal(declared: Declared, raw: unknown): Result<FactValue> {
  const match = /^(\d{1,9})(?:\.(\d{1,3}))?$/.exec(String(raw).trim());
  if (!match) return wrong(declared, raw, 'give a number with up to three decimals, like 2.5');
  return success(Number(match[1]) * 1000 + Number((match[2] ?? '').padEnd(3, '0')));
}

/** Hours as a number (2.5) or in words ("2 hours 30 minutes"); inside they are whole minutes. */
function readHours(declared: Declared, raw: unknown): Result<FactValue> {
  const minutes = parseDuration(typeof raw === 'number' ? `${raw} hours` : String(raw));
  return minutes === null
    ? wrong(declared, raw, 'give hours and minutes, like "2 hours 30 minutes", or 2.5')
    : success(minutes);
}

/** Reads the entries of a list, each an object of the fields that are declared; null is for what is not known. */
function readEntries(declared: Declared, raw: unknown): Result<FactValue> {
  const isObjects = Array.isArray(raw) && raw.every((one) => typeof one === 'object' && one !== null);
  if (!isObjects) return wrong(declared, raw, 'give a list of objects, like [{"from": "2026-06-01"}]');
  const fields = new Map((declared.fields ?? []).map((field) => [field.name, field]));
  const entries: Entry[] = [];
  for (const [index, object] of raw.entries()) {
    const entry: { [field: string]: Entry[string] } = {};
    for (const [name, value] of Object.entries(object)) {
      const field = fields.get(name);
      const place = `${declared.name}[${index}].${name}`;
      if (!field) {
        const message = `An entry of ${declared.name} has no "${name}". ${nearest(name, fields.keys())}`;
        return refusal('unknown-fact', message, place);
      }
      if (value === null || value === undefined) continue;
      const read = readValue({ ...field, name: place }, value);
      if (!read.ok) return read;
      if (isFieldValue(read.value)) entry[name] = read.value;
    }
    entries.push(entry);
  }
  return success(entries);
}

/** A field is never itself a list of entries. */
function isFieldValue(value: FactValue): value is NonNullable<Entry[string]> {
  return !Array.isArray(value) || value.every((one) => typeof one === 'string');
}

function readChoice(declared: Declared, raw: unknown): Result<string> {
  const wanted = typeof raw === 'string' ? raw.trim().toLowerCase() : null;
  const found = declared.answers.find(
    ({ value, also }) =>
      String(value).toLowerCase() === wanted || also.some((word) => word.toLowerCase() === wanted),
  );
  return found
    ? success(String(found.value))
    : wrong(declared, raw, oneOf(declared.answers.map((a) => a.value)));
}

function oneOf(values: readonly (string | number)[]): string {
  return `give ${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}

function readList(raw: unknown, read: (item: unknown) => Result<string>): Result<readonly string[]> | null {
  if (!Array.isArray(raw)) return null;
  const values: string[] = [];
  for (const item of raw) {
    const value = read(item);
    if (!value.ok) return value;
    values.push(value.value);
  }
  return success(values);
}

function readDate(declared: Declared, raw: unknown): Result<string> {
  const help = 'give a real date as year-month-day, like "2026-06-01"';
  if (typeof raw !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(raw)) return wrong(declared, raw, help);
  try {
    return success(Temporal.PlainDate.from(raw, { overflow: 'reject' }).toString());
  } catch {
    return wrong(declared, raw, help);
  }
}

function readDateTime(declared: Declared, raw: unknown): Result<string> {
  const help = 'give a real date and time, like "2026-06-01T10:00"';
  if (typeof raw !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(raw)) return wrong(declared, raw, help);
  try {
    const onTheWall = /(Z|[+-]\d\d:\d\d)$/.test(raw)
      ? Temporal.Instant.from(raw).toZonedDateTimeISO(england).toPlainDateTime()
      : Temporal.PlainDateTime.from(raw, { overflow: 'reject' });
    return success(onTheWall.toString({ smallestUnit: 'minute' }));
  } catch {
    return wrong(declared, raw, help);
  }
}
