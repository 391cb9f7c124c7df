import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inOrderOfDay, isOverdue, type ToDo } from './to-do.ts';

const toDo = (title: string, by: string | null): ToDo => ({
  title,
  about: 'Zayn Khan',
  href: '/account',
  by: by === null ? null : Temporal.PlainDate.from(by),
});

test('what is due first stands first, and what has no day stands last in the order given', () => {
  const given = [
    toDo('no day, first', null),
    toDo('later', '2027-03-01'),
    toDo('no day, second', null),
    toDo('soon', '2026-11-25'),
  ];
  const titles = inOrderOfDay(given).map(({ title }) => title);
  assert.deepEqual(titles, ['soon', 'later', 'no day, first', 'no day, second']);
});

test('it is overdue from the day after its own', () => {
  const today = Temporal.PlainDate.from('2026-11-25');
  assert.equal(isOverdue(toDo('yesterday', '2026-11-24'), today), true);
  assert.equal(isOverdue(toDo('today', '2026-11-25'), today), false);
  assert.equal(isOverdue(toDo('whenever', null), today), false);
});
