/**
 * One known thing. Yes or no: boolean. Whole number: number. Money: number of whole pence. Hours: number of whole
 * minutes. Decimal: number of whole thousandths. Choice, text and postcode: string. Date: "2026-06-01". Date and time: "2026-06-01T10:00", the clock on
 * the wall in England. Choices: list of answers. Period: the first and the last day. List: its entries.
 */
export type FactValue = boolean | number | string | readonly string[] | readonly Entry[];

/** One entry of a list (one stay, one payment, one adult): its fields by name. Absent or null: not known. */
export type Entry = {
  readonly [field: string]: boolean | number | string | readonly string[] | null | undefined;
};

/** The answers or days of a value that is a list of words; none for anything else. */
export function wordsOf(value: FactValue): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** The entries of a value that is a list of entries; none for anything else. */
export function entriesOf(value: FactValue): readonly Entry[] {
  return Array.isArray(value) ? value.filter((one): one is Entry => typeof one === 'object') : [];
}
