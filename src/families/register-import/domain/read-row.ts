import type { Field, Mapping } from './mapping.ts';
import { readDate } from './read-date.ts';

/** One thing that is wrong with a row: under which heading, and what mends it. */
export type Wrong = { readonly column: string; readonly message: string };

/** Support that another system tells of; what it gives is for a whole year. */
export type SupportSaid = {
  readonly name: string;
  readonly kind: string;
  readonly way: string;
  readonly paidBy: string;
  readonly yearlyPence: number | null;
  readonly yearlyMinutes: number | null;
  readonly yearlyNights: number | null;
  readonly startsOn: string;
  readonly endsOn: string | null;
};

/** What a row says, read. It is kept as it is, to be held against the row of the next file. */
export type RowSaid = {
  readonly key: string;
  readonly householdKey: string | null;
  readonly givenName: string;
  readonly familyName: string;
  readonly bornOn: string;
  readonly address: {
    readonly line1: string;
    readonly line2: string;
    readonly town: string;
    readonly postcode: string;
  };
  readonly diagnosis: string | null;
  readonly carer: {
    readonly name: string;
    readonly relationship: string;
    readonly email: string | null;
    readonly phone: string | null;
    readonly hasResponsibility: boolean;
  } | null;
  readonly facts: Readonly<Record<string, string | readonly string[]>>;
  readonly support: SupportSaid | null;
};

/** What reading a row needs to know of the register. */
export type Reading = {
  readonly mapping: Mapping;
  readonly places: ReadonlyMap<Field, number>;
  readonly today: Temporal.PlainDate;
  /** The allowed answers of a field that has such: value and words. Null where any words are an answer. */
  readonly optionsOf: (field: Field) => readonly { readonly value: string; readonly label: string }[] | null;
  /** What is wrong with words that are an answer by their form; null where nothing is. */
  readonly faultOf: (field: Field, words: string) => string | null;
  readonly readPostcode: (typed: string) => { readonly text: string } | { readonly fault: string };
};

/** Oldest birthday that is taken: the register ends at 25. */
const oldest = 26;

/** Reads one row of cells. Gives what it says, or everything that is wrong with it. */
export function readRow(
  cells: readonly string[],
  reading: Reading,
): { readonly said: RowSaid } | { readonly wrong: readonly Wrong[] } {
  const wrong: Wrong[] = [];
  const row = rowOf(cells, reading, wrong);
  const said: RowSaid = {
    key: row.needed('key', 'Give every child the number that the other system has'),
    householdKey: row.words('household-key') || null,
    givenName: row.needed('given-name', 'Enter the first name'),
    familyName: row.needed('family-name', 'Enter the last name'),
    bornOn: bornOn(row, reading),
    address: {
      line1: row.words('line1'),
      line2: row.words('line2'),
      town: row.words('town'),
      postcode: row.postcode(),
    },
    diagnosis: row.words('diagnosis') || null,
    carer: carerOf(row),
    facts: row.facts(),
    support: supportOf(row),
  };
  return wrong.length > 0 ? { wrong } : { said };
}

type RowReader = ReturnType<typeof rowOf>;

function rowOf(cells: readonly string[], reading: Reading, wrong: Wrong[]) {
  const { mapping, places } = reading;
  const say = (field: Field, message: string) => {
    wrong.push({ column: mapping.columns.get(field) ?? field, message });
    return '';
  };
  const words = (field: Field): string => {
    const place = places.get(field);
    return (place === undefined ? '' : (cells[place] ?? '')).replace(/\s+/g, ' ').trim();
  };
  const limited = (field: Field): string => {
    const text = words(field);
    return text.length > 200 ? say(field, 'This is longer than 200 letters. Shorten it') : text;
  };
  const needed = (field: Field, message: string): string => limited(field) || say(field, message);
  const option = (field: Field, typed = words(field)): string => {
    if (typed === '') return '';
    const meant = mapping.values.get(field)?.get(typed.toLowerCase()) ?? typed;
    const options = reading.optionsOf(field);
    if (options === null) return meant;
    const plain = meant.toLowerCase();
    const found = options.find(
      ({ value, label }) => value.toLowerCase() === plain || label.toLowerCase() === plain,
    );
    return (
      found?.value ??
      say(
        field,
        `“${typed}” is not known. Use one of ${options.map(({ value }) => value).join(', ')}, or add it to the mapping`,
      )
    );
  };
  const date = (field: Field): Temporal.PlainDate | null => {
    const typed = words(field);
    if (typed === '') return null;
    const read = readDate(typed, mapping.dates);
    if (read === null)
      say(field, `“${typed}” is not a date. Write it like ${mapping.dates[0] ?? 'dd/mm/yyyy'}`);
    return read;
  };
  const facts = () => {
    const found: Record<string, string | readonly string[]> = {};
    for (const field of factFieldsOf(places)) {
      const typed = limited(field);
      if (typed === '') continue;
      const separator = mapping.lists.get(field);
      const parts = separator === undefined ? [typed] : typed.split(separator).map((part) => part.trim());
      const answers = parts.filter((part) => part !== '').map((part) => option(field, part));
      const fault = answers.map((answer) => reading.faultOf(field, answer)).find((one) => one !== null);
      if (fault !== undefined) say(field, fault);
      const isList = field === 'disability';
      if (isList && answers.includes('NONE') && answers.length > 1)
        say(field, 'No disability cannot stand beside a disability. Leave one of them out');
      found[field] = isList ? [...new Set(answers)].toSorted() : (answers[0] ?? '');
    }
    return found;
  };
  const postcode = (): string => {
    const typed = words('postcode');
    const read = reading.readPostcode(typed);
    return 'fault' in read ? say('postcode', read.fault) : read.text;
  };
  return { say, words: limited, needed, option, date, facts, postcode };
}

