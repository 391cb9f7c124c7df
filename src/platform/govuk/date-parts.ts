import type { Attributes } from './attributes.ts';
import type { Possibly } from './content.ts';

type PartValue = string | number | undefined;

/** The values of the parts; where there is a `namePrefix`, a name may carry it: `birth-day`. */
export interface DateValues {
  readonly day?: PartValue;
  readonly month?: PartValue;
  readonly year?: PartValue;
  readonly [prefixed: `${string}-day` | `${string}-month` | `${string}-year`]: PartValue;
}

/** One input of a date. */
export interface DatePart {
  readonly id?: string;
  /** The name without the prefix. */
  readonly name?: string;
  /** The name with a capital if not given. */
  readonly label?: string;
  readonly value?: string | number;
  /** Marks this part as wrong. If no part is marked, an error message marks them all. */
  readonly error?: boolean;
  readonly inputmode?: string;
  readonly autocomplete?: string;
  readonly pattern?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

type PartName = 'day' | 'month' | 'year';
const partNames: readonly PartName[] = ['day', 'month', 'year'];

/** What of a date says which parts there are. */
export interface DatePartsOptions {
  readonly namePrefix?: string;
  /** Further settings of the day; `false` leaves it out. */
  readonly day?: DatePart | false;
  readonly month?: DatePart | false;
  readonly year?: DatePart | false;
  readonly values?: DateValues;
  /** Parts in an order of one's own. Used instead of day, month and year. */
  readonly items?: readonly Possibly<DatePart & { readonly name: string }>[];
}

/** A part with its name, value and width settled. */
export interface SettledPart {
  readonly part: DatePart;
  /** Without the prefix. */
  readonly name: string;
  readonly fieldName: string;
  readonly value: PartValue;
  readonly classes: string;
}

/** Gives the parts of a date in order, each with the name, value and classes of its input. */
export function dateParts(options: DatePartsOptions, hasError: boolean): SettledPart[] {
  const standard = standardParts(options);
  const parts = options.items?.length ? options.items : partNames.map((name) => standard[name]);
  const someMarked = parts.some((part) => part && isMarked(part));
  const settled: SettledPart[] = [];
  for (const part of parts) {
    if (!part) continue;
    const kind = partNames.find((name) => isKind({ part, kind: name, standard: standard[name] }));
    const name = part.name ?? kind ?? '';
    const fieldName = options.namePrefix ? `${options.namePrefix}-${name}` : name;
    const ofKind = kind && standard[kind] ? standard[kind].value : undefined;
    const byName: Readonly<Record<string, PartValue>> = { ...options.values };
    const marks = isMarked(part) || (part.error !== false && hasError && !someMarked);
    settled.push({
      part,
      name,
      fieldName,
      value: part.value ?? ofKind ?? byName[fieldName],
      classes: partClasses({ part, marks, width: kind === 'year' ? 4 : 2 }),
    });
  }
  return settled;
}

function standardParts(options: DatePartsOptions): Record<PartName, DatePart | false> {
  const { day, month, year, values } = options;
  return {
    day: day ?? standardPart('day', values?.day),
    month: month ?? standardPart('month', values?.month),
    year: year ?? standardPart('year', values?.year),
  };
}

function standardPart(name: PartName, value: PartValue): DatePart {
  return { name, value };
}

interface KindQuestion {
  readonly part: DatePart;
  readonly kind: PartName;
  readonly standard: DatePart | false;
}

function isKind({ part, kind, standard }: KindQuestion): boolean {
  if (part === standard) return true;
  return Boolean(part.name) && (part.name === kind || (standard !== false && part.name === standard.name));
}

function isMarked(part: DatePart): boolean {
  return part.error === true || Boolean(part.classes?.includes('govuk-input--error'));
}

function partClasses({ part, marks, width }: { part: DatePart; marks: boolean; width: number }): string {
  const given = part.classes ?? '';
  const error = marks && !given.includes('govuk-input--error') ? ' govuk-input--error' : '';
  const widthClass = given.includes('govuk-input--width-') ? '' : ` govuk-input--width-${width}`;
  return `govuk-date-input__input${error}${widthClass}${given && ` ${given}`}`;
}
