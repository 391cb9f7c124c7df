import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { settableClock } from '#kernel/clock.ts';
import { newId } from '#kernel/id.ts';
import { pence } from '#kernel/money.ts';
import type { Database } from '#platform/database/index.ts';
import { warmUp } from '#platform/jobs/index.ts';
import type { Person, Visit } from '#platform/web/visit.ts';
import { testAuthority, testDatabase } from '../../../test/database.ts';
import { type TestVisitOptions, testPerson, testVisit } from '../../../test/visit.ts';
import { exampleAward, exampleHousehold } from '../awards/examples.ts';
import { insertChange } from '../awards/store/changes.ts';
import { recordSupport } from './actions/record-support.ts';
import { hiddenCells } from './domain/small-numbers.ts';
import { packageFile } from './package-file.ts';
import { packagePage } from './pages/package-page.ts';
import { reportPage } from './pages/report-page.ts';
import { fewest } from './report.ts';
import { packagesCsv } from './report-csv.ts';
import { packageSummaries, workedOut } from './summaries.ts';

const authority = {
  ...testAuthority,
  localities: [{ name: 'Chatham', postcodes: ['ME4', 'ME5 0'] }],
  folder: path.join(import.meta.dirname, '..', '..', '..', 'authorities', 'medway'),
};
const authorityId = authority.id;
const day = (text: string) => Temporal.PlainDate.from(text);
const instant = (text: string) => Temporal.Instant.from(`${text}T10:00:00Z`);
let database: Database;
let officer: Person;
let commissioner: Person;
before(async () => {
  database = await testDatabase();
  officer = await testPerson({ database, name: 'Priya Shah', roles: ['short-breaks-officer'] });
  commissioner = await testPerson({ database, name: 'Helen Marsh', roles: ['commissioner'] });
});
after(() => database.close());

const system = <T>(work: Parameters<typeof database.transaction<T>>[1]) =>
  database.transaction({ authorityId, standing: 'system' }, work);

function as<T>(who: Person, options: Partial<TestVisitOptions>, work: (visit: Visit) => Promise<T>) {
  const clock = settableClock(instant('2026-11-24'));
  return testVisit({ database, authority, person: who, clock, ...options }, work);
}

const home = (givenName: string) =>
  system((transaction) =>
    exampleHousehold(transaction, { authorityId, personId: null, at: instant('2026-04-01'), givenName }),
  );
const award = (
  where: Awaited<ReturnType<typeof home>>,
  more: Partial<Parameters<typeof exampleAward>[1]> = {},
) =>
  system((transaction) =>
    exampleAward(transaction, {
      ...where,
      authorityId,
      at: instant('2026-04-01'),
      startsOn: '2026-04-01',
      endsOn: '2027-03-31',
      ...more,
    }),
  );

const record = (childId: string, fields: Record<string, string> = {}, support?: string) =>
  as(
    officer,
    {
      params: { child: childId, ...(support === undefined ? {} : { support }) },
      form: {
        name: 'Community nursing',
        breakKind: 'homecare',
        way: 'commissioned',
        paidBy: 'health',
        cost: '5,200',
        hours: '104',
        nights: '',
        'startsOn-day': '1',
        'startsOn-month': '9',
        'startsOn-year': '2026',
        'endsOn-day': '',
        'endsOn-month': '',
        'endsOn-year': '',
        'reviewOn-day': '',
        'reviewOn-month': '',
        'reviewOn-year': '',
        toldBy: 'Letter of the community nurse',
        ...fields,
      },
    },
    (visit) => recordSupport(visit),
  );

test('nights from others ask for their law, and the rule on nights under section 20 counts them', async () => {
  const broken = async ({ childId }: { readonly childId: string }) => {
    const file = await as(officer, { readOnly: true, params: { child: childId } }, packageFile);
    return file?.breaches.map(({ rule }) => rule.id) ?? [];
  };
  const child = await home('Lawful');
  const stays = { breakKind: 'overnight', way: 'in-house', paidBy: 'health', nights: '76' };
  const bare = await record(child.childId, stays);
  assert.ok(bare.kind === 'wrong' && bare.refusals[0]?.field === 'legalBasis');
  const made = (answer: { readonly kind: string }) => answer.kind === 'redirect';
  assert.ok(made(await record(child.childId, { ...stays, legalBasis: 'section-20' })));
  assert.ok((await broken(child)).includes('nights-section-20'));
  const unknown = await home('Unknown');
  assert.ok(made(await record(unknown.childId, { ...stays, legalBasis: 'not-known' })));
  assert.ok(!(await broken(unknown)).includes('nights-section-20'));
});

