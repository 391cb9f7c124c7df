import { createHash } from 'node:crypto';
import type { Calendar } from '../domain/expressions.ts';
import type { FactValue } from '../domain/fact-value.ts';
import type { FactDeclarations } from '../domain/facts.ts';
import type { NextStep, Round, RuleSet, SchemeVersion, Term } from '../domain/scheme.ts';
import { compileCondition, readLiteral } from './compile-condition.ts';
import { compileWaitingList } from './compile-order.ts';
import { compileRuleSet, type Names, published } from './compile-rules.ts';
import { type Compiling, declaredFact, inside, type Place, report } from './compiling.ts';
import type { RawScheme, RawVersion } from './format.ts';
import { literalOf } from './literal.ts';
import type { SchemeProblem, YamlFile } from './yaml-file.ts';

/** Turns a version file into a version that decides; reports what is wrong and gives null. */
export function compileVersion(
  scheme: { raw: RawScheme; facts: FactDeclarations; calendar: Calendar | null },
  { raw, file, problems }: { raw: RawVersion; file: YamlFile; problems: SchemeProblem[] },
): SchemeVersion | null {
  const figures = new Map(Object.entries(raw.figures ?? {}));
  const rounds = (raw.rounds ?? []).map(({ name, opens, closes }) => ({ name, from: opens, until: closes }));
  const compiling: Compiling = {
    file,
    problems,
    facts: scheme.facts,
    figures,
    calendar: scheme.calendar,
    rounds,
    condition: compileCondition,
  };
  const place: Place = { compiling, at: [] };
  const steps = stepsOf(scheme.raw);
  const names: Names = { steps, sources: new Set(Object.keys(scheme.raw.sources)), facts: scheme.facts };
  const rules = new Map<string, RuleSet>();
  const before = problems.length;
  for (const [kind, rawRules] of Object.entries(raw.rules)) {
    const ruleSet = compileRuleSet(inside(place, 'rules', kind), { kind, raw: rawRules, names });
    if (ruleSet) rules.set(kind, ruleSet);
  }
  const pickedBy = compilePickedBy(inside(place, 'picked by'), raw);
  const waitingList = compileWaitingList(inside(place, 'waiting list'), { raw: raw['waiting list'], names });
  const terms = compileTerms(inside(place, 'terms'), { raw, names });
  checkRounds(inside(place, 'rounds'), rounds);
  const closed = dateAt(inside(place, 'closed to new awards from'), raw['closed to new awards from']);
  const dates = compileDates(place, raw);
  if (problems.length > before || !dates) return null;
  return {
    schemeId: scheme.raw.scheme,
    id: String(raw.version),
    name: raw.name,
    status: raw.status,
    ...dates,
    closedToNewAwardsFrom: closed,
    rounds,
    datesNote: raw['about the dates'] ?? null,
    pickedBy,
    facts: scheme.facts,
    steps,
    rules,
    waitingList,
    terms,
    notes: raw.notes ?? [],
    hash: hashOf({
      scheme: scheme.raw.scheme,
      facts: scheme.raw.facts,
      steps: scheme.raw.steps,
      version: raw,
      // Only where a scheme names one, so that the hash of every other stays what it was. Its days do not count:
      // a calendar grows each year.
      ...(scheme.raw.calendar ? { calendar: scheme.raw.calendar } : {}),
    }),
  };
}

/** A round opens and closes on real days or at real times, in that order, and none runs into the next. */
function checkRounds(place: Place, rounds: readonly Round[]): void {
  for (const [index, round] of rounds.entries()) {
    const { name, from, until } = round;
    if (![from, until].every((text) => literalOf(text)?.type.startsWith('date'))) {
      const message = `Write when "${name}" opens and closes as 2026-04-01 or 2026-04-01T10:00.`;
      report(inside(place, index), 'wrong-value', message);
    } else if (from > until) {
      report(inside(place, index), 'contradiction', `"${name}" closes before it opens. Mend one of the two.`);
    }
    const clash = rounds.slice(0, index).find((other) => from <= other.until && other.from <= until);
    if (clash) report(inside(place, index), 'overlap', `"${name}" overlaps "${clash.name}". Mend a date.`);
  }
}

function stepsOf(raw: RawScheme): ReadonlyMap<string, NextStep> {
  return new Map(Object.entries(raw.steps).map(([id, { kind, words }]) => [id, { id, kind, words }]));
}

function compileDates(place: Place, raw: RawVersion): Pick<SchemeVersion, 'from' | 'until'> | null {
  const from = dateAt(inside(place, 'from'), raw.from);
  const until = dateAt(inside(place, 'until'), raw.until);
  if (raw.status === 'in force' && !raw.from) {
    return report(place, 'format', 'A version in force needs the day from which it applies: write "from".');
  }
  if (raw.status === 'proposed' && !raw['picked by']) {
    return report(place, 'format', 'A proposed version is only used when asked for: write "picked by".');
  }
  if (from && until && Temporal.PlainDate.compare(from, until) > 0) {
    return report(
      inside(place, 'until'),
      'contradiction',
      'This version ends before it begins. Mend a date.',
    );
  }
  return { from, until };
}

function dateAt(place: Place, text: string | undefined): Temporal.PlainDate | null {
  if (text === undefined) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return report(place, 'wrong-value', `${text} is not a real date. Write one like 2026-04-01.`);
  }
}

function compilePickedBy(place: Place, raw: RawVersion): ReadonlyMap<string, FactValue> {
  const pickedBy = new Map<string, FactValue>();
  for (const [name, text] of Object.entries(raw['picked by'] ?? {})) {
    const fact = declaredFact(inside(place, name), name);
    const value = fact && readLiteral(fact, text);
    if (value?.ok) pickedBy.set(name, value.value);
    else if (value) report(inside(place, name), 'wrong-value', value.message);
  }
  return pickedBy;
}

function compileTerms(place: Place, { raw, names }: { raw: RawVersion; names: Names }): readonly Term[] {
  return (raw.terms ?? []).map(({ source, ...term }, index) => ({
    ...term,
    publishedIn: published(inside(place, index, 'source'), { raw: source, names }),
  }));
}

/** The SHA-256 of the data. The order of keys counts too, because outcomes are listed by their strength. */
function hashOf(data: unknown): string {
  return createHash('sha256').update(canonical(data)).digest('hex');
}

function canonical(data: unknown): string {
  if (Array.isArray(data)) return `[${data.map(canonical).join(',')}]`;
  if (typeof data !== 'object' || data === null) return JSON.stringify(data) ?? 'null';
  const entries = Object.entries(data).filter(([, value]) => value !== undefined);
  return `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${canonical(value)}`).join(',')}}`;
}
