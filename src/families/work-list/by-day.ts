import { inOrderOfDay, isOverdue, type ToDo } from '#kernel/to-do.ts';

/** What is to be done, by how soon. */
export type ByDay = {
  readonly overdue: readonly ToDo[];
  /** Today and the six days after it. */
  readonly thisWeek: readonly ToDo[];
  readonly later: readonly ToDo[];
  readonly withoutDay: readonly ToDo[];
};

/** Sorts what is to be done by how soon it is, the first due in front. */
export function byDay(toDos: readonly ToDo[], today: Temporal.PlainDate): ByDay {
  const weekEnds = today.add({ days: 7 });
  const groups = Object.groupBy(inOrderOfDay(toDos), (toDo) => {
    if (toDo.by === null) return 'withoutDay';
    if (isOverdue(toDo, today)) return 'overdue';
    return Temporal.PlainDate.compare(toDo.by, weekEnds) < 0 ? 'thisWeek' : 'later';
  });
  return {
    overdue: groups.overdue ?? [],
    thisWeek: groups.thisWeek ?? [],
    later: groups.later ?? [],
    withoutDay: groups.withoutDay ?? [],
  };
}