test('a package holds awards and what others give, with what they come to in a year', async () => {
  const child = await home('Sum');
  await award(child, {
    granted: { amount: pence(10_000), per: 'week' },
    breakKind: 'enabler',
    way: 'direct-payment',
  });
  await award(child, {
    granted: { nights: 24 },
    breakKind: 'overnight',
    way: 'in-house',
    legalBasis: 'section-17',
  });
  assert.equal((await record(child.childId)).kind, 'redirect');
  const file = await as(officer, { readOnly: true, params: { child: child.childId } }, packageFile);
  const {
    pence: cost,
    minutes,
    nights,
    unpriced,
  } = file?.today ?? { pence: 0, minutes: 0, nights: 0, unpriced: 0 };
  // £100 in 52 weeks and £5,200 of health's; the nights have no price.
  assert.deepEqual([cost, minutes, nights, unpriced], [520_000 + 520_000, 104 * 60, 24, 1]);
  const shown = await as(officer, { readOnly: true, params: { child: child.childId } }, (visit) =>
    packagePage(visit),
  );
  assert.ok(shown.kind === 'page' && shown.main.text.includes('Community nursing'));
  assert.ok(shown.kind === 'page' && shown.main.text.includes('Not recorded yet'));
});

test('other support is refused without a kind, a payer and a source, and with an end before its start', async () => {
  const child = await home('Refused');
  const fields = async (given: Record<string, string>) => {
    const answer = await record(child.childId, given);
    return answer.kind === 'wrong' ? answer.refusals.map(({ field }) => field) : answer.kind;
  };
  assert.deepEqual(await fields({ breakKind: '', paidBy: '', toldBy: '' }), [
    'breakKind',
    'paidBy',
    'toldBy',
  ]);
  assert.deepEqual(await fields({ cost: 'much' }), ['cost']);
  const end = { 'endsOn-day': '1', 'endsOn-month': '8', 'endsOn-year': '2026' };
  assert.deepEqual(await fields(end), ['endsOn']);
});

test('each rule is broken by the package that breaks it, and told with what to do and its source', async () => {
  const broken = async (child: Awaited<ReturnType<typeof home>>) => {
    const file = await as(officer, { readOnly: true, params: { child: child.childId } }, packageFile);
    return file?.breaches.map(({ rule }) => rule.id).sort();
  };
  const scheme = {
    by: { source: 'panel' as const, sourceId: newId(), schemeId: 'medway-2025', versionId: 'v1' },
  };
  const alone = await home('Alone');
  await award(alone, { granted: { amount: pence(100_000) } });
  assert.deepEqual(await broken(alone), []);

  const beside = await home('Beside');
  await award(beside, scheme);
  await award(beside, {
    breakKind: 'enabler',
    way: 'direct-payment',
    granted: { minutes: 2_400, per: 'week' },
  });
  assert.deepEqual(await broken(beside), ['grant-beside-other-support']);

  const twice = await home('Twice');
  await award(twice, { by: { ...scheme.by, sourceId: newId() }, granted: { amount: pence(75_000) } });
  await award(twice, { by: { ...scheme.by, sourceId: newId() }, granted: { amount: pence(50_000) } });
  assert.deepEqual(await broken(twice), [
    'grant-at-most-level-3',
    'one-grant-at-a-time',
    'two-payments-for-one-need',
  ]);

  const nights = await home('Nights');
  const stays = {
    breakKind: 'overnight' as const,
    way: 'in-house' as const,
    legalBasis: 'section-20' as const,
  };
  await award(nights, { ...stays, granted: { nights: 75 } });
  assert.deepEqual(await broken(nights), []);
  await award(nights, { ...stays, granted: { nights: 1 } });
  assert.deepEqual(await broken(nights), ['nights-section-20']);

  const dear = await home('Dear');
  const costly = { breakKind: 'enabler' as const, way: 'direct-payment' as const };
  await award(dear, { ...costly, granted: { amount: pence(30_000), per: 'week' } });
  assert.deepEqual(await broken(dear), []);
  const unagreed = await home('Unagreed');
  await award(unagreed, {
    ...costly,
    by: { source: 'import', sourceId: newId() },
    granted: { amount: pence(30_000), per: 'week' },
  });
  assert.deepEqual(await broken(unagreed), ['agreed-above-spending-authority']);
  const page = await as(officer, { readOnly: true, params: { child: unagreed.childId } }, (visit) =>
    packagePage(visit),
  );
  assert.ok(page.kind === 'page' && /What to do:[\s\S]*Take it to the panel/.test(page.main.text));
});

