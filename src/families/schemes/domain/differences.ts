import { formatDate } from '#kernel/local-date.ts';
import { conditionLeaves } from './condition-leaves.ts';
import { awardInWords } from './criteria-in-words.ts';
import { conditionInWords } from './in-words.ts';
import type {
  AwardPlan,
  Consequence,
  Criterion,
  Ending,
  ResultRow,
  RuleSet,
  SchemeVersion,
} from './scheme.ts';

/** One difference between two versions: where it is, and what it is, as a sentence. */
export type Difference = {
  readonly kind: 'added' | 'removed' | 'changed';
  /** The place: "dates", "eligibility: age", "waiting list". */
  readonly place: string;
  readonly sentence: string;
};

/** What changed from one version to the other, in words, in the order of the newer file. None: they are alike. */
export function differencesBetween(older: SchemeVersion, newer: SchemeVersion): readonly Difference[] {
  const kinds = new Set([...newer.rules.keys(), ...older.rules.keys()]);
  return [
    ...datesBetween(older, newer),
    ...[...kinds].flatMap((kind) => rulesBetween(kind, { older, newer })),
    ...waitingListBetween(older, newer),
    ...termsBetween(older, newer),
  ];
}

type Pair = { readonly older: SchemeVersion; readonly newer: SchemeVersion };

function changed(place: string, sentence: string): Difference {
  return { kind: 'changed', place, sentence };
}

/** Whether two parts of the rules say the same, whatever objects they are. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one, plain) === JSON.stringify(other, plain);
}

function plain(_: string, value: unknown): unknown {
  if (value instanceof Map) return [...value];
  return value instanceof Set ? [...value].length : value;
}

function datesBetween(older: SchemeVersion, newer: SchemeVersion): readonly Difference[] {
  const day = (date: Temporal.PlainDate | null) => (date ? formatDate(date) : 'no date');
  const pairs: [string, Temporal.PlainDate | null, Temporal.PlainDate | null][] = [
    ['Begins', older.from, newer.from],
    ['Ends', older.until, newer.until],
    ['Closed to new awards from', older.closedToNewAwardsFrom, newer.closedToNewAwardsFrom],
  ];
  const dates = pairs.flatMap(([what, was, is]) =>
    day(was) === day(is) ? [] : [changed('dates', `${what}: ${day(was)} becomes ${day(is)}.`)],
  );
  const rounds = ({ rounds: all }: SchemeVersion) =>
    all.map(({ name, from, until }) => `${name} (${from} to ${until})`);
  if (isSame(older.rounds, newer.rounds)) return dates;
  const [was, is] = [rounds(older).join(', ') || 'none', rounds(newer).join(', ') || 'none'];
  return [...dates, changed('dates', `Rounds: ${was} becomes ${is}.`)];
}

function rulesBetween(kind: string, { older, newer }: Pair): readonly Difference[] {
  const [was, is] = [older.rules.get(kind), newer.rules.get(kind)];
  if (!was && is) return [{ kind: 'added', place: kind, sentence: `There are rules for ${kind} now.` }];
  if (was && !is)
    return [{ kind: 'removed', place: kind, sentence: `There are no rules for ${kind} any more.` }];
  if (!was || !is) return [];
  const versions = { older, newer };
  return [
    ...outcomesBetween(kind, { was, is }),
    ...partsBetween(kind, {
      was: was.criteria,
      is: is.criteria,
      what: 'criterion',
      differ: (a, b) => criterionBetween(`${kind}: ${b.id}`, { was: a, is: b, versions }),
    }),
    ...partsBetween(kind, {
      was: was.results,
      is: is.results,
      what: 'result',
      differ: (a, b) => rowBetween(`${kind}: ${b.id}`, { was: a, is: b, versions }),
    }),
    ...endingBetween(`${kind}: otherwise`, { was: was.otherwise, is: is.otherwise, versions }),
    ...endingBetween(`${kind}: if results are not known`, {
      was: was.resultNotKnown,
      is: is.resultNotKnown,
      versions,
    }),
  ];
}

function outcomesBetween(kind: string, { was, is }: { was: RuleSet; is: RuleSet }): readonly Difference[] {
  const [before, after] = [was.outcomes.join(', '), is.outcomes.join(', ')];
  const order =
    before === after ? [] : [changed(kind, `The outcomes, strongest first: ${before} becomes ${after}.`)];
  const steps = is.outcomes.flatMap((outcome) => {
    const [one, other] = [was.onward.get(outcome), is.onward.get(outcome)];
    if (!one || isSame(one, other)) return [];
    return [changed(kind, `What can follow ${outcome}: ${one.join(', ')} becomes ${other?.join(', ')}.`)];
  });
  return [...order, ...steps];
}

type Part = { readonly id: string; readonly published: string };

function partsBetween<T extends Part>(
  kind: string,
  parts: {
    was: readonly T[];
    is: readonly T[];
    what: string;
    differ: (was: T, is: T) => readonly Difference[];
  },
): readonly Difference[] {
  const { was, is, what } = parts;
  const found = is.flatMap((part): readonly Difference[] => {
    const before = was.find(({ id }) => id === part.id);
    if (before) return parts.differ(before, part);
    return [{ kind: 'added', place: `${kind}: ${part.id}`, sentence: `New ${what}: “${part.published}”` }];
  });
  const removed = was
    .filter((part) => !is.some(({ id }) => id === part.id))
    .map((part): Difference => {
      return {
        kind: 'removed',
        place: `${kind}: ${part.id}`,
        sentence: `No longer a ${what}: “${part.published}”`,
      };
    });
  const kept = (of: readonly T[], others: readonly T[]) =>
    of.filter(({ id }) => others.some((other) => other.id === id)).map(({ id }) => id);
  const isMoved = what === 'result' && !isSame(kept(was, is), kept(is, was));
  const moved = isMoved
    ? [changed(kind, `The results are read in another order: ${kept(is, was).join(', ')}.`)]
    : [];
  return [...found, ...removed, ...moved];
}

type Two<T> = { readonly was: T; readonly is: T; readonly versions: Pair };

function criterionBetween(place: string, { was, is, versions }: Two<Criterion>): readonly Difference[] {
  const follows = (consequence: Consequence | null) =>
    consequence
      ? `${consequence.outcome}${consequence.officerDecides ? ', if an officer agrees' : ''}`
      : 'nothing';
  return [
    ...publishedBetween(place, { was, is }),
    ...conditionBetween(place, { was: was.metWhen, is: is.metWhen, versions }),
    ...phraseBetween(place, 'When it is not met', [follows(was.notMet), follows(is.notMet)]),
    ...phraseBetween(place, 'While it is not known', [follows(was.notKnown), follows(is.notKnown)]),
    ...(isSame(was.words, is.words) ? [] : [changed(place, 'The words for the family changed.')]),
    ...(isSame(was.otherReadings, is.otherReadings) ? [] : [changed(place, 'The other readings changed.')]),
  ];
}

function rowBetween(place: string, { was, is, versions }: Two<ResultRow>): readonly Difference[] {
  return [
    ...publishedBetween(place, { was, is }),
    ...conditionBetween(place, { was: was.when, is: is.when, versions }),
    ...endingBetween(place, { was, is, versions }),
  ];
}

function endingBetween(place: string, { was, is, versions }: Two<Ending | null>): readonly Difference[] {
  const outcome = (ending: Ending | null) => ending?.outcome ?? 'nothing';
  return [
    ...phraseBetween(place, 'The outcome', [outcome(was), outcome(is)]),
    ...awardBetween(place, { was: was?.award ?? null, is: is?.award ?? null, versions }),
    ...(was && is && was.words !== is.words ? [changed(place, 'The words for the family changed.')] : []),
    ...(was && is && was.officerDecides !== is.officerDecides
      ? [changed(place, is.officerDecides ? 'An officer decides it now.' : 'The rule decides it now.')]
      : []),
  ];
}

function phraseBetween(
  place: string,
  what: string,
  [was, is]: readonly [string, string],
): readonly Difference[] {
  return was === is ? [] : [changed(place, `${what}: ${was} becomes ${is}.`)];
}

function publishedBetween(place: string, { was, is }: { was: Part; is: Part }): readonly Difference[] {
  return was.published === is.published
    ? []
    : [changed(place, `The published sentence is now “${is.published}”`)];
}

/** Names the comparisons that changed one by one; where the shape changed, the whole of the new condition. */
function conditionBetween(
  place: string,
  { was, is, versions }: Two<Criterion['metWhen']>,
): readonly Difference[] {
  if (isSame(was, is)) return [];
  const [before, after] = [
    conditionLeaves(was, versions.older.facts),
    conditionLeaves(is, versions.newer.facts),
  ];
  const changes = after.flatMap((leaf, index) =>
    before[index] === leaf ? [] : [`${before[index]} becomes ${leaf}`],
  );
  if (before.length === after.length && changes.length > 0) return [changed(place, `${changes.join('; ')}.`)];
  return [changed(place, `The condition is now: ${conditionInWords(is, versions.newer.facts)}.`)];
}

