// Laws of plans and approvals, each over many made-up cases.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wayOfAgreeing } from '#families/awards/index.ts';
import { pence } from '#kernel/money.ts';
import { refusesOwnApproval } from './approval.ts';
import { costOfMinutes, type PlanAmount, planRhythms, timesAYear, yearlyCost } from './cost.ts';
import { lineLacks, mayBeDirectPayment, type PlanLineWords, planCost } from './plan.ts';
import { costAtPrice } from './prices.ts';

const money = fc.integer({ min: 1, max: 5_000_000 }).map(pence);
const per = fc.constantFrom(...planRhythms);
const amounts: fc.Arbitrary<PlanAmount> = fc.oneof(
  fc.record({ measure: fc.constant('money' as const), amount: money, per }),
  fc.record({
    measure: fc.constant('hours' as const),
    minutes: fc.integer({ min: 1, max: 10_080 }),
    per,
    unit: fc.option(money),
  }),
  fc.record({
    measure: fc.constant('nights' as const),
    nights: fc.integer({ min: 1, max: 75 }),
    per,
    unit: fc.option(money),
  }),
);
const text = fc.constantFrom('', '  ', 'because of the stairs');
const lines: fc.Arbitrary<PlanLineWords> = fc.record({
  need: text,
  outcome: text,
  support: text,
  why: text,
  amount: fc.option(amounts),
  ratioTwelfths: fc.constantFrom(null, 3, 4, 6, 12, 24),
  breakKind: fc.constantFrom(null, 'club', 'enabler', 'homecare', 'overnight'),
  way: fc.constantFrom(null, 'direct-payment', 'commissioned', 'in-house'),
  paidBy: fc.constant('council' as const),
  legalBasis: fc.constantFrom(null, 'section-17', 'section-20'),
});

test('no line lacks nothing without need, outcome, support, amount, cost and why', () => {
  fc.assert(
    fc.property(lines, (line) => {
      const isWhole =
        [line.need, line.outcome, line.support, line.why].every((one) => one.trim() !== '') &&
        line.amount !== null &&
        yearlyCost(line.amount) !== null &&
        line.breakKind !== null &&
        line.way !== null &&
        (line.amount.measure !== 'nights' || line.legalBasis !== null);
      assert.equal(lineLacks(line).length === 0, isWhole);
    }),
    { numRuns: 2_000 },
  );
});

test('a plan costs the sum of its lines, in whichever order they stand', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ yearlyCost: fc.option(money) }), { maxLength: 12 }), (all) => {
      const sum = all.reduce((total, line) => total + (line.yearlyCost ?? 0), 0);
      assert.equal(planCost(all), sum);
      assert.equal(planCost(all.toReversed()), sum);
    }),
  );
});

test('what minutes cost is never half a penny away from the exact amount, and whole hours are exact', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 600_000 }), money, (minutes, anHour) => {
      const cost = BigInt(costOfMinutes(minutes, anHour));
      const away = 60n * cost - BigInt(minutes) * BigInt(anHour);
      assert.ok(away > -30n && away <= 30n);
      if (minutes % 60 === 0) assert.equal(away, 0n);
    }),
  );
});

test('a published price for a session gives the same as its hours: seven hours cost the session', () => {
  fc.assert(
    fc.property(money, per, (low, often) => {
      const price = {
        id: 'one',
        name: 'One',
        breakKind: 'enabler',
        ways: ['direct-payment'],
        ratioTwelfths: 12,
        unit: { measure: 'minutes' as const, minutes: 420 },
        low,
        high: low,
        source: 'a test',
      };
      const amount = { measure: 'hours' as const, minutes: 420, per: often, unit: null };
      assert.deepEqual(costAtPrice(amount, price), {
        low: low * timesAYear(often),
        high: low * timesAYear(often),
      });
    }),
  );
});

test('nobody who took a part in writing agrees, whatever the order of the steps', () => {
  const step = fc.record({
    by: fc.constantFrom('a', 'b', 'c', 'd'),
    kind: fc.constantFrom('write', 'agree'),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const writers = new Set<string>();
      for (const { by, kind } of steps) {
        if (kind === 'write') writers.add(by);
        else assert.equal(refusesOwnApproval({ id: by }, writers) === null, !writers.has(by));
      }
    }),
  );
});

test('more money, another line or a night never moves a plan from the panel to one person', () => {
  const authorities = [{ role: 'team-manager', upTo: pence(1_000_000), kinds: ['club', 'enabler'] }];
  fc.assert(
    fc.property(fc.array(lines, { maxLength: 5 }), lines, money, money, (all, extra, cost, more) => {
      const ask = (given: readonly PlanLineWords[], yearly: number) =>
        wayOfAgreeing({ roles: ['team-manager'], yearlyCost: pence(yearly), lines: given, authorities });
      if (ask(all, cost).to === 'panel') assert.equal(ask([...all, extra], cost + more).to, 'panel');
      if (cost > 1_000_000) assert.equal(ask(all, cost).to, 'panel');
    }),
  );
});

test('a direct payment is never offered for nights under section 20 nor for what the council gives itself', () => {
  fc.assert(
    fc.property(lines, (line) => {
      if (mayBeDirectPayment(line)) {
        assert.notEqual(line.legalBasis, 'section-20');
        assert.notEqual(line.way, 'in-house');
      }
    }),
  );
});