test('the report narrows, orders and adds up, and its spreadsheet has every row', async () => {
  const shown = (query: Record<string, string>, who = officer) =>
    as(who, { readOnly: true, query }, async (visit) => (await reportPage(visit)).main.text);
  const all = await shown({});
  assert.match(all, /Unagreed Khan/);
  const broken = await shown({ breach: 'agreed-above-spending-authority' });
  assert.match(broken, /Unagreed Khan/);
  assert.doesNotMatch(broken, /Dear Khan/);
  assert.match(await shown({ kind: 'overnight', locality: 'Chatham' }), /Nights Khan/);
  assert.match(await shown({ age: '18-25' }), /No child’s package is like this/);
  const csv = await as(officer, { readOnly: true, query: { sort: 'cost-up' } }, (visit) =>
    packagesCsv(visit),
  );
  const summaries = await as(officer, { readOnly: true }, ({ transaction }) =>
    packageSummaries({ authority, transaction, today: day('2026-11-24') }),
  );
  assert.equal(String(csv.body).trimEnd().split('\r\n').length, summaries.length + 1);
  assert.match(String(csv.body), /Unagreed Khan,7,Chatham,1,15600\.00,/);
});

test('a commissioner sees no names, and nothing of fewer than five children', async () => {
  const shown = (query: Record<string, string>) =>
    as(commissioner, { readOnly: true, query }, async (visit) => (await reportPage(visit)).main.text);
  const all = await shown({});
  assert.doesNotMatch(all, /Khan/);
  assert.match(all, /P-[0-9A-F]{4}-[0-9A-F]{4}/);
  const few = await shown({ breach: 'agreed-above-spending-authority' });
  assert.match(few, /Fewer than 5 children are found/);
  assert.doesNotMatch(few, /P-[0-9A-F]{4}/);
  const csv = await as(commissioner, { readOnly: true, query: { breach: 'nights-section-20' } }, (visit) =>
    packagesCsv(visit),
  );
  assert.equal(String(csv.body).trimEnd().split('\r\n').length, 1);
});

test('in a commissioner’s report no row can be picked out by age and place, nor by what a filter leaves', async () => {
  const small = await home('Alone');
  await system(async (transaction) => {
    await transaction
      .updateTable('children')
      .set({ born_on: day('2024-02-01') })
      .where('id', '=', small.childId)
      .execute();
  });
  await award(small, { breakKind: 'club', granted: { amount: pence(77_700) } });
  const csvOf = async (who: Person, query: Record<string, string> = {}) =>
    String((await as(who, { readOnly: true, query }, (visit) => packagesCsv(visit))).body)
      .trimEnd()
      .split('\r\n')
      .slice(1);
  assert.ok((await csvOf(officer)).some((row) => /^Alone Khan,2,Chatham,/.test(row)));
  const rows = await csvOf(commissioner);
  const cells = Map.groupBy(rows, (row) => row.split(',').slice(1, 3).join(','));
  for (const [cell, { length }] of cells) assert.ok(length >= fewest, `${cell} has ${length}`);
  assert.ok(rows.some((row) => row.includes(',777.00,')));
  assert.ok(!rows.some((row) => /\d{4}-\d{2}-\d{2}/.test(row)), 'no day of a review');
  // The one child of its age is in no band's rows either, so that no two filters leave it over.
  for (const age of ['0-4', '5-10', '11-15', '16-17', '18-25'])
    assert.ok(!(await csvOf(commissioner, { age })).some((row) => row.includes(',777.00,')), age);
  const page = await as(commissioner, { readOnly: true, query: { sort: 'age' } }, (visit) =>
    reportPage(visit),
  );
  assert.match(page.main.text, /Not shown/);
});

test('what is hidden of a count is always several cells and enough children, or nothing', () => {
  const counts = fc.dictionary(fc.string({ minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 30 }));
  fc.assert(
    fc.property(counts, (given) => {
      const all = new Map(Object.entries(given));
      const hidden = hiddenCells(all, fewest);
      for (const [cell, count] of all) if (count < fewest) assert.ok(hidden.has(cell));
      const children = [...hidden].reduce((sum, cell) => sum + (all.get(cell) ?? 0), 0);
      const isAll = hidden.size === all.size;
      assert.ok(hidden.size === 0 || isAll || (hidden.size > 1 && children >= fewest));
    }),
  );
});

test('a package of a household that the officer knows is left out of the report, and counted', async () => {
  const child = await home('Known');
  await award(child);
  await system((transaction) =>
    transaction
      .insertInto('declared_interests')
      .values({
        authority_id: authorityId,
        person_id: officer.id,
        household_id: child.householdId,
        declared_at: instant('2026-05-01'),
      })
      .execute(),
  );
  const text = await as(officer, { readOnly: true }, async (visit) => (await reportPage(visit)).main.text);
  assert.doesNotMatch(text, /Known Khan/);
  assert.match(text, /One package is left out/);
});

