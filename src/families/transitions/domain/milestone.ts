/** A length of a life in whole years and months. */
export type Age = { readonly years: number; readonly months: number };

/** What is due at an age, as the dated rules say it. */
export type MilestoneRule = {
  readonly id: string;
  readonly title: string;
  readonly forFamily: string;
  readonly forYoungPerson: string;
  readonly at: Age;
  readonly within: Age;
  readonly lapses: Age;
  /** How long before its day people are told of it. */
  readonly tellBefore: Age;
  /** A task is done by somebody; an end comes by itself, and must not be missed. */
  readonly kind: 'task' | 'end';
  readonly from: Temporal.PlainDate;
  readonly source: string;
};

/** A milestone of one child, with its days. */
export type Milestone = {
  readonly rule: MilestoneRule;
  /** The day on which the age is reached. */
  readonly day: Temporal.PlainDate;
  readonly dueBy: Temporal.PlainDate;
  readonly lapsesOn: Temporal.PlainDate;
  readonly tellFrom: Temporal.PlainDate;
};

export type MilestoneState = 'done' | 'overdue' | 'due' | 'soon' | 'later' | 'lapsed';

/**
 * The day on which somebody reaches an age. Where the month has no such day (born on 29 February, or on a 31st with
 * months counted), it is the first of the next month: nobody comes of age before their birthday.
 */
export function reaches(born: Temporal.PlainDate, age: Age): Temporal.PlainDate {
  const day = born.add({ years: age.years, months: age.months });
  return day.day === born.day ? day : day.add({ days: 1 });
}

/** The milestones of a child, in the order of their days; rules that began after the child had passed them are left out. */
export function milestonesOf(
  rules: readonly MilestoneRule[],
  born: Temporal.PlainDate,
): readonly Milestone[] {
  return rules
    .map((rule) => {
      const day = reaches(born, rule.at);
      return {
        rule,
        day,
        dueBy: day.add(rule.within),
        lapsesOn: reaches(born, rule.lapses),
        tellFrom: day.subtract(rule.tellBefore),
      };
    })
    .filter(({ rule, lapsesOn }) => Temporal.PlainDate.compare(lapsesOn, rule.from) > 0)
    .sort((one, other) => Temporal.PlainDate.compare(one.day, other.day));
}

/**
 * Where a milestone stands on a day. `soon` is within half a year. An end is never overdue: it comes, and after its
 * own time it is past.
 */
export function stateOn(
  milestone: Milestone,
  on: { readonly today: Temporal.PlainDate; readonly isDone: boolean },
): MilestoneState {
  const { today } = on;
  const isPast = (day: Temporal.PlainDate) => Temporal.PlainDate.compare(day, today) < 0;
  const isReached = Temporal.PlainDate.compare(milestone.day, today) <= 0;
  if (on.isDone) return 'done';
  if (Temporal.PlainDate.compare(milestone.lapsesOn, today) <= 0) return 'lapsed';
  if (!isReached)
    return Temporal.PlainDate.compare(milestone.day, today.add({ months: 6 })) <= 0 ? 'soon' : 'later';
  if (milestone.rule.kind === 'end') return 'due';
  return isPast(milestone.dueBy) ? 'overdue' : 'due';
}

/** Whether people are to be told of a milestone on a day: from its time until nobody waits for it any more. */
export function isToTell(milestone: Milestone, today: Temporal.PlainDate): boolean {
  return (
    Temporal.PlainDate.compare(milestone.tellFrom, today) <= 0 &&
    Temporal.PlainDate.compare(today, milestone.lapsesOn) < 0
  );
}
