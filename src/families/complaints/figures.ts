import { financialYearOf } from '#kernel/local-date.ts';
import type { Visit } from '#platform/web/visit.ts';
import { complaintsOf, dueBy } from './case-of-complaint.ts';
import { complaintOutcomes, standings } from './domain/complaint.ts';
import { type Shown, withoutSmallNumbers } from './domain/figures.ts';

/** One table of the yearly report; a figure that is null is too small to be told. */
export type FigureTable = {
  readonly title: string;
  readonly rows: readonly Shown[];
  readonly total: number | null;
};

/** The year's report: what the law asks a council to publish about its complaints, without small numbers. */
export type YearFigures = {
  readonly year: string;
  readonly tables: readonly FigureTable[];
  readonly learning: readonly string[];
};

const outcomeLabels = { upheld: 'Upheld', partly: 'Upheld in part', 'not-upheld': 'Not upheld' } as const;
const standingLabels = {
  'young-person': 'A child or young person',
  'parent-carer': 'A parent or carer',
  'somebody-else': 'Somebody else',
} as const;

/** Gives the figures of a financial year ("2026-27"), by the day on which a complaint was made; null for no year. */
export async function figuresOf(visit: Visit, year: string): Promise<YearFigures | null> {
  const first = /^(\d{4})-\d{2}$/.exec(year)?.[1];
  if (first === undefined) return null;
  const span = financialYearOf(new Temporal.PlainDate(Number(first), 4, 1));
  if (span.name !== year) return null;
  const all = await complaintsOf(visit, { from: span.startsOn, until: span.endsOn });
  const table = (title: string, counts: Readonly<Record<string, number>>): FigureTable => ({
    title,
    ...withoutSmallNumbers(Object.entries(counts).map(([label, count]) => ({ label, count }))),
  });
  const answers = all.flatMap(({ stand }) => stand.answers);
  const isInTime = (clock: (typeof all)[number]['stand']['past'][number]) =>
    Temporal.PlainDate.compare(clock.metOn, dueBy(visit.authority, clock)) <= 0;
  const clocks = all
    .flatMap(({ stand }) => stand.past)
    .filter(({ id }) => id === 'complaint-stage-1' || id === 'complaint-stage-2');
  const count = <T>(of: readonly T[], is: (one: T) => boolean) => of.filter(is).length;
  return {
    year,
    tables: [
      table(
        'By who complained',
        Object.fromEntries(
          standings.map((one) => [standingLabels[one], count(all, ({ standing }) => standing === one)]),
        ),
      ),
      table(
        'By the stage that they reached',
        Object.fromEntries(
          ([1, 2, 3] as const).map((stage) => [
            `Stage ${stage}`,
            count(all, (one) => one.stand.stage === stage),
          ]),
        ),
      ),
      table(
        'By what came of them, each answer counted',
        Object.fromEntries(
          complaintOutcomes.map((one) => [
            outcomeLabels[one],
            count(answers, ({ outcome }) => outcome === one),
          ]),
        ),
      ),
      table('Answers at stages 1 and 2 against the law’s time', {
        'In time': count(clocks, isInTime),
        Late: count(clocks, (clock) => !isInTime(clock)),
      }),
    ],
    learning: all.flatMap(({ steps }) =>
      steps.filter(({ kind }) => kind === 'learning').map(({ words }) => words),
    ),
  };
}