test('what the report keeps is what would be worked out anew, whatever is done and whichever day it is', async () => {
  const homes = [await home('One'), await home('Two'), await home('Three')];
  const made: { readonly id: string; readonly householdId: string; readonly startsOn: Temporal.PlainDate }[] =
    [];
  let today = day('2026-11-24');
  let minute = 0;
  const step = fc.record({
    what: fc.constantFrom('award', 'other', 'suspended', 'resumed', 'ended', 'changed', 'move', 'day'),
    which: fc.nat(2),
    days: fc.integer({ min: -200, max: 200 }),
    value: fc.integer({ min: 1, max: 900_000 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
      for (const { what, which, days, value } of steps) {
        const where = homes[which] ?? homes[0];
        const starts = today.add({ days });
        minute++;
        if (where === undefined) continue;
        if (what === 'award')
          made.push(
            await award(where, {
              startsOn: starts.toString(),
              endsOn: starts.add({ days: (value % 400) + 1 }).toString(),
              granted: { amount: pence(value), per: value % 2 === 0 ? 'week' : 'period' },
            }),
          );
        else if (what === 'other') await record(where.childId, { cost: String(value % 9_000) });
        else if (what === 'day') today = today.add({ days: Math.abs(days) % 40 });
        else if (what === 'move')
          await system((transaction) =>
            transaction
              .updateTable('households')
              .set({ postcode: value % 2 === 0 ? 'ME4 4AA' : 'ME9 1AA' })
              .where('id', '=', where.householdId)
              .execute(),
          );
        else {
          const target = made[value % Math.max(1, made.length)];
          if (target === undefined) continue;
          await system((transaction) =>
            insertChange(transaction, {
              authorityId,
              awardId: target.id,
              householdId: target.householdId,
              kind: what as 'changed',
              from: target.startsOn.add({ days: Math.abs(days) }),
              ...(what === 'changed'
                ? { amounts: { amount: pence(value), minutes: null, nights: null } }
                : {}),
              reason: 'Tried',
              by: { id: officer.id, name: officer.name },
              at: instant('2026-11-24').add({ minutes: minute }),
            }),
          );
        }
        const [kept, anew] = await as(officer, { readOnly: true }, async ({ transaction }) => {
          const asking = { authority, transaction, today };
          return [await packageSummaries(asking), await workedOut(asking, null)] as const;
        });
        const plain = (all: typeof kept) =>
          all
            .filter(({ count }) => count > 0)
            .map(({ holdsFrom: _from, bornOn, reviewOn, holdsUntil, breaches, ...rest }) =>
              JSON.stringify([
                rest,
                String(bornOn),
                String(reviewOn),
                String(holdsUntil),
                breaches.toSorted(),
              ]),
            )
            .sort();
        assert.deepEqual(plain(kept), plain(anew));
        // And what is worked out is the sum of what the child's own page lists.
        const file = await as(
          officer,
          {
            readOnly: true,
            clock: settableClock(instant(today.toString())),
            params: { child: where.childId },
          },
          packageFile,
        );
        const own = kept.find(({ childId }) => childId === where.childId);
        assert.equal(own?.pence ?? 0, file?.today.pence);
        assert.equal(
          file?.today.pence,
          file?.today.supports.reduce((sum, { now }) => sum + (now.isSuspended ? 0 : (now.pence ?? 0)), 0),
        );
        assert.deepEqual(
          own?.breaches ?? [],
          file?.breaches.map(({ rule }) => rule.id),
        );
      }
    }),
    { numRuns: 25 },
  );
});

test('packages that are worked out after a start are there for the first report, and a council that fails is passed over', async () => {
  const fresh = { ...authority };
  const unknown = { ...authority, id: 'no identifier at all' };
  const problems: unknown[] = [];
  let asked = 0;
  const counting: Database = {
    ...database,
    transaction: (scope, work) => {
      asked++;
      return database.transaction(scope, work);
    },
  };
  const clock = settableClock(instant('2026-11-24'));
  const onProblem = (error: unknown) => problems.push(error);
  await warmUp({ database: counting, clock, authorities: [unknown, fresh], onProblem }, [packageSummaries])
    .done;
  assert.deepEqual([asked, problems.length], [2, 1]);
  const [warm, anew] = await as(officer, { readOnly: true, authority: fresh }, async ({ transaction }) => {
    const asking = { authority: fresh, transaction, today: day('2026-11-24') };
    return [await packageSummaries(asking), await workedOut(asking, null)] as const;
  });
  assert.equal(warm.length, anew.filter(({ count }) => count > 0).length);
  const stopped = warmUp({ database: counting, clock, authorities: [fresh, fresh, fresh], onProblem }, [
    packageSummaries,
  ]);
  await stopped.stop();
  assert.equal(asked, 3);
});
