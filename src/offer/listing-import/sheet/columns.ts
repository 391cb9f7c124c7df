import type { TableFile } from '#kernel/table-file.ts';

/** What a column of a spreadsheet of listings may hold. */
export type Column = {
  /** The heading, as the empty spreadsheet has it. */
  readonly heading: string;
  /** Other headings that mean the same, in small letters. */
  readonly alsoCalled: readonly string[];
  readonly isNeeded: boolean;
  /** What stands in it, for the page that explains the columns. */
  readonly about: string;
  readonly sample: string;
};

function column(
  heading: string,
  about: string,
  sample: string,
  more: { readonly isNeeded?: boolean; readonly alsoCalled?: readonly string[] } = {},
): Column {
  return { heading, about, sample, isNeeded: more.isNeeded ?? false, alsoCalled: more.alsoCalled ?? [] };
}

const needed = { isNeeded: true } as const;

/** Every column, in the order of the empty spreadsheet. */
export const columns = {
  reference: column('Reference', 'Your own name for the row, so that it is known again next time', 'swim-1', {
    alsoCalled: ['id', 'ref'],
  }),
  title: column('Title', 'What it is called', 'Saturday swim', { ...needed, alsoCalled: ['name'] }),
  provider: column('Provider', 'Who gives it', 'Medway Otters', { ...needed, alsoCalled: ['organisation'] }),
  kinds: column(
    'Kinds',
    'One or more kinds of break, parted by semicolons',
    'Swimming; Weekend club',
    needed,
  ),
  tier: column('Support', 'Open to all, Extra support or Specialist support', 'Extra support', {
    ...needed,
    alsoCalled: ['tier'],
  }),
  summary: column(
    'Summary',
    'One or two sentences, at most 300 characters',
    'A quiet hour in warm water.',
    needed,
  ),
  description: column('Description', 'More about it', 'Lights are low and the music is off.'),
  'age-from': column('Age from', 'Whole years, 0 to 25', '5', needed),
  'age-to': column('Age to', 'Whole years, 0 to 25', '12', needed),
  needs: column('Can help with', 'Needs, parted by semicolons', 'Autism; Learning disability', {
    alsoCalled: ['needs'],
  }),
  times: column('When', 'One or more of the times, parted by semicolons', 'Weekends', needed),
  days: column('Days', 'Days of the week, parted by semicolons', 'Saturday'),
  from: column('Starts', 'A time of day', '10:00', { alsoCalled: ['from'] }),
  until: column('Ends', 'A time of day', '11:00', { alsoCalled: ['until', 'to'] }),
  season: column('Part of the year', 'Term time, School holidays or All year', 'Term time', {
    alsoCalled: ['season'],
  }),
  cost: column('Cost', 'Free, an amount with what it pays for, or words', '£6 a session'),
  accepts: column('Can pay', 'Direct payment; Short breaks grant', 'Short breaks grant'),
  join: column('How to join', 'One of the ways to join', 'Book a place', needed),
  'referred-by': column('Who refers', 'Needed where somebody has to refer the child', 'The school'),
  place: column('Place', 'The name of the building', 'Otters Pool'),
  town: column('Town', 'Where the building stands', 'Gillingham'),
  postcode: column('Postcode', 'Of the building; leave it empty for what has no one place', 'ME7 1HF'),
  area: column('Area', 'In the place of a building: "Across Medway", "At home", "Online"', 'Across Medway'),
  phone: column('Phone', 'A telephone number', '01632 960001'),
  email: column('Email', 'An email address', 'hello@otters.example.org'),
  url: column('Web', 'A web address', 'https://otters.example.org', { alsoCalled: ['website', 'url'] }),
  meets: column(
    'Has',
    'What it offers of the accessibility words, parted by semicolons',
    'Hoist; Quiet space',
  ),
  lacks: column('Does not have', 'What it does not offer', 'Changing Places toilet'),
  ratios: column('Staff to children', 'One or more ratios', '1:2'),
  languages: column('Languages', 'Codes of languages besides English', 'pl; pa'),
  transport: column('Transport', 'One of the ways to get there', 'You bring your child'),
  checked: column('Last checked', 'A day', '01/10/2026'),
} as const satisfies Record<string, Column>;

export type ColumnName = keyof typeof columns;
export const columnNames = Object.keys(columns) as readonly ColumnName[];

const plain = (heading: string) => heading.trim().toLowerCase();

/** In which cell of a row each column stands, by the headings of a file: by its own heading, else by another for it. */
export function placesOf(headings: readonly string[]): ReadonlyMap<ColumnName, number> {
  const said = headings.map(plain);
  return new Map(
    columnNames.flatMap((name) => {
      const { heading, alsoCalled } = columns[name];
      const own = said.indexOf(heading.toLowerCase());
      const at = own >= 0 ? own : said.findIndex((one) => alsoCalled.includes(one));
      return at < 0 ? [] : [[name, at] as const];
    }),
  );
}

/** The columns whose own heading stands more than once, so that nobody knows which is meant. */
export function columnsTwice(headings: readonly string[]): readonly string[] {
  const said = headings.map(plain);
  return columnNames
    .map((name) => columns[name].heading)
    .filter((heading) => said.filter((one) => one === heading.toLowerCase()).length > 1);
}

/** So many headings that nobody knows are named; of more, how many. */
const mostNamed = 10;

/** What of a file's columns was left out, as a sentence for the page of the import; none where all were read. */
export function leftOut(file: TableFile, places: ReadonlyMap<ColumnName, number>): readonly string[] {
  const read = new Set(places.values());
  const others = file.headings.flatMap((heading, at) => (read.has(at) ? [] : [{ heading, at }]));
  const unknown = others
    .filter(({ heading }) => heading !== '')
    .map(({ heading }) => `“${heading.slice(0, 60)}”`);
  const nameless = others.filter(
    ({ heading, at }) => heading === '' && file.rows.some(({ cells }) => (cells[at] ?? '') !== ''),
  );
  const more = unknown.length > mostNamed ? ` and ${unknown.length - mostNamed} more` : '';
  const sentences = [];
  if (unknown.length > 0)
    sentences.push(
      `The columns ${unknown.slice(0, mostNamed).join(', ')}${more} are not known here and were left out. They stay with the import.`,
    );
  if (nameless.length > 0)
    sentences.push('Columns without a heading have something in them and were left out.');
  return sentences;
}

/** The headings that have to be there and are not. */
export function missingColumns(places: ReadonlyMap<ColumnName, number>): readonly string[] {
  return columnNames
    .filter((name) => columns[name].isNeeded && !places.has(name))
    .map((name) => columns[name].heading);
}
