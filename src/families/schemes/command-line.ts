import { type Result, refusal, success } from '#kernel/refusal.ts';
import { type MachineAward, machineAward } from './domain/award.ts';
import { decideUnder, eligibility } from './domain/decide.ts';
import type { Decision } from './domain/decision.ts';
import { type DatedFacts, decisionDate } from './domain/facts.ts';
import { readFacts } from './domain/read-facts.ts';
import type { Scheme, SchemeVersion } from './domain/scheme.ts';
import { versionFor } from './domain/select-version.ts';
import { loadScheme } from './load-schemes.ts';

/** A decision as `scheme decide` prints it. */
export type PrintedDecision = {
  readonly outcome: string;
  readonly award: MachineAward | null;
  readonly reasons: readonly { criterion: string; met: boolean | null; because: string }[];
  readonly missing: readonly string[];
  readonly next: string;
  readonly scheme: string;
  readonly version: string;
};

/**
 * Decides for the command line: reads the scheme folder, reads the facts from JSON (money in pounds), picks
 * the version in force on `on`, or on the day that the facts name, or else today, and decides. `rules` names
 * the rules to decide by; without it, those that the facts speak of, eligibility before all others. Refuses
 * with a sentence for a faulty folder, text that is not JSON, unknown facts, wrong values, no version.
 */
export async function decideForCommandLine(asked: {
  folder: string;
  factsJson: string;
  today: Temporal.PlainDate;
  on?: Temporal.PlainDate;
  rules?: string;
}): Promise<Result<PrintedDecision>> {
  const scheme = await loadScheme(asked.folder);
  if (!scheme.ok) return scheme;
  let data: unknown;
  try {
    data = JSON.parse(asked.factsJson);
  } catch {
    return refusal(
      'not-json',
      'The facts on standard input are not JSON. Give an object like {"child.age": 9}.',
    );
  }
  const on = asked.on ?? asked.today;
  const facts = readFacts(scheme.value.facts, { data, on });
  if (!facts.ok) return facts;
  const dated = asked.on ? { ...facts.value, [decisionDate]: asked.on.toString() } : facts.value;
  const day = Temporal.PlainDate.from(dated[decisionDate]);
  const version = asked.on
    ? versionOn(scheme.value, { facts: dated, on: day })
    : versionFor({ scheme: scheme.value, facts: dated, on: day });
  if (!version.ok) return version;
  const rules = rulesFor(version.value, { facts: dated, wanted: asked.rules });
  if (!rules.ok) return rules;
  return success(printed(decideUnder({ version: version.value, facts: dated, rules: rules.value })));
}

/** A day that is asked for stands before the dates among the facts. */
function versionOn(scheme: Scheme, { facts, on }: { facts: DatedFacts; on: Temporal.PlainDate }) {
  return versionFor({ scheme: { ...scheme, datedBy: [] }, facts, on });
}

/**
 * Which rules the facts speak of: those that look at all of them, eligibility before all others, and else the
 * rules that look at the fewest facts besides.
 */
function rulesFor(
  version: SchemeVersion,
  { facts, wanted }: { facts: DatedFacts; wanted: string | undefined },
): Result<string> {
  const kinds = [...version.rules.keys()];
  if (wanted !== undefined) {
    if (kinds.includes(wanted)) return success(wanted);
    return refusal(
      'unknown-rules',
      `There are no rules for "${wanted}". This version has ${kinds.join(', ')}.`,
    );
  }
  const names = Object.keys(facts).filter((name) => name !== decisionDate && !version.pickedBy.has(name));
  const mentionsOf = (kind: string) => version.rules.get(kind)?.mentions ?? new Set<string>();
  const covering = kinds.filter((kind) => names.every((name) => mentionsOf(kind).has(name)));
  if (covering.includes(eligibility)) return success(eligibility);
  const smallest = Math.min(...covering.map((kind) => mentionsOf(kind).size));
  const [only, ...others] = covering.filter((kind) => mentionsOf(kind).size === smallest);
  if (only !== undefined && others.length === 0) return success(only);
  const touched = kinds.filter((kind) => names.some((name) => mentionsOf(kind).has(name)));
  if (covering.length === 0 && (touched.length === 0 || touched.includes(eligibility))) {
    if (kinds.includes(eligibility)) return success(eligibility);
  }
  const [single] = kinds;
  if (single !== undefined && kinds.length === 1) return success(single);
  return refusal(
    'which-rules',
    `These facts do not tell which rules are meant. Name one of ${kinds.join(', ')}.`,
  );
}

function printed(decision: Decision): PrintedDecision {
  return {
    outcome: decision.outcome,
    award: decision.award ? machineAward(decision.award) : null,
    reasons: decision.reasons.map(({ criterion, met, because }) => ({ criterion, met, because })),
    missing: decision.missing,
    next: decision.next.map((step) => step.words).join(' '),
    scheme: decision.scheme,
    version: decision.version,
  };
}
