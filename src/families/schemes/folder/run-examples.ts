import { isDeepStrictEqual } from 'node:util';
import { pence } from '#kernel/money.ts';
import { type MachineAward, machineAward } from '../domain/award.ts';
import { decideUnder, eligibility } from '../domain/decide.ts';
import type { Decision } from '../domain/decision.ts';
import type { DatedFacts, FactDeclaration } from '../domain/facts.ts';
import { readFacts } from '../domain/read-facts.ts';
import type { Award, AwardValue, Scheme, SchemeVersion } from '../domain/scheme.ts';
import { versionFor } from '../domain/select-version.ts';
import type { RawAward, RawExample, RawExamples } from './format.ts';
import { literalOf } from './literal.ts';
import type { SchemeProblem, YamlFile, YamlPath } from './yaml-file.ts';

/** One worked example that was decided, for counting and for seeing which criteria it exercises. */
export type ExampleRun = {
  readonly id: string;
  readonly version: SchemeVersion;
  readonly decision: Decision;
};

/** Decides every worked example and reports where the decision differs from what the example expects. */
export function runExamples(
  scheme: Scheme,
  { raw, file }: { raw: RawExamples; file: YamlFile },
): { runs: ExampleRun[]; failed: ReadonlySet<number>; problems: SchemeProblem[] } {
  const runs: ExampleRun[] = [];
  const failed = new Set<number>();
  const problems: SchemeProblem[] = [];
  for (const [index, example] of raw.examples.entries()) {
    const fails = (message: string, ...at: YamlPath) => {
      failed.add(index);
      const line = file.lineOf(['examples', index, ...at]);
      problems.push({
        kind: 'example-fails',
        file: file.path,
        line,
        message: `Example ${example.id}: ${message}`,
      });
    };
    const before = raw.examples.slice(0, index).some((earlier) => earlier.id === example.id);
    if (before) fails('another example has this name. Give each its own.', 'id');
    const prepared = prepare(scheme, { example, day: example.on ?? raw.on });
    if (typeof prepared === 'string') {
      fails(prepared, 'facts');
      continue;
    }
    const { version, facts } = prepared;
    const decision = decideUnder({ version, facts, rules: example.rules ?? eligibility });
    runs.push({ id: example.id, version, decision });
    for (const difference of differences(decision, example.expect)) fails(difference, 'expect');
    const other = example['under another reading'];
    if (!other) continue;
    const read = decideUnder({ version, facts, rules: example.rules ?? eligibility, reading: other.reading });
    for (const difference of differences(read, other)) {
      fails(`under the reading ${other.reading}, ${difference}`, 'under another reading');
    }
  }
  return { runs, failed, problems };
}

/** Reads the facts of a worked example and finds its version; a sentence when something is wrong. */
export function prepare(
  scheme: Scheme,
  { example, day }: { example: Prepared; day: string },
): { version: SchemeVersion; facts: DatedFacts } | string {
  const on = Temporal.PlainDate.from(day);
  const data = Object.fromEntries(
    Object.entries(example.facts).map(([name, raw]) => [name, asMachine(scheme, { name, raw })]),
  );
  const facts = readFacts(scheme.facts, { data, on });
  if (!facts.ok) return facts.message;
  const version = versionOf(scheme, { example, facts: facts.value, on });
  if (typeof version === 'string') return version;
  const kind = example.rules ?? eligibility;
  if (!version.rules.has(kind)) return `version ${version.id} has no rules for "${kind}".`;
  const other = example['under another reading'];
  const readings = version.rules.get(kind)?.criteria.flatMap((criterion) => criterion.otherReadings) ?? [];
  if (other && !readings.some((reading) => reading.id === other.reading)) {
    return `no criterion has a reading "${other.reading}".`;
  }
  return { version, facts: facts.value };
}

type Prepared = Pick<RawExample, 'facts' | 'rules' | 'version' | 'under another reading'>;

/** Lets yes and no stand in an example as they stand in a condition. */
function asMachine(scheme: Scheme, { name, raw }: { name: string; raw: unknown }): unknown {
  const declaration = scheme.facts.get(name);
  return declaration ? withWords(declaration, raw) : raw;
}

