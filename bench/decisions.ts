// How long it takes to decide one application by the scheme in force, and a hundred thousand children one after the
// other. No two children of the hundred thousand are alike, so nothing can be remembered of the one before. Says the
// figures as a line of JSON.
import { type DatedFacts, decide, factsOn, loadScheme, versionInForce } from '#families/schemes/index.ts';
import { middleOf } from './middle.ts';

/** What deciding costs. */
export type Deciding = {
  readonly children: number;
  readonly seconds: number;
  readonly microsecondsEach: number;
  readonly outcomes: Readonly<Record<string, number>>;
};

const children = 100_000;
const today = Temporal.PlainDate.from('2026-06-01');
const folder = new URL('../authorities/medway/schemes/medway-2025', import.meta.url).pathname;
const loaded = await loadScheme(folder);
if (!loaded.ok) throw new Error(loaded.message);
const inForce = versionInForce(loaded.value, today);
if (!inForce.ok) throw new Error(inForce.message);
const version = inForce.value;

const all = Array.from({ length: children }, (_, index) => childOf(index));
for (const facts of all.slice(0, 20_000)) decide(version, facts);
const runs = Array.from({ length: Number(process.argv[2] ?? '3') }, () => decideAll());
const seconds = middleOf(runs.map((run) => run.seconds));
const told: Deciding = {
  children,
  seconds,
  microsecondsEach: (seconds * 1_000_000) / children,
  outcomes: runs[0]?.outcomes ?? {},
};
process.stdout.write(`${JSON.stringify(told)}\n`);

/** A child like no other: born on another day, or with other evidence, or with another level. */
function childOf(index: number): DatedFacts {
  const care = ['none', 'lowest', 'middle', 'highest'];
  const rest = Math.trunc(index / 7_300);
  return factsOn(
    {
      // Twenty years of birthdays, so that some are too old.
      'child.date_of_birth': today.subtract({ days: index % 7_300 }).toString(),
      'child.dla_care': care[rest % 4] ?? 'none',
      'evidence.diagnosis_letter': rest % 3 !== 0,
      'child.other_medway_funded_service': rest % 5 === 0,
      'impact.level': 1 + (rest % 3),
    },
    today,
  );
}

function decideAll(): { seconds: number; outcomes: Record<string, number> } {
  const outcomes: Record<string, number> = {};
  const start = performance.now();
  for (const facts of all) {
    const { outcome } = decide(version, facts);
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
  return { seconds: (performance.now() - start) / 1_000, outcomes };
}