function awardBetween(place: string, { was, is, versions }: Two<AwardPlan | null>): readonly Difference[] {
  const before = new Map(awardInWords(was, versions.older).map(({ figure, value }) => [figure, value]));
  const after = new Map(awardInWords(is, versions.newer).map(({ figure, value }) => [figure, value]));
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((figure) => {
    const [one, other] = [before.get(figure) ?? 'nothing', after.get(figure) ?? 'nothing'];
    return one === other ? [] : [changed(place, `The award (${figure}) goes from ${one} to ${other}.`)];
  });
}

function waitingListBetween(older: SchemeVersion, newer: SchemeVersion): readonly Difference[] {
  const [was, is] = [older.waitingList, newer.waitingList];
  const place = 'waiting list';
  if (!was && is)
    return [{ kind: 'added', place, sentence: `There is a waiting list now: “${is.published}”` }];
  if (was && !is) return [{ kind: 'removed', place, sentence: 'There is no waiting list any more.' }];
  if (!was || !is || isSame(was, is)) return [];
  return [changed(place, `The order is now: ${is.order.map((key) => key.words).join(' ')}`)];
}

function termsBetween(older: SchemeVersion, newer: SchemeVersion): readonly Difference[] {
  return partsBetween('terms', {
    was: older.terms,
    is: newer.terms,
    what: 'term',
    differ: (was, is) => {
      const published = publishedBetween(`terms: ${is.id}`, { was, is });
      return was.words === is.words
        ? published
        : [...published, changed(`terms: ${is.id}`, `It now says: ${is.words}`)];
    },
  });
}
