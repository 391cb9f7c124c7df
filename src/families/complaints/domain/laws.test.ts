import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { isWorkingDay } from '#kernel/working-days.ts';
import { holidaysOf, lastDayBy } from '#platform/authorities/index.ts';
import { testAuthority } from '../../../../test/database.ts';
import type { ComplaintStep, StepKind } from './complaint.ts';
import { fewest, withoutSmallNumbers } from './figures.ts';
import { isClosed, standOf } from './stand.ts';

const authority = {
  ...testAuthority,
  folder: path.join(import.meta.dirname, '..', '..', '..', '..', 'authorities', 'medway'),
};
const holidays = holidaysOf(authority);

const clocks = [
  'complaint-stage-1',
  'complaint-ask-stage-2',
  'complaint-stage-2',
  'complaint-ask-stage-3',
  'complaint-panel',
  'complaint-panel-findings',
  'complaint-council-response',
] as const;

const day = fc
  .integer({ min: 0, max: 900 })
  .map((days) => Temporal.PlainDate.from('2025-01-01').add({ days }));

test('each clock of a complaint ends on a working day, later for a later start, and an extended one never sooner', () => {
  fc.assert(
    fc.property(fc.constantFrom(...clocks), day, fc.integer({ min: 0, max: 60 }), (id, from, later) => {
      const due = lastDayBy(authority, { id, from });
      assert.ok(isWorkingDay(due, holidays));
      assert.ok(Temporal.PlainDate.compare(due, from) > 0);
      const after = lastDayBy(authority, { id, from: from.add({ days: later }) });
      assert.ok(Temporal.PlainDate.compare(after, due) >= 0);
      const longest = lastDayBy(authority, { id, from, longest: true });
      assert.ok(Temporal.PlainDate.compare(longest, due) >= 0);
    }),
  );
});

test('the clocks are those of the Regulations, counted by hand from Friday 18 December 2026 over Christmas', () => {
  const by = (id: string, longest = false) =>
    lastDayBy(authority, { id, from: Temporal.PlainDate.from('2026-12-18'), longest }).toString();
  // Closed: 25 and 28 December and 1 January, besides weekends.
  assert.equal(by('complaint-stage-1'), '2027-01-06');
  assert.equal(by('complaint-stage-1', true), '2027-01-20');
  assert.equal(by('complaint-panel-findings'), '2026-12-29');
});

const kinds: readonly StepKind[] = [
  'answered',
  'asked-on',
  'extended',
  'investigators',
  'panel',
  'findings',
  'note',
  'taken',
  'remedy',
  'withdrawn',
  'moved',
  'late-refused',
];

const steps = fc
  .array(fc.record({ kind: fc.constantFrom(...kinds), days: fc.integer({ min: 0, max: 30 }) }), {
    maxLength: 12,
  })
  .map((all) => {
    let on = Temporal.PlainDate.from('2026-01-05');
    return all.map(({ kind, days }, index): ComplaintStep => {
      on = on.add({ days });
      return {
        number: index + 2,
        at: on.toZonedDateTime('Europe/London').toInstant(),
        onDay: on,
        personId: null,
        personName: 'Somebody',
        kind,
        words: 'x',
        details: kind === 'answered' || kind === 'findings' ? { outcome: 'partly' } : {},
        isForFamily: true,
      };
    });
  });

const madeOn = Temporal.PlainDate.from('2026-01-05');

test('whatever is done, the stages go up alone, no stage is answered twice, and what is closed stays as it is', () => {
  fc.assert(
    fc.property(steps, (all) => {
      let before = standOf(madeOn, []);
      for (let count = 1; count <= all.length; count++) {
        const now = standOf(madeOn, all.slice(0, count));
        assert.ok(now.stage >= before.stage && now.stage - before.stage <= 1);
        if (isClosed(before.phase)) assert.equal(now.phase, before.phase);
        assert.equal(now.clock === null, isClosed(now.phase));
        before = now;
      }
      const stages = before.answers.map(({ stage }) => stage);
      assert.equal(new Set(stages).size, stages.length);
    }),
  );
});

test('notes, learning and names move no clock', () => {
  fc.assert(
    fc.property(steps, fc.nat({ max: 12 }), (all, place) => {
      const note = { ...standingNote, onDay: all[place]?.onDay ?? madeOn };
      const withNote = [...all.slice(0, place), note, ...all.slice(place)];
      const { phase, clock, past } = standOf(madeOn, withNote);
      const plain = standOf(madeOn, all);
      assert.deepEqual([phase, clock, past.length], [plain.phase, plain.clock, plain.past.length]);
    }),
  );
});

const standingNote: ComplaintStep = {
  number: 99,
  at: Temporal.Instant.from('2026-01-05T10:00:00Z'),
  onDay: madeOn,
  personId: null,
  personName: 'Somebody',
  kind: 'learning',
  words: 'x',
  details: {},
  isForFamily: false,
};

test('no small number is told, nor can one be worked out from the sum of the others', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(counts, (all) => {
      const { rows, total } = withoutSmallNumbers(
        all.map((count, index) => ({ label: String(index), count })),
      );
      const hidden = all.filter((_count, index) => rows[index]?.shown === null);
      for (const { shown } of rows) assert.ok(shown === null || shown === 0 || shown >= fewest);
      if (total !== null) {
        assert.equal(
          total,
          all.reduce((sum, one) => sum + one, 0),
        );
        // With the total told, a lone hidden figure would be the total less the rest.
        assert.notEqual(hidden.length, 1);
      }
      rows.forEach(({ shown }, index) => void (shown !== null && assert.equal(shown, all[index])));
    }),
  );
});
