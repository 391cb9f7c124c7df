import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { sumPence } from '#kernel/money.ts';
import { promisedOfAward } from '#money/ledger/index.ts';
import { testDatabase } from '../../../test/database.ts';
import type { SiteVisitor } from '../../../test/site.ts';
import { promisedFor } from '../awards/domain/promised.ts';
import { awardsWith, changesOf } from '../awards/index.ts';
import { aFamily, aPractitioner, authorityId, type Front, frontOf } from './test/front.ts';
import { agreedAssessment, awardsOf, does, readyPlan, tries, wholeLine } from './test/steps.ts';

let front: Front;
let marcus: SiteVisitor;
let ngozi: SiteVisitor;
let priya: SiteVisitor;
let daniel: SiteVisitor;

before(async () => {
  front = await frontOf(await testDatabase());
  marcus = (await aPractitioner(front, 'Marcus Reid', 'social-worker')).visitor;
  ngozi = (await aPractitioner(front, 'Ngozi Adeyemi', 'team-manager')).visitor;
  priya = (await aPractitioner(front, 'Priya Shah', 'short-breaks-officer')).visitor;
  daniel = (await aPractitioner(front, 'Daniel Osei', 'finance-officer')).visitor;
});
after(async () => {
  await front.app.close();
  await front.database.close();
});

const money = {
  ...wholeLine,
  measure: 'money',
  hours: '',
  unit: '',
  per: 'period',
  ratio: '',
  breakKind: 'club',
};

/** Agrees a plan of these lines for a new family. Gives its awards. */
async function agreedPlan(lines: readonly Readonly<Record<string, string>>[]) {
  const { childId } = await aFamily(front);
  const assessment = await agreedAssessment({ assessor: marcus, manager: ngozi }, childId);
  const plan = await readyPlan(marcus, assessment, lines);
  await does(ngozi, `${plan}/settle`, { fields: { choice: 'agree', words: '' } });
  return awardsOf(front, childId);
}

function inLedger(awardId: string): Promise<readonly { readonly fund: string; readonly amount: number }[]> {
  return front.database.transaction({ authorityId, standing: 'system' }, (transaction) =>
    promisedOfAward(transaction, { authorityId, awardId }),
  );
}

/** What the awards of a fund come to, by their own days and what happened to them; and what its ledger holds. */
async function bothSums() {
  return front.database.transaction({ authorityId, standing: 'system' }, async (transaction) => {
    const entries = await transaction
      .selectFrom('ledger_entries')
      .select(['award_id', 'amount_pence'])
      .where('fund', '=', 'support-plans')
      .execute();
    const awardIds = (
      await transaction.selectFrom('awards').select('id').where('paid_by', '!=', 'health').execute()
    ).map(({ id }) => id);
    const worths = [];
    for (const award of await awardsWith(transaction, { authorityId, awardIds }))
      worths.push(promisedFor(award, await changesOf(transaction, { authorityId, awardId: award.id })));
    return {
      ledger: entries.reduce((sum, { amount_pence }) => sum + amount_pence, 0),
      worth: Number(sumPence(worths)),
    };
  });
}

test('an agreed plan promises its money from the fund of plans; what health pays is not the council’s promise', async () => {
  const awards = await agreedPlan([
    { ...money, money: '500' },
    wholeLine,
    { ...money, money: '300', paidBy: 'health' },
  ]);
  const of = (fits: (award: (typeof awards)[number]) => boolean) => awards.find(fits)?.id ?? '';
  const lump = await inLedger(of((one) => one.amount_pence === 50_000));
  assert.deepEqual(
    lump.map(({ fund, amount }) => [fund, amount]),
    [['support-plans', 50_000]],
  );
  const hours = awards.find(({ minutes }) => minutes === 180);
  assert.ok(hours !== undefined);
  // Three hours at £19.75 are £59.25 a week; the days of a week that is not whole count by their part, rounded down.
  const days = hours.starts_on.until(hours.ends_on, { largestUnit: 'days' }).days + 1;
  const rest = (days % 7) * 5_925;
  const due = ((days - (days % 7)) / 7) * 5_925 + (rest - (rest % 7)) / 7;
  assert.deepEqual(
    (await inLedger(hours.id)).map(({ amount }) => amount),
    [due],
  );
  assert.deepEqual(await inLedger(of((one) => one.paid_by === 'health')), []);
  const page = await daniel.get('/practitioners/budget?fund=support-plans&year=2026-27');
  assert.match(page.body, /<h1[^>]*>Support plans, 2026-27/);
  const promised = ((50_000 + due) / 100)
    .toLocaleString('en-GB', { minimumFractionDigits: 2 })
    .replace('.00', '');
  assert.ok(page.body.includes(`Promised</dt><dd><span class="daybreak-figure">£${promised}<`), promised);
  const first = await daniel.get('/practitioners/budget?year=2026-27');
  assert.match(first.body, /<h1[^>]*>Short breaks grant, 2026-27/);
  assert.doesNotMatch(first.body, /£500</, 'the other fund does not count it');
});

test('a line that ends after a week gives back all but that week', async () => {
  const [award] = await agreedPlan([wholeLine]);
  assert.ok(award !== undefined);
  const from = award.starts_on.add({ days: 7 });
  await does(priya, ...ending(award.id, 'end', from));
  const left = (await inLedger(award.id)).reduce((sum, { amount }) => sum + amount, 0);
  assert.equal(left, 5_925);
});

/** The form that changes an award from a day. */
function ending(awardId: string, act: string, from: Temporal.PlainDate, more: Record<string, string> = {}) {
  const fields = {
    'from-day': String(from.day),
    'from-month': String(from.month),
    'from-year': String(from.year),
    reason: 'Because of the holidays.',
    ...more,
  };
  const to = `/practitioners/awards/${awardId}/${act}/check`;
  return [to, { on: `${to}?${new URLSearchParams(fields).toString()}`, fields }] as const;
}

test('whatever is done to the awards of plans, the ledger of their fund holds what they come to', async () => {
  const line = fc.oneof(
    fc.integer({ min: 1, max: 900 }).map((pounds) => ({ ...money, money: String(pounds) })),
    fc.integer({ min: 1, max: 4 }).map((hours) => ({ ...wholeLine, hours: String(hours) })),
  );
  const step = fc.record({
    act: fc.constantFrom('suspend', 'end', 'change'),
    day: fc.integer({ min: 1, max: 300 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 2 }),
      fc.array(step, { maxLength: 2 }),
      async (lines, steps) => {
        const [award] = await agreedPlan(lines);
        assert.ok(award !== undefined);
        for (const { act, day } of steps) {
          const from = award.starts_on.add({ days: day });
          const less: Record<string, string> = award.minutes === null ? { amount: '1' } : { hours: '0.5' };
          // An act that the award no longer allows has no form, and changes nothing.
          await tries(priya, ...ending(award.id, act, from, act === 'change' ? less : {})).catch(() => null);
        }
        const { ledger, worth } = await bothSums();
        assert.equal(ledger, worth);
      },
    ),
    { numRuns: 4 },
  );
  const { ledger } = await bothSums();
  assert.ok(ledger > 0);
});
