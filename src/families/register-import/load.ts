import { otherSupportOfImport, saveOtherSupport } from '#families/packages/index.ts';
import {
  addFacts,
  type BroughtHousehold,
  bringCarer,
  bringOver,
  changeBrought,
  type FactAnswer,
  factsOf,
  recordAddress,
} from '#families/register/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import { locate, parsePostcode } from '#platform/places/index.ts';
import type { Mapping } from './domain/mapping.ts';
import { canonical, type GoodRow } from './domain/outcome.ts';
import type { RowSaid } from './domain/read-row.ts';
import type { Asking } from './look.ts';
import { type Imported, importedFrom, rememberImported } from './store/imported-children.ts';

/** What loading writes down beside the rows. */
type Loading = Asking & {
  readonly mapping: Mapping;
  readonly importId: string;
  /** Who accepted it. */
  readonly by: string;
};

/** Loads rows that were looked at, all of them in the one transaction of the asking. */
export async function loadRows(loading: Loading, rows: readonly GoodRow[]): Promise<void> {
  const { authority, transaction, mapping } = loading;
  const before = await importedFrom(transaction, { authorityId: authority.id, source: mapping.source });
  const fresh = rows.filter(({ outcome }) => outcome === 'new' || outcome === 'maybe');
  const made = await bringOver(transaction, {
    ...written(loading),
    households: householdsOf(fresh, before),
  });
  const remembered: (Imported & { readonly madeRecord: boolean })[] = [];
  for (const { said } of fresh) {
    const placed = made.get(said.key);
    if (placed === undefined) throw new Error('every row that is new makes a child');
    remembered.push({ key: said.key, said, ...placed, madeRecord: true });
    await loadSupport(loading, said, placed);
  }
  for (const row of rows) {
    if (row.child === null || (row.outcome !== 'joined' && row.outcome !== 'changed')) continue;
    const { said, child } = row;
    const placed = { childId: child.id, householdId: child.householdId };
    const last = before.get(said.key)?.said ?? null;
    await addTo(loading, { said, last, ...placed });
    if (canonical(last?.support) !== canonical(said.support)) await loadSupport(loading, said, placed);
    remembered.push({ key: said.key, said, ...placed, madeRecord: false });
  }
  await rememberImported(transaction, {
    authorityId: authority.id,
    source: mapping.source,
    importId: loading.importId,
    at: loading.clock.now(),
    rows: remembered,
  });
}

function written({ authority, clock, mapping, by }: Loading) {
  return {
    authorityId: authority.id,
    saidBy: `${mapping.name}, brought over on ${formatDate(clock.today())}`,
    saidOn: clock.today(),
    recordedBy: by,
    at: clock.now(),
  };
}

function districtOf(postcode: string): string | null {
  const read = parsePostcode(postcode);
  return read.ok ? (locate(read.value)?.district ?? null) : null;
}

function carerOf({ carer }: RowSaid): BroughtHousehold['carers'][number] | null {
  return carer === null
    ? null
    : {
        name: carer.name,
        relationship: carer.relationship,
        hasParentalResponsibility: carer.hasResponsibility,
        email: carer.email,
        phone: carer.phone,
      };
}

/** What tells a household of the file: its key in the other system, or else who cares and where they live. */
function homeOf(said: RowSaid): string {
  if (said.householdKey !== null) return `key ${said.householdKey}`;
  const { line1, postcode } = said.address;
  if (said.carer === null || line1 === '') return `child ${said.key}`;
  return `home ${said.carer.name.toLowerCase()} ${line1.toLowerCase()} ${postcode}`;
}

/** The rows by the households that they make, or that siblings made who were brought over before. */
function householdsOf(
  rows: readonly GoodRow[],
  before: ReadonlyMap<string, Imported>,
): readonly BroughtHousehold[] {
  const known = new Map([...before.values()].map((one) => [homeOf(one.said), one.householdId]));
  const homes = Map.groupBy(rows, ({ said }) => homeOf(said));
  return [...homes].flatMap(([home, [first, ...others]]) => {
    if (first === undefined) return [];
    const all = [first, ...others];
    const id = known.get(home) ?? null;
    const carers = new Map(
      all.flatMap(({ said }) => {
        const carer = carerOf(said);
        return carer === null ? [] : [[carer.name.toLowerCase(), carer] as const];
      }),
    );
    return [
      {
        id,
        address: first.said.address,
        district: districtOf(first.said.address.postcode),
        // A household that is there already has its carers; somebody new in it comes by a change of their own row.
        carers: id === null ? [...carers.values()] : [],
        children: all.map(({ said }) => ({
          key: said.key,
          givenName: said.givenName,
          familyName: said.familyName,
          bornOn: Temporal.PlainDate.from(said.bornOn),
          diagnosis: said.diagnosis,
          facts: new Map(Object.entries(said.facts)),
        })),
      },
    ];
  });
}

type Placed = { readonly childId: string; readonly householdId: string };

/**
 * Adds to a child that is there what a row says. Of a row that was loaded before, just what changed in it since;
 * of a new one that surely is this child, just what nobody has said here yet.
 */
async function addTo(
  loading: Loading,
  row: Placed & { readonly said: RowSaid; readonly last: RowSaid | null },
): Promise<void> {
  const { said, last, childId, householdId } = row;
  const { transaction } = loading;
  const about = { authorityId: loading.authority.id, childId };
  const held = last === null ? await factsOf(transaction, about) : null;
  const answers = new Map<string, FactAnswer>(
    Object.entries(said.facts).filter(([fact, answer]) =>
      last === null ? !held?.has(fact) : canonical(last.facts[fact]) !== canonical(answer),
    ),
  );
  await addFacts(transaction, { ...written(loading), ...about, householdId, answers, reviewOn: null });
  if (last === null) return;
  const at = loading.clock.now();
  const named = ({ givenName, familyName, bornOn, diagnosis }: RowSaid) =>
    canonical([givenName, familyName, bornOn, diagnosis]);
  if (named(said) !== named(last))
    await changeBrought(transaction, {
      ...about,
      child: { ...said, bornOn: Temporal.PlainDate.from(said.bornOn) },
      at,
    });
  const of = { authorityId: about.authorityId, householdId };
  if (canonical(said.address) !== canonical(last.address))
    await recordAddress(transaction, {
      ...of,
      address: said.address,
      district: districtOf(said.address.postcode),
      fromOn: loading.clock.today(),
      at,
    });
  const carer = carerOf(said);
  if (carer !== null && canonical(said.carer) !== canonical(last.carer))
    await bringCarer(transaction, { ...of, carer, at });
}

/** Keeps support of the other system, under its key, so that it is not brought twice. */
async function loadSupport(loading: Loading, said: RowSaid, placed: Placed): Promise<void> {
  const { support } = said;
  if (support === null) return;
  const { authority, transaction, mapping, clock } = loading;
  const importKey = `${mapping.source} ${said.key}`;
  await saveOtherSupport(transaction, {
    authorityId: authority.id,
    id: await otherSupportOfImport(transaction, { authorityId: authority.id, importKey }),
    ...placed,
    name: support.name,
    breakKind: support.kind,
    way: support.way,
    paidBy: support.paidBy,
    yearlyPence: support.yearlyPence,
    yearlyMinutes: support.yearlyMinutes,
    yearlyNights: support.yearlyNights,
    startsOn: Temporal.PlainDate.from(support.startsOn),
    endsOn: support.endsOn === null ? null : Temporal.PlainDate.from(support.endsOn),
    reviewOn: null,
    toldBy: written(loading).saidBy,
    recordedBy: loading.by,
    importKey,
    at: clock.now(),
  });
}
