// How long it takes to decide one application by the scheme in force, and a hundred thousand children one after the
// other; and the same by rules that look through a list of stays for the fullest window of 12 months. No two children
// are alike, so nothing can be remembered of the one before. Says the figures as a line of JSON.
import {
  type DatedFacts,
  decideUnder,
  factsOn,
  loadScheme,
  type SchemeVersion,
  versionInForce,
} from '#families/schemes/index.ts';
import { middleOf } from './middle.ts';

/** What deciding by one scheme costs. */
export type Cost = {
  readonly scheme: string;
  readonly children: number;
  readonly seconds: number;
  readonly microsecondsEach: number;
  /** What the process used for one, in microseconds: it hardly changes when others use the machine. */
  readonly processorTimeEach: number;
  /** 99 of 100 decisions take no longer than this. */
  readonly ninetyNineMilliseconds: number;
  readonly slowestMilliseconds: number;
  readonly outcomes: Readonly<Record<string, number>>;
};

/** What deciding costs: by the scheme in force, and by rules over lists of stays. */
export type Deciding = Cost & { readonly withLists: Cost };

const today = Temporal.PlainDate.from('2026-06-01');
const rounds = Number(process.argv[2] ?? '3');
const grant = await inForce('medway/schemes/medway-2025');
const stays = await inForce('england/schemes/reg48-england');
const told: Deciding = {
  ...measure({ version: grant, rules: 'eligibility', children: 100_000, childOf }),
  withLists: measure({ version: stays, rules: 'looked-after', children: 100_000, childOf: childWithStays }),
};
process.stdout.write(`${JSON.stringify(told)}\n`);

async function inForce(folder: string): Promise<SchemeVersion> {
  const loaded = await loadScheme(new URL(`../authorities/${folder}`, import.meta.url).pathname);
  if (!loaded.ok) throw new Error(loaded.message);
  const version = versionInForce(loaded.value, today);
  if (!version.ok) throw new Error(version.message);
  return version.value;
}

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

/** A child with six stays over two years, at other days and of other lengths than those of every other child. */
function childWithStays(index: number): DatedFacts {
  const episodes = Array.from({ length: 6 }, (_, stay) => ({
    from: today.subtract({ days: 120 * stay + (index % 100) }).toString(),
    days: 1 + ((Math.trunc(index / 100) + stay * 7) % 28),
  }));
  const series = { legal_basis: 's20', same_setting: true, returns_home: true };
  return factsOn({ ...series, episodes, placement_days: index % 20 }, today);
}

type Measured = {
  readonly version: SchemeVersion;
  readonly rules: string;
  readonly children: number;
  readonly childOf: (index: number) => DatedFacts;
};

function measure({ version, rules, children, childOf: child }: Measured): Cost {
  const all = Array.from({ length: children }, (_, index) => child(index));
  const decideAll = (some: readonly DatedFacts[]) => {
    const outcomes: Record<string, number> = {};
    const start = performance.now();
    const used = process.cpuUsage();
    for (const facts of some) {
      const { outcome } = decideUnder({ version, rules, facts });
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    }
    const { user, system } = process.cpuUsage(used);
    return { seconds: (performance.now() - start) / 1_000, processorTime: user + system, outcomes };
  };
  decideAll(all.slice(0, children / 5));
  const runs = Array.from({ length: rounds }, () => decideAll(all));
  const each = all.map((facts) => {
    const start = performance.now();
    decideUnder({ version, rules, facts });
    return performance.now() - start;
  });
  each.sort((a, b) => a - b);
  const seconds = middleOf(runs.map((run) => run.seconds));
  return {
    scheme: version.schemeId,
    children,
    seconds,
    microsecondsEach: (seconds * 1_000_000) / children,
    processorTimeEach: middleOf(runs.map((run) => run.processorTime)) / children,
    ninetyNineMilliseconds: each[Math.trunc(children * 0.99)] ?? 0,
    slowestMilliseconds: each.at(-1) ?? 0,
    outcomes: runs[0]?.outcomes ?? {},
  };
}
