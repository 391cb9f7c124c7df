import { createHash } from 'node:crypto';
import { awardWays, breakKinds, payers } from '#families/awards/index.ts';
import { type Found, likestOf } from '#families/duplicates/index.ts';
import {
  type CodeSet,
  codesOn,
  factDefinitions,
  fullName,
  isNhsNumber,
  isUpn,
  isUrn,
  relationships,
} from '#families/register/index.ts';
import type { TableFile } from '#kernel/table-file.ts';
import { parsePostcode } from '#platform/places/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import { type Field, type Mapping, placesOf } from './domain/mapping.ts';
import { type Counts, countsOf, type GoodRow, isSameRow, type WrongRow } from './domain/outcome.ts';
import { type Reading, type RowSaid, readRow } from './domain/read-row.ts';
import { type Imported, importedFrom } from './store/imported-children.ts';

/** What an import needs: the council, its transaction and the day. */
export type Asking = Pick<Visit, 'authority' | 'transaction' | 'clock'>;

/** What loading a file would do: row by row, counted, and as one word that changes with any of it. */
export type Looked = {
  readonly good: readonly GoodRow[];
  readonly wrong: readonly WrongRow[];
  readonly counts: Counts;
  readonly seen: string;
};

type Option = { readonly value: string; readonly label: string };
const plainOptions = (values: readonly string[]): readonly Option[] =>
  values.map((value) => ({ value, label: value.replaceAll('-', ' ') }));

const codeSets: Readonly<Partial<Record<Field, CodeSet>>> = {
  sex: 'sex',
  ethnicity: 'ethnicity',
  disability: 'disability',
  'sen-first': 'sen-need',
  'sen-second': 'sen-need',
};
const ownOptions: Readonly<Partial<Record<Field, readonly Option[]>>> = {
  'carer-relationship': plainOptions(relationships),
  'carer-responsibility': plainOptions(['yes', 'no']),
  'support-kind': plainOptions(breakKinds),
  'support-way': plainOptions(awardWays),
  'support-paid-by': plainOptions(payers),
};
const checks = {
  'nhs-number': [isNhsNumber, 'This is not an NHS number: its ten digits do not fit together'],
  upn: [isUpn, 'This is not a unique pupil number: a letter, then twelve signs'],
  urn: [isUrn, 'This is not a school’s reference number: six digits'],
} as const;

function readingOf({ authority, clock }: Asking, mapping: Mapping, headings: readonly string[]): Reading {
  const today = clock.today();
  const options = new Map<Field, readonly Option[] | null>();
  const optionsOf = (field: Field) => {
    const known = options.get(field);
    if (known !== undefined) return known;
    const codes = codeSets[field];
    const found =
      codes === undefined
        ? (ownOptions[field] ?? factDefinitions.get(field)?.options ?? null)
        : codesOn(authority, codes, today).map(({ code, label }) => ({ value: code, label }));
    options.set(field, found);
    return found;
  };
  return {
    mapping,
    places: placesOf(mapping, headings),
    today,
    optionsOf,
    faultOf(field, words) {
      const check = factDefinitions.get(field)?.check;
      if (check === undefined || words === '') return null;
      const [holds, message] = checks[check];
      return holds(words) ? null : message;
    },
    readPostcode(typed) {
      const read = parsePostcode(typed);
      return read.ok ? { text: read.value.text } : { fault: read.message };
    },
  };
}

/** Looks at a file: what is wrong with which row, and what loading would do with the others. Changes nothing. */
export async function lookAt(asking: Asking, mapping: Mapping, file: TableFile): Promise<Looked> {
  const { right, wrong } = readRows(file, readingOf(asking, mapping, file.headings));
  const known = await importedFrom(asking.transaction, {
    authorityId: asking.authority.id,
    source: mapping.source,
  });
  const unknown = right.filter(({ said }) => !known.has(said.key));
  const likest = await likestOf(
    asking,
    unknown.map(({ said }) => ({
      key: said.key,
      givenName: said.givenName,
      familyName: said.familyName,
      preferredName: wordsIn(said, 'preferred-name'),
      bornOn: Temporal.PlainDate.from(said.bornOn),
      postcode: said.address.postcode,
      nhsNumber: wordsIn(said, 'nhs-number'),
    })),
  );
  // A child of the register is joined with one key of a system; another key of it may be the same child, and is asked.
  const taken = new Set([...known.values()].map(({ childId }) => childId));
  const good = right.map(({ number, said }): GoodRow => {
    const before = known.get(said.key);
    if (before !== undefined) return knownRow(number, said, before);
    return unknownRow(number, said, { found: likest.get(said.key), taken });
  });
  const outline = [
    ...good.map((row) => `${row.number} ${row.outcome} ${row.child?.id ?? ''}`),
    ...wrong.map(({ number }) => `${number} wrong`),
  ];
  return {
    good,
    wrong,
    counts: countsOf(good, wrong),
    seen: createHash('sha256').update(outline.join('\n')).digest('hex').slice(0, 24),
  };
}

function wordsIn(said: RowSaid, fact: string): string | null {
  const answer = said.facts[fact];
  return typeof answer === 'string' ? answer : null;
}

function knownRow(number: number, said: RowSaid, before: Imported): GoodRow {
  return {
    number,
    said,
    outcome: isSameRow(said, before.said) ? 'same' : 'changed',
    child: { id: before.childId, householdId: before.householdId, name: fullName(said) },
    reasons: [],
  };
}

function unknownRow(
  number: number,
  said: RowSaid,
  { found, taken }: { readonly found: Found | undefined; readonly taken: Set<string> },
): GoodRow {
  if (found === undefined) return { number, said, outcome: 'new', child: null, reasons: [] };
  const { child, likeness } = found;
  const isJoined = likeness.verdict === 'surely' && !taken.has(child.id);
  if (isJoined) taken.add(child.id);
  return {
    number,
    said,
    outcome: isJoined ? 'joined' : 'maybe',
    child: { id: child.id, householdId: child.householdId, name: fullName(child) },
    reasons: likeness.reasons,
  };
}

function readRows(file: TableFile, reading: Reading) {
  const right: { readonly number: number; readonly said: RowSaid }[] = [];
  const wrong: WrongRow[] = [];
  const firstRowOf = new Map<string, number>();
  const misshapen = new Map(file.misshapen.map(({ number, message }) => [number, message]));
  for (const { number, cells } of file.rows) {
    const shape = misshapen.get(number);
    const read =
      shape === undefined
        ? readRow(cells, reading)
        : { wrong: [{ column: 'The whole row', message: shape }] };
    const place = reading.places.get('key');
    const key = place === undefined ? '' : (cells[place] ?? '').trim();
    const first = key === '' ? undefined : firstRowOf.get(key);
    const twice =
      first === undefined
        ? []
        : [
            {
              column: reading.mapping.columns.get('key') ?? 'key',
              message: `The number ${key} stands in row ${first} as well. Leave one of the two rows out`,
            },
          ];
    if (first === undefined && key !== '') firstRowOf.set(key, number);
    const wrongs = [...('wrong' in read ? read.wrong : []), ...twice];
    if (wrongs.length > 0) wrong.push({ number, wrongs });
    else if ('said' in read) right.push({ number, said: read.said });
  }
  return { right, wrong };
}
