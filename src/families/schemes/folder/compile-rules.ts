import { factsInAward } from '../domain/award-plan.ts';
import { eligibility } from '../domain/decide.ts';
import type { FactDeclarations } from '../domain/facts.ts';
import { nearest } from '../domain/nearest.ts';
import {
  applicationOutcomes,
  type Consequence,
  type ConsequenceOfDoubt,
  type Criterion,
  type Ending,
  type NextStep,
  type PublishedIn,
  type ResultRow,
  type RuleSet,
} from '../domain/scheme.ts';
import { factsInWords, oneOrMany, placesInWords } from '../domain/words.ts';
import { compileAward } from './compile-award.ts';
import { compileCondition } from './compile-condition.ts';
import { declaredFact, inside, type Place, report } from './compiling.ts';
import type {
  RawConsequence,
  RawCriterion,
  RawDoubt,
  RawEnding,
  RawPublishedIn,
  RawResultRow,
  RawRuleSet,
} from './format.ts';
import { mentionsOf } from './mentions.ts';

/** What a rule set can refer to besides facts. */
export type Names = {
  readonly steps: ReadonlyMap<string, NextStep>;
  readonly sources: ReadonlySet<string>;
  readonly facts: FactDeclarations;
};
type RuleNames = Names & { readonly outcomes: readonly string[] };

/** Turns one set of rules of a version file into one that decides; reports what is wrong. */
export function compileRuleSet(
  place: Place,
  { kind, raw, names }: { kind: string; raw: RawRuleSet; names: Names },
): RuleSet | null {
  const outcomes = Object.keys(raw.outcomes);
  const ruleNames: RuleNames = { ...names, outcomes };
  checkOutcomes(place, { kind, raw, names });
  reportTwins(
    place,
    [...(raw.criteria ?? []), ...(raw.results ?? [])].map((rule) => rule.id),
  );
  const criteria = (raw.criteria ?? []).map((criterion, index) =>
    compileCriterion(inside(place, 'criteria', index), { raw: criterion, names: ruleNames }),
  );
  const results = (raw.results ?? []).map((row, index) =>
    compileRow(inside(place, 'results', index), { raw: row, names: ruleNames }),
  );
  const notKnown = raw['if results are not known'];
  const resultNotKnown = notKnown
    ? compileEnding(inside(place, 'if results are not known'), {
        raw: notKnown,
        id: 'not-known',
        names: ruleNames,
      })
    : null;
  const otherwise = compileEnding(inside(place, 'otherwise'), {
    raw: raw.otherwise,
    id: 'otherwise',
    names: ruleNames,
  });
  const kept = {
    criteria: criteria.filter((c) => c !== null),
    results: results.filter((row) => row !== null),
  };
  checkNotKnown(place, { ...kept, resultNotKnown });
  if (!otherwise || kept.criteria.length < criteria.length || kept.results.length < results.length)
    return null;
  const onward = new Map(Object.entries(raw.outcomes));
  const rules = { kind, outcomes, onward, ...kept, resultNotKnown, otherwise };
  return { ...rules, mentions: mentionsOf(rules, names.facts) };
}

/** No outcome may be a dead end: a "no" always shows the way to an assessment and to somebody to talk to. */
function checkOutcomes(place: Place, { kind, raw, names }: { kind: string; raw: RawRuleSet; names: Names }) {
  for (const [outcome, steps] of Object.entries(raw.outcomes)) {
    const at = inside(place, 'outcomes', outcome);
    checkSteps(at, { steps, names });
    if (kind !== eligibility) continue;
    if (!applicationOutcomes.some((known) => known === outcome)) {
      const help = nearest(outcome, applicationOutcomes);
      report(at, 'unknown-name', `An application cannot come to "${outcome}". ${help}`);
    }
    const kinds = new Set(steps.map((step) => names.steps.get(step)?.kind));
    const isNo = outcome === 'not_eligible' || outcome === 'closed' || outcome === 'late';
    if (isNo && !(kinds.has('assessment') && kinds.has('talk'))) {
      report(
        at,
        'dead-end',
        `"${outcome}" must lead on: add a step of kind assessment (section 17) and one of kind talk.`,
      );
    }
  }
}

function checkSteps(place: Place, { steps, names }: { steps: readonly string[]; names: Names }): void {
  for (const step of steps) {
    if (names.steps.has(step)) continue;
    const help = nearest(step, names.steps.keys());
    report(place, 'unknown-name', `The scheme has no step "${step}". ${help}`);
  }
}

function reportTwins(place: Place, ids: readonly string[]): void {
  for (const id of new Set(ids.filter((candidate, index) => ids.indexOf(candidate) !== index))) {
    report(place, 'contradiction', `Two rules here are called "${id}". Give each its own name.`);
  }
}

