import type { Application } from '#families/applications/index.ts';
import { type Award, awardDates, formatGranted } from '#families/awards/index.ts';
import {
  bandsOf,
  type NextStep,
  type Reason,
  type Scheme,
  type SchemeVersion,
} from '#families/schemes/index.ts';
import { dateInEngland } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import { fundFor } from '#money/budgets/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Fields } from '#platform/words/index.ts';
import type { DecisionRecord } from './domain/decision-record.ts';
import type { Family } from './family-of.ts';
import { waitingListTerms } from './practice.ts';
import { spendingWords } from './spending-words.ts';
import type { LetterId } from './templates-of-letters.ts';

/** What a letter about a decision is written from. */
export type Ground = {
  readonly authority: Authority;
  readonly family: Family;
  readonly application: Pick<Application, 'reference'>;
  readonly scheme: Scheme;
  readonly version: SchemeVersion;
  readonly decision: DecisionRecord;
  /** What it awarded, if it did. */
  readonly award: Award | null;
};

/** Which letter a decision has. */
export function letterIdOf({ decision, award }: Pick<Ground, 'decision' | 'award'>): LetterId {
  if (award !== null) return award.amount === null ? 'award-of-time-letter' : 'award-letter';
  const { outcome, referredTo } = decision;
  if (outcome === 'agreed') return 'agreed-letter';
  if (outcome === 'waiting') return 'waiting-letter';
  if (outcome === 'referred' && referredTo !== null)
    return referredTo === 'panel' ? 'panel-referral-letter' : 'assessment-referral-letter';
  if (outcome === 'closed') return 'closed-letter';
  return outcome === 'late' ? 'late-letter' : 'refusal-letter';
}

/**
 * What fills the gaps of a decision's letter: the scheme's words, the officer's and the amounts. Throws for a refusal
 * without reasons: none may leave the house.
 */
export function letterFieldsOf(ground: Ground): Fields {
  const { family, scheme, version, decision, award } = ground;
  const shared = {
    child: family.childName,
    why: decision.wordsForFamily,
    appeal: asParagraphs(appealIn(ground)),
  };
  if (award !== null) return { ...shared, ...fieldsOfAward(ground, award) };
  if (letterIdOf(ground) === 'agreed-letter') return { ...shared, ...fieldsOfYes(ground) };
  const onward = { ...shared, scheme: scheme.name, onward: onwardFrom(ground) };
  switch (letterIdOf(ground)) {
    case 'waiting-letter':
      return {
        ...onward,
        published: asParagraphs([waitingWords(ground), ...termWords(version, 'waiting list')]),
      };
    case 'panel-referral-letter':
    case 'assessment-referral-letter':
      return onward;
    default:
      if (decision.wordsForFamily === '') throw new Error('a refusal is sent with its reasons');
      return { ...onward, reasons: reasonsOf(ground, false) };
  }
}

function fieldsOfAward(ground: Ground, award: Award): Fields {
  const { authority, version, decision } = ground;
  const { spendOn, notOn } = spendingWords(authority, fundFor(authority, decision.schemeId)?.id ?? null);
  const until = formatDate(award.endsOn);
  const dates = awardDates(authority, award.startsOn).reviews.map(formatDate);
  const on = dates.length > 1 ? `${dates.slice(0, -1).join(', ')} and ${dates.at(-1)}` : (dates[0] ?? '');
  return {
    granted: formatGranted(award),
    from: formatDate(award.startsOn),
    until,
    reduced: decision.outcome === 'awarded-reduced' ? 'the reduced rate' : '',
    reasons: reasonsOf(ground, true),
    'look-again': on === '' ? `before ${until}` : `on ${on}`,
    terms: asParagraphs([...termWords(version, 'payment'), ...termWords(version, 'spending')]),
    ...(award.amount === null ? {} : { 'spend-on': spendOn, 'not-on': notOn }),
  };
}

