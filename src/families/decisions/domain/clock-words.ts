import { type Holidays, workingDaysBetween } from '#kernel/working-days.ts';

/** How pressing an application is; the words say it, a colour only repeats it. */
export type Urgency = 'late' | 'today' | 'soon' | 'in-time' | 'stopped' | 'decided';

export type ClockWords = { readonly text: string; readonly urgency: Urgency };

/** From how many working days left an application is told as pressing. */
const soon = 3;

function days(count: number): string {
  return `${count} working ${count === 1 ? 'day' : 'days'}`;
}

/** Gives in words how long there is to decide: "3 working days left", "2 working days late", "Waiting for the family". */
export function clockWords(clock: {
  readonly state: string;
  readonly dueOn: Temporal.PlainDate | null;
  readonly today: Temporal.PlainDate;
  readonly holidays: Holidays;
}): ClockWords {
  const { dueOn, today, holidays } = clock;
  if (clock.state === 'decided') return { text: 'Decided', urgency: 'decided' };
  if (clock.state === 'more-asked') return { text: 'Waiting for the family', urgency: 'stopped' };
  if (clock.state === 'waiting') return { text: 'On the waiting list', urgency: 'stopped' };
  if (clock.state === 'referred') return { text: 'Being looked at elsewhere', urgency: 'stopped' };
  if (dueOn === null) return { text: 'No date', urgency: 'in-time' };
  if (dueOn.equals(today)) return { text: 'Due today', urgency: 'today' };
  const left = workingDaysBetween({ from: today, to: dueOn, holidays });
  if (left < 0) return { text: `${days(-left)} late`, urgency: 'late' };
  // Due on Friday and looked at on Saturday: late, though no working day has passed since.
  if (Temporal.PlainDate.compare(dueOn, today) < 0) return { text: 'Less than a day late', urgency: 'late' };
  return { text: `${days(left)} left`, urgency: left <= soon ? 'soon' : 'in-time' };
}