function checkNotKnown(
  place: Place,
  rules: { results: readonly ResultRow[]; resultNotKnown: Ending | null },
): void {
  if (rules.resultNotKnown) return;
  const needy = rules.results.find((row) => !row.carryOnWhenNotKnown || hangsOnFacts(row));
  if (!needy) return;
  report(
    inside(place, 'results'),
    'dead-end',
    `It may not be known whether "${needy.id}" applies, or what it gives. Write beside "results" what holds until then: if results are not known: { outcome: more_evidence, words: … }. Or, where the row gives a fixed award and can be passed over, write in it: if not known: carry on.`,
  );
}

function hangsOnFacts(row: ResultRow): boolean {
  let doesHang = false;
  factsInAward(row.award ?? new Map(), () => {
    doesHang = true;
  });
  return doesHang;
}

function compileCriterion(
  place: Place,
  { raw, names }: { raw: RawCriterion; names: RuleNames },
): Criterion | null {
  const metWhen = compileCondition(inside(place, 'met when'), raw['met when']);
  const words = {
    met: compileWords(inside(place, 'words', 'met'), raw.words.met),
    notMet: compileWords(inside(place, 'words', 'not met'), raw.words['not met']),
    notKnown: compileWords(inside(place, 'words', 'not known'), raw.words['not known']),
  };
  const notMet = consequence(inside(place, 'if not met'), { raw: raw['if not met'], names });
  const notKnown = consequenceOfDoubt(inside(place, 'if not known'), { raw: raw['if not known'], names });
  const otherReadings = (raw['other readings'] ?? []).map((reading, index) => {
    const condition = compileCondition(
      inside(place, 'other readings', index, 'met when'),
      reading['met when'],
    );
    return (
      condition && { id: reading.id, metWhen: condition, words: reading.words, whyNot: reading['why not'] }
    );
  });
  if (!metWhen) return null;
  return {
    id: raw.id,
    published: raw.published,
    publishedIn: published(inside(place, 'source'), { raw: raw.source, names }),
    metWhen,
    notMet,
    notKnown,
    words,
    otherReadings: otherReadings.filter((reading) => reading !== null),
  };
}

function consequence(
  place: Place,
  { raw, names }: { raw: RawConsequence; names: RuleNames },
): Consequence | null {
  if (raw === 'carry on') return null;
  return led(place, { raw, names });
}

function consequenceOfDoubt(
  place: Place,
  { raw, names }: { raw: RawDoubt; names: RuleNames },
): ConsequenceOfDoubt | null {
  if (raw === 'carry on') return null;
  const onlyWhen = raw['only when'] ? compileCondition(inside(place, 'only when'), raw['only when']) : null;
  return { ...led(place, { raw, names }), onlyWhen };
}

function led(
  place: Place,
  asked: { raw: Pick<RawEnding, 'outcome' | 'next' | 'officer decides'>; names: RuleNames },
): Consequence {
  const { raw, names } = asked;
  if (!names.outcomes.includes(raw.outcome)) {
    const help = nearest(raw.outcome, names.outcomes);
    report(inside(place, 'outcome'), 'unknown-name', `"${raw.outcome}" is not among the outcomes. ${help}`);
  }
  checkSteps(inside(place, 'next'), { steps: raw.next ?? [], names });
  return { outcome: raw.outcome, next: raw.next ?? [], officerDecides: raw['officer decides'] ?? false };
}

function compileEnding(
  place: Place,
  { raw, id, names }: { raw: RawEnding; id: string; names: RuleNames },
): Ending | null {
  const words = compileWords(inside(place, 'words'), raw.words);
  const award = raw.award ? compileAward(inside(place, 'award'), raw.award) : null;
  if (raw.award && !award) return null;
  return { id: raw.id ?? id, ...led(place, { raw, names }), award, words };
}

function compileRow(place: Place, { raw, names }: { raw: RawResultRow; names: RuleNames }): ResultRow | null {
  const when = compileCondition(inside(place, 'when'), raw.when);
  const ending = compileEnding(place, { raw, id: raw.id, names });
  if (!when || !ending) return null;
  const carryOnWhenNotKnown = raw['if not known'] === 'carry on';
  const publishedIn = published(inside(place, 'source'), { raw: raw.source, names });
  return { ...ending, when, carryOnWhenNotKnown, published: raw.published, publishedIn };
}

/** Holds a "where it is published" against the sources of the scheme. */
export function published(
  place: Place,
  { raw, names }: { raw: RawPublishedIn; names: Pick<Names, 'sources'> },
): PublishedIn {
  if (!names.sources.has(raw.in)) {
    const help = nearest(raw.in, names.sources);
    report(place, 'unknown-name', `The scheme has no source "${raw.in}". ${help}`);
  }
  return { source: raw.in, at: raw.at ?? null };
}

/** Holds the names in braces against the scheme; figures, which stand fast in a version, are filled in at once. */
function compileWords(place: Place, sentence: string): string {
  const { figures } = place.compiling;
  const filled = sentence.replace(placesInWords, (whole, name: string, one?: string, many?: string) => {
    const figure = figures.get(name);
    if (figure === undefined) return whole;
    return one === undefined || many === undefined ? String(figure) : oneOrMany(figure, [one, many]);
  });
  for (const fact of factsInWords(filled)) declaredFact(place, fact);
  return filled;
}
