import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { newId } from '#kernel/id.ts';
import type { Database } from '#platform/database/index.ts';
import { testAuthority, testDatabase } from '../../../test/database.ts';
import { testNow } from '../../../test/visit.ts';
import { exampleAward, exampleHousehold } from '../awards/examples.ts';
import { firstReviewsDueBy, reviewsDueBy } from './due-reviews.ts';

const authority = {
  ...testAuthority,
  folder: path.join(import.meta.dirname, '..', '..', '..', 'authorities', 'medway'),
};
const authorityId = authority.id;
const today = Temporal.PlainDate.from('2026-11-24');
const many = 90;
let database: Database;
let hidden: readonly string[] = [];

/** Awards with and without nights under the law, some over, some looked at before, and many due on one day. */
before(async () => {
  database = await testDatabase();
  await database.transaction({ authorityId, standing: 'system' }, async (transaction) => {
    for (let number = 0; number < many; number++) {
      const home = await exampleHousehold(transaction, { authorityId, personId: null, at: testNow });
      if (number % 11 === 0) hidden = [...hidden, home.householdId];
      const starts = Temporal.PlainDate.from('2026-01-05').add({ days: (number * 37) % 280 });
      const legalBasis = [null, null, 'section-17', 'section-20'][number % 4];
      const award = await exampleAward(transaction, {
        ...home,
        authorityId,
        at: testNow,
        startsOn: starts.toString(),
        endsOn: starts.add({ days: 290 + ((number * 13) % 400) }).toString(),
        reviewOn: number % 5 === 0 ? Temporal.PlainDate.from('2026-10-12') : starts.add({ months: 4 }),
        ...(legalBasis === 'section-17' || legalBasis === 'section-20'
          ? { legalBasis, granted: { nights: 20 }, breakKind: 'overnight' as const, way: 'in-house' as const }
          : {}),
      });
      for (let held = 0; held < number % 3; held++)
        await transaction
          .insertInto('review_records')
          .values({
            authority_id: authorityId,
            id: newId(),
            award_id: award.id,
            child_id: home.childId,
            household_id: home.householdId,
            due_on: starts.add({ days: held }),
            held_on: Temporal.PlainDate.from('2026-06-01').add({ days: held * 9 }),
            child_feels: 'good',
            carers_views: 'Good',
            went_well: 'All',
            delivered: 'All',
            outcome: 'continue',
            because: 'It helps',
            next_on:
              number % 7 === 0 ? null : Temporal.PlainDate.from('2026-08-01').add({ days: number + held }),
            held_by: newId(),
            held_by_name: 'A Worker',
            recorded_at: testNow,
          })
          .execute();
    }
  });
});
after(() => database.close());

test('the first reviews are those of the whole list, day by day, however few are asked for', async () => {
  await database.transaction({ authorityId, standing: 'system', readOnly: true }, async (transaction) => {
    const where = { authority, transaction, today };
    for (const until of [today.add({ days: 28 }), today.subtract({ days: 60 }), today.add({ years: 2 })]) {
      const all = await reviewsDueBy(where, { until, hidden });
      assert.ok(all.length > 5, `only ${all.length} are due`);
      const days = all.map(({ dueOn }) => dueOn.toString());
      for (const first of [1, 2, 3, 7, 20, many]) {
        const found = await firstReviewsDueBy(where, { until, hidden, first });
        assert.deepEqual(
          found.map(({ dueOn }) => dueOn.toString()),
          days.slice(0, first),
        );
        assert.equal(new Set(found.map(({ awardId }) => awardId)).size, found.length);
        const known = new Set(all.map(({ awardId }) => awardId));
        assert.ok(found.every(({ awardId }) => known.has(awardId)));
      }
    }
  });
});
