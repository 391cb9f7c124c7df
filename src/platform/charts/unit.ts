import { formatPounds, pence } from '#kernel/money.ts';

/** What the numbers of a chart count, and how they are written for people and for spreadsheets. */
export type Unit = {
  /** What one number is, as a column's heading: "Children", "Spent". */
  readonly heading: string;
  /** What is added to the names of series in a spreadsheet, such as "(£)". */
  readonly inSpreadsheets: string;
  /** Writes a number for people: "1,200", "£12.50". */
  write(value: number): string;
  /** Writes a number for spreadsheets: no separators, no signs but the minus. */
  plain(value: number): string;
};

/** Adding nought takes the sign from a nought below nought, which is shown to nobody. */
function grouped(value: number): string {
  return (value + 0).toLocaleString('en-GB').replace('-', '−');
}

/** Whole things: children, nights, families. */
export function wholeNumbers(heading: string): Unit {
  return {
    heading,
    inSpreadsheets: '',
    write: grouped,
    plain: (value) => String(value),
  };
}

/** Money: the values are whole pence, shown in pounds. */
export function moneyInPence(heading: string): Unit {
  return {
    heading,
    inSpreadsheets: '(£)',
    write: (value) => formatPounds(pence(value)),
    plain(value) {
      const whole = Math.abs(pence(value));
      const rest = String(whole % 100).padStart(2, '0');
      return `${value < 0 ? '-' : ''}${Math.trunc(whole / 100)}.${rest}`;
    },
  };
}

/** Shares in whole percent: 45 is 45%. */
export function percentages(heading: string): Unit {
  return {
    heading,
    inSpreadsheets: '(%)',
    write: (value) => `${grouped(value)}%`,
    plain: (value) => String(value),
  };
}

/** The heading of a column in a spreadsheet. */
export function spreadsheetHeading(name: string, unit: Unit): string {
  return unit.inSpreadsheets === '' ? name : `${name} ${unit.inSpreadsheets}`;
}