/** A yes without an amount says what it opens, and that no money comes with it. */
function fieldsOfYes(ground: Ground): Fields {
  const { scheme, version, decision } = ground;
  const isRecommended = decision.recommendedOutcome.startsWith('eligible');
  const next = ((decision.reading.next ?? []) as readonly NextStep[]).filter(({ kind }) => kind === 'do');
  const { means, next: whatNext } = yesOfKind[scheme.kind] ?? yesOfOthers;
  return {
    scheme: scheme.name,
    means,
    reasons: reasonsOf(ground, true),
    next: isRecommended && next.length > 0 ? next.map(({ words }) => words) : [whatNext],
    terms: asParagraphs(termWords(version, 'process')),
  };
}

const yesOfOthers = {
  means: 'We will talk with you about what this is and when it begins.',
  next: 'We will call you or write to you.',
};

const yesOfKind: Readonly<Record<string, typeof yesOfOthers>> = {
  register: {
    means: 'Your child can join. It is a place, not money: no money is paid to you.',
    next: 'Choose clubs and activities in the directory, and book them.',
  },
  'assessed service': {
    means: 'Your child gets help. Your support plan says what it is, how much, and from when.',
    next: 'We write a support plan with you. You can read it in your account.',
  },
};

function asParagraphs(texts: readonly string[]): string {
  return texts.join('\n\n');
}

function termWords(version: SchemeVersion, topic: string): readonly string[] {
  return version.terms.filter((term) => term.topic === topic).map((term) => term.words);
}

function waitingWords({ authority, version, decision }: Ground): string {
  const on = dateInEngland(decision.decidedAt);
  return version.waitingList?.words ?? waitingListTerms(authority, { schemeId: decision.schemeId, on }).words;
}

/** The ways to appeal that the scheme names. Where it names none there is one all the same. */
function appealIn({ version, authority }: Pick<Ground, 'version' | 'authority'>): readonly string[] {
  const steps = [...version.steps.values()].filter(({ kind }) => kind === 'appeal').map(({ words }) => words);
  const { email, phone } = authority.contact;
  return steps.length > 0
    ? steps
    : [
        `You can ask us to look at this decision again. Tell us why you do not agree. Write to ${email} or call ${phone}. Somebody who did not make this decision will look at it.`,
      ];
}

/**
 * The scheme's reasons that came out one way. The sentence that names the band's amount is left out where the
 * officer gave another amount: the letter would contradict itself.
 */
function reasonsOf({ version, decision }: Ground, met: boolean): readonly string[] {
  const reasons = (decision.reading.reasons ?? []) as readonly Reason[];
  const isAsRecommended =
    decision.amount === decision.recommendedAmount &&
    decision.minutes === decision.recommendedMinutes &&
    decision.nights === decision.recommendedNights;
  const bands = new Set(bandsOf(version).map((band) => band.id));
  return reasons
    .filter((reason) => reason.met === met && (isAsRecommended || !bands.has(reason.criterion)))
    .map((reason) => reason.because);
}

/**
 * Services for all children, an assessment, somebody to talk to: the steps that the scheme gives to everybody it
 * refuses, and those of this reading. Never none, whatever a scheme's file lacks.
 */
function onwardFrom({ version, decision }: Ground): readonly string[] {
  const ofRefusals = version.rules.get('eligibility')?.onward.get('not_eligible') ?? [];
  const ofReading = ((decision.reading.next ?? []) as readonly NextStep[]).map((step) => step.id);
  const wanted = new Set([...ofRefusals, ...ofReading]);
  const kinds: readonly NextStep['kind'][] = ['universal', 'assessment', 'talk'];
  const steps = [...version.steps.values()].filter(
    (step) => wanted.has(step.id) && kinds.includes(step.kind),
  );
  const has = (kind: NextStep['kind']) => steps.some((step) => step.kind === kind);
  return [
    ...steps.map((step) => step.words),
    ...(has('universal') ? [] : [universalWords]),
    ...(has('assessment') ? [] : [assessmentWords]),
  ];
}

const universalWords =
  'Look at the clubs and activities that are open to all children: many welcome disabled children.';

const assessmentWords =
  'Ask for an assessment of what your child and your family need. The law gives disabled children this right (Children Act 1989, section 17).';
