/** A length of time as a rule gives it. */
export type Allowed = { readonly count: number; readonly unit: 'working-days' | 'days' | 'months' };

/** How a council takes appeals, from a day on. */
export type AppealRules = {
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate | null;
  readonly how: string;
  /** By when after the letter an appeal is in time; null where the council names no last day. */
  readonly askWithin: Allowed | null;
  readonly answerWithin: Allowed;
  /** Who looks, for each stage; as many stages as there are. */
  readonly stages: readonly { readonly who: string }[];
  readonly final: string;
};

/** What holds where a council has said nothing: one look, by somebody who did not decide, and no last day. */
export const defaultRules: AppealRules = {
  from: Temporal.PlainDate.from('2000-01-01'),
  until: null,
  how: 'From the letter, by e-mail or by telephone',
  askWithin: null,
  answerWithin: { count: 20, unit: 'working-days' },
  stages: [{ who: 'Somebody who did not take the decision' }],
  final: 'The decision on the appeal is final.',
};

/** The rules in force on a day; the default where none are. */
export function rulesOn(all: readonly AppealRules[], day: Temporal.PlainDate): AppealRules {
  const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
    Temporal.PlainDate.compare(one, other) <= 0;
  return (
    all.find(({ from, until }) => isBefore(from, day) && (until === null || isBefore(day, until))) ??
    defaultRules
  );
}
