/** How long before the review people are told for the first time, in days: time to ask families. */
export const daysBefore = 84;
/** After the day, they are told again each time so many days have passed. */
const daysAgain = 28;

/** The reminder that is due on a day: "before", "due", "late-1" …; null where it is too early for any. */
export function reminderOn(reviewBy: Temporal.PlainDate, today: Temporal.PlainDate): string | null {
  const left = today.until(reviewBy, { largestUnit: 'days' }).days;
  if (left > daysBefore) return null;
  if (left > 0) return 'before';
  const late = Math.floor(-left / daysAgain);
  return late === 0 ? 'due' : `late-${late}`;
}
