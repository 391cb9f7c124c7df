import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ToDo } from '#kernel/to-do.ts';
import { byDay } from './by-day.ts';

const today = Temporal.PlainDate.from('2028-02-29');
const toDo = (by: string | null): ToDo => ({
  title: by ?? 'whenever',
  about: '',
  href: '/',
  by: by === null ? null : Temporal.PlainDate.from(by),
});

test('yesterday is overdue, today and the six days after it are this week, over the end of February', () => {
  const found = byDay(['2028-02-28', '2028-02-29', '2028-03-06', '2028-03-07', null].map(toDo), today);
  assert.deepEqual(
    Object.values(found).map((group) => group.map(({ title }) => title)),
    [['2028-02-28'], ['2028-02-29', '2028-03-06'], ['2028-03-07'], ['whenever']],
  );
});

test('nothing is lost and nothing is told twice', () => {
  const days = fc.option(fc.integer({ min: -400, max: 400 }));
  fc.assert(
    fc.property(fc.array(days), (given) => {
      const toDos = given.map((days) => toDo(days === null ? null : today.add({ days }).toString()));
      const told = Object.values(byDay(toDos, today)).flat();
      assert.deepEqual(told.map(({ title }) => title).toSorted(), toDos.map(({ title }) => title).toSorted());
    }),
  );
});
