/**
 * Something that somebody should do, by a day where there is one: what a family's account and a practitioner's
 * list of work are made of. Each capability gives its own; the pages only put them in order.
 */
export type ToDo = {
  /** What to do, beginning with a verb: "Send the letter about DLA". */
  readonly title: string;
  /** Whom or what it is about: the child's name, a reference. */
  readonly about: string;
  /** Where it is done. */
  readonly href: string;
  /** The last day for it; null where nobody set one. */
  readonly by: Temporal.PlainDate | null;
};

/** Puts what is due first in front; what has no day comes last, in the order in which it was given. */
export function inOrderOfDay(toDos: readonly ToDo[]): readonly ToDo[] {
  return toDos.toSorted((one, other) => {
    if (one.by === null || other.by === null) return Number(one.by === null) - Number(other.by === null);
    return Temporal.PlainDate.compare(one.by, other.by);
  });
}

/** Whether its day has passed. */
export function isOverdue(toDo: ToDo, today: Temporal.PlainDate): boolean {
  return toDo.by !== null && Temporal.PlainDate.compare(toDo.by, today) < 0;
}
