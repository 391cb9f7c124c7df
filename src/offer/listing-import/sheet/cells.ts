import { type ColumnName, columns } from './columns.ts';

/** One thing wrong in a row: the heading of its column, and a sentence with the mend. */
export type Wrong = { readonly column: string; readonly message: string };

const MINUTES_A_DAY = 1440;
/** Excel's day 0, as it is counted from March 1900 on: Excel takes 1900 for a leap year. */
const firstDayOfExcel = Temporal.PlainDate.from('1899-12-30');

/** Reads the cells of one row, and collects what is wrong with them. */
export class Cells {
  readonly wrongs: Wrong[] = [];
  readonly #cells: readonly string[];
  readonly #places: ReadonlyMap<ColumnName, number>;

  constructor(cells: readonly string[], places: ReadonlyMap<ColumnName, number>) {
    this.#cells = cells;
    this.#places = places;
  }

  wrong(column: ColumnName, message: string): null {
    this.wrongs.push({ column: columns[column].heading, message });
    return null;
  }

  text(column: ColumnName, most = 4_000): string {
    const at = this.#places.get(column);
    const text = at === undefined ? '' : (this.#cells[at] ?? '').trim();
    if (text === '' && columns[column].isNeeded)
      this.wrong(column, `is empty; write for example “${columns[column].sample}”`);
    if (text.length > most)
      this.wrong(column, `is too long: ${text.length} characters, and ${most} are the most`);
    return text;
  }

  /** The keys of a vocabulary that a cell names, by key or label, parted by semicolons or commas. */
  several<T extends string>(column: ColumnName, labels: Readonly<Record<T, string>>): readonly T[] {
    const keys = Object.keys(labels) as T[];
    const found = this.text(column)
      .split(/[;,\n]/)
      .map((word) => word.trim().toLowerCase())
      .filter((word) => word !== '')
      .map((word) => {
        const key = keys.find((one) => one === word || labels[one].toLowerCase() === word);
        if (key === undefined)
          this.wrong(
            column,
            `“${word}” is not known here; use one of: ${keys.map((one) => labels[one]).join('; ')}`,
          );
        return key;
      });
    return keys.filter((key) => found.includes(key));
  }

  one<T extends string>(column: ColumnName, labels: Readonly<Record<T, string>>): T | null {
    const [first, second] = this.several(column, labels);
    if (second !== undefined) this.wrong(column, 'names more than one; keep one of them');
    return first ?? null;
  }

  whole(column: ColumnName, most: number): number {
    const text = this.text(column);
    const value = /^\d{1,3}$/.test(text) ? Number(text) : -1;
    if (text !== '' && (value < 0 || value > most))
      this.wrong(column, `“${text}” is not a whole number from 0 to ${most}`);
    return value;
  }

  time(column: ColumnName): Temporal.PlainTime | null {
    const text = this.text(column);
    if (text === '') return null;
    // A cell without a form of its own: Excel keeps a time as its part of a day.
    if (/^0?\.\d+$/.test(text)) {
      const minutes = Math.round(Number(text) * MINUTES_A_DAY) % MINUTES_A_DAY;
      return Temporal.PlainTime.from({ hour: Math.floor(minutes / 60), minute: minutes % 60 });
    }
    const match = /^(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?\s*(am|pm)?$/i.exec(text);
    const isPm = match?.[3]?.toLowerCase() === 'pm';
    const isTwelve = match?.[3] !== undefined;
    const typed = Number(match?.[1] ?? 99);
    const hour = isTwelve ? (typed % 12) + (isPm ? 12 : 0) : typed;
    const minute = Number(match?.[2] ?? 0);
    if (match === null || hour > 23 || minute > 59 || (isTwelve && (typed < 1 || typed > 12)))
      return this.wrong(column, `“${text}” is not a time of day like 10:00 or 5.30pm`);
    return Temporal.PlainTime.from({ hour, minute });
  }

  day(column: ColumnName): Temporal.PlainDate | null {
    const text = this.text(column);
    if (text === '') return null;
    // A cell without a form of its own: Excel counts days, and five figures are a day of the years 1927 to 2173.
    if (/^\d{5}$/.test(text)) return firstDayOfExcel.add({ days: Number(text) });
    const uk = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
    const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
    const [year, month, day] = uk === null ? [iso?.[1], iso?.[2], iso?.[3]] : [uk[3], uk[2], uk[1]];
    try {
      return Temporal.PlainDate.from(
        { year: Number(year), month: Number(month), day: Number(day) },
        { overflow: 'reject' },
      );
    } catch {
      return this.wrong(column, `“${text}” is not a day like 31/10/2026`);
    }
  }
}