function withWords(declaration: FactDeclaration, raw: unknown): unknown {
  if (declaration.type === 'list' && Array.isArray(raw)) {
    return raw.map((entry) => entryWithWords(declaration, entry));
  }
  if (declaration.type !== 'yes or no' || (raw !== 'yes' && raw !== 'no')) return raw;
  return raw === 'yes';
}

function entryWithWords({ fields }: FactDeclaration, entry: unknown): unknown {
  if (typeof entry !== 'object' || entry === null) return entry;
  const named = Object.entries(entry).map(([name, raw]) => {
    const field = fields.find((one) => one.name === name);
    return [name, field ? withWords(field, raw) : raw];
  });
  return Object.fromEntries(named);
}

function versionOf(
  scheme: Scheme,
  { example, facts, on }: { example: Prepared; facts: DatedFacts; on: Temporal.PlainDate },
): SchemeVersion | string {
  if (example.version !== undefined) {
    const wanted = String(example.version);
    return scheme.versions.find(({ id }) => id === wanted) ?? `the scheme has no version "${wanted}".`;
  }
  const version = versionFor({ scheme, facts, on });
  return version.ok ? version.value : version.message;
}

type Expected = {
  outcome: string;
  award: 'none' | RawAward;
  missing?: readonly string[] | undefined;
  'officer decides'?: boolean | undefined;
};

function differences(decision: Decision, expected: Expected): readonly string[] {
  const found: string[] = [];
  if (decision.outcome !== expected.outcome) {
    const why = decision.reasons.filter((reason) => reason.met !== true).map((reason) => reason.criterion);
    const because = why.length > 0 ? ` (not met or not known: ${why.join(', ')})` : '';
    found.push(`expected ${expected.outcome}, the rules give ${decision.outcome}${because}.`);
  }
  const given = decision.award ? machineAward(decision.award) : null;
  const wanted = expected.award === 'none' ? null : expectedAward(expected.award);
  if (!isDeepStrictEqual({ ...given }, { ...wanted }) || (given === null) !== (wanted === null)) {
    found.push(`expected the award ${shown(wanted)}, the rules give ${shown(given)}.`);
  }
  const missing = expected.missing ? [...expected.missing].sort().join(', ') : null;
  const isMissing = [...decision.missing].sort().join(', ');
  if (missing !== null && missing !== isMissing) {
    found.push(`expected "${missing}" to be missing, the rules miss "${isMissing}".`);
  }
  const officer = expected['officer decides'];
  if (officer !== undefined && officer !== decision.officerDecides) {
    found.push(`expected officer decides: ${officer}, the rules say ${decision.officerDecides}.`);
  }
  return found;
}

function shown(award: MachineAward | null): string {
  return award === null ? 'none' : JSON.stringify(award);
}

function expectedAward(raw: RawAward): MachineAward {
  return machineAward(awardOf(raw));
}

function awardOf(raw: RawAward): Award {
  const award: { [figure: string]: AwardValue } = {};
  for (const [figure, value] of Object.entries(raw)) {
    if (Array.isArray(value)) award[figure] = expectedList(value);
    else if (typeof value !== 'object') award[figure] = expectedValue(value);
  }
  return award;
}

function expectedList(values: readonly (string | RawAward)[]): AwardValue {
  const awards = values.flatMap((value) => (typeof value === 'string' ? [] : [awardOf(value)]));
  if (awards.length > 0) return { kind: 'awards', awards };
  return { kind: 'list', items: values.map(String) };
}

function expectedValue(raw: string | number | boolean): AwardValue {
  const literal = literalOf(raw);
  if (literal?.type === 'money' && typeof literal.value === 'number') {
    return { kind: 'money', pence: pence(literal.value) };
  }
  if (literal?.type === 'date') return { kind: 'date', date: String(raw) };
  if (literal?.type === 'hours' && typeof literal.value === 'number') {
    return { kind: 'hours', minutes: literal.value };
  }
  if (typeof raw === 'number') return { kind: 'number', number: raw };
  return { kind: 'text', text: String(raw) };
}
