/** The facts of the register that a column may hold. */
export const factFields = [
  'preferred-name',
  'nhs-number',
  'upn',
  'sex',
  'ethnicity',
  'language',
  'interpreter',
  'religion',
  'disability',
  'sen-first',
  'sen-second',
  'school',
  'school-urn',
  'year-group',
  'ehc-plan',
  'looked-after',
] as const;
export type FactField = (typeof factFields)[number];

const otherFields = [
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
  'carer-name',
  'carer-relationship',
  'carer-email',
  'carer-phone',
  'carer-responsibility',
  'support-name',
  'support-kind',
  'support-way',
  'support-paid-by',
  'support-yearly-cost',
  'support-yearly-hours',
  'support-yearly-nights',
  'support-starts-on',
  'support-ends-on',
] as const;

/** Everything that a column may hold. */
export const fields = [...otherFields, ...factFields] as const;
export type Field = (typeof fields)[number];

/** Without these nobody can be registered. */
export const neededFields = [
  'key',
  'given-name',
  'family-name',
  'born-on',
  'postcode',
] as const satisfies readonly Field[];

export const dateForms = ['dd/mm/yyyy', 'yyyy-mm-dd', 'dd-mmm-yyyy', 'dd.mm.yyyy', 'mm/dd/yyyy'] as const;
export type DateForm = (typeof dateForms)[number];

/** How the columns of another system's file are read. */
export type Mapping = {
  /** The name of its file without the ending. */
  readonly id: string;
  readonly name: string;
  /** The system whose keys the rows carry. */
  readonly source: string;
  readonly recognise: readonly string[];
  readonly dates: readonly DateForm[];
  readonly columns: ReadonlyMap<Field, string>;
  /** What parts the values of a cell that holds several. */
  readonly lists: ReadonlyMap<Field, string>;
  /** The other system's words, in small letters, and what they are here. */
  readonly values: ReadonlyMap<Field, ReadonlyMap<string, string>>;
};

const plainHeading = (heading: string) => heading.trim().replace(/\s+/g, ' ').toLowerCase();

/** Where each field stands among the headings; a field whose column is not there is left out. */
export function placesOf(mapping: Mapping, headings: readonly string[]): ReadonlyMap<Field, number> {
  const at = new Map(headings.map((heading, index) => [plainHeading(heading), index]));
  return new Map(
    [...mapping.columns].flatMap(([field, heading]) => {
      const place = at.get(plainHeading(heading));
      return place === undefined ? [] : [[field, place] as const];
    }),
  );
}

/** The mapping whose headings are all there; of several, the one that knows most of the file's headings. */
export function recognised(mappings: readonly Mapping[], headings: readonly string[]): Mapping | null {
  const there = new Set(headings.map(plainHeading));
  const fitting = mappings.filter(({ recognise }) =>
    recognise.every((heading) => there.has(plainHeading(heading))),
  );
  const [best] = fitting.toSorted(
    (one, other) => placesOf(other, headings).size - placesOf(one, headings).size,
  );
  return best ?? null;
}

/** The headings that a file has to have and does not. */
export function missingHeadings(mapping: Mapping, headings: readonly string[]): readonly string[] {
  const places = placesOf(mapping, headings);
  return neededFields
    .filter((field) => !places.has(field))
    .map((field) => mapping.columns.get(field) ?? field);
}