const notFacts: ReadonlySet<string> = new Set([
  'key',
  'household-key',
  'given-name',
  'family-name',
  'born-on',
  'line1',
  'line2',
  'town',
  'postcode',
  'diagnosis',
]);

function factFieldsOf(places: ReadonlyMap<Field, number>): readonly Field[] {
  return [...places.keys()]
    .filter((field) => !notFacts.has(field) && !field.startsWith('carer-') && !field.startsWith('support-'))
    .toSorted();
}

function bornOn(row: RowReader, { today }: Reading): string {
  if (row.words('born-on') === '') return row.say('born-on', 'Enter the date of birth');
  const born = row.date('born-on');
  if (born === null) return '';
  if (Temporal.PlainDate.compare(born, today) > 0)
    return row.say('born-on', 'The date of birth lies in the future. Look it up again');
  if (Temporal.PlainDate.compare(born.add({ years: oldest }), today) <= 0)
    return row.say(
      'born-on',
      `This is somebody of ${oldest} or older. Leave the row out, or look the date up again`,
    );
  return born.toString();
}

function carerOf(row: RowReader): RowSaid['carer'] {
  const name = row.words('carer-name');
  if (name === '') return null;
  const email = row.words('carer-email').toLowerCase();
  if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    row.say('carer-email', `“${email}” is not an email address. Put it right, or leave it empty`);
  return {
    name,
    relationship: row.option('carer-relationship') || 'other',
    email: email || null,
    phone: row.words('carer-phone') || null,
    hasResponsibility: row.option('carer-responsibility') === 'yes',
  };
}

function supportOf(row: RowReader): SupportSaid | null {
  const name = row.words('support-name');
  if (name === '') return null;
  const startsOn = row.date('support-starts-on');
  const endsOn = row.date('support-ends-on');
  if (startsOn === null && row.words('support-starts-on') === '')
    row.say('support-starts-on', 'Enter the day from which the support is given');
  if (startsOn !== null && endsOn !== null && Temporal.PlainDate.compare(endsOn, startsOn) < 0)
    row.say('support-ends-on', 'The support ends before it begins. Put one of the dates right');
  return {
    name,
    kind: row.option('support-kind') || 'other',
    way: row.option('support-way') || 'commissioned',
    paidBy: row.option('support-paid-by') || 'council',
    yearlyPence: hundredths(row, 'support-yearly-cost', 100),
    yearlyMinutes: hundredths(row, 'support-yearly-hours', 60),
    yearlyNights: hundredths(row, 'support-yearly-nights', 1),
    startsOn: startsOn?.toString() ?? '',
    endsOn: endsOn?.toString() ?? null,
  };
}

/** A number of pounds, hours or nights in its smaller unit, so many of which make one. Null where nothing is said. */
function hundredths(row: RowReader, field: Field, unit: 1 | 60 | 100): number | null {
  const typed = row.words(field).replace(/[£,\s]/g, '');
  if (typed === '') return null;
  const [, whole = '', rest = ''] = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(typed) ?? [];
  const parts = Number(rest.padEnd(2, '0')) * unit;
  if (whole === '' || parts % 100 !== 0) {
    row.say(
      field,
      `“${typed}” is not a number that can be used here. Write it like 1200${unit === 1 ? '' : '.50'}`,
    );
    return null;
  }
  const value = Number(whole) * unit + parts / 100;
  return value === 0 && unit !== 100 ? null : value;
}
