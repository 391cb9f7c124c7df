/** A file of rows under headings. */
export type TableFile = {
  readonly headings: readonly string[];
  /** Each row with its number as a spreadsheet counts: the headings are row 1. Empty rows are not among them. */
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
  /** What was wrong with the form of single rows. */
  readonly misshapen: readonly { readonly number: number; readonly message: string }[];
};
