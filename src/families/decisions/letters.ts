import { type Application, applicationBy } from '#families/applications/index.ts';
import { type Award, awardDates, awardOfDecision, awardWith, formatGranted } from '#families/awards/index.ts';
import {
  bandsOf,
  type NextStep,
  type Reason,
  type Scheme,
  type SchemeVersion,
} from '#families/schemes/index.ts';
import { dateInEngland } from '#kernel/clock.ts';
import { fundFor } from '#money/budgets/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import { awardLetter } from './domain/award-letter.ts';
import type { DecisionRecord } from './domain/decision-record.ts';
import type { Letter, Sender } from './domain/letter.ts';
import { referralLetter, waitingLetter } from './domain/onward-letters.ts';
import { refusalLetter } from './domain/refusal-letter.ts';
import { type Family, familyOf } from './family-of.ts';
import { waitingListTerms } from './practice.ts';
import { schemeNamed } from './scheme-in-use.ts';
import { spendingWords } from './spending-words.ts';
import { decisionWith } from './store/decisions.ts';

function senderOf(authority: Authority): Sender {
  const { phone, email, hours } = authority.contact;
  return { council: authority.name, service: authority.service, phone, email, hours };
}

function stepWords(version: SchemeVersion, kinds: readonly NextStep['kind'][]): readonly string[] {
  return [...version.steps.values()].filter((step) => kinds.includes(step.kind)).map((step) => step.words);
}

function termWords(version: SchemeVersion, topic: string): readonly string[] {
  return version.terms.filter((term) => term.topic === topic).map((term) => term.words);
}

/**
 * The scheme's reasons that came out one way. The sentence that names the band's amount is left out where the
 * officer gave another amount: the letter would contradict itself.
 */
function reasonsOf(
  { version, decision }: Pick<Ground, 'version' | 'decision'>,
  met: boolean,
): readonly string[] {
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

type Ground = {
  readonly authority: Authority;
  readonly family: Family;
  readonly application: Pick<Application, 'reference'>;
  readonly scheme: Scheme;
  readonly version: SchemeVersion;
  readonly decision: DecisionRecord;
};

/** Writes the letter about a decision, whatever came of it. `award` is what it awarded, if it did. */
export function letterOf(ground: Ground, award: Award | null): Letter {
  if (award !== null) return letterOfAward({ ...ground, award });
  const { outcome, referredTo } = ground.decision;
  if (outcome === 'waiting') return letterOfWaiting(ground);
  return outcome === 'referred' && referredTo !== null
    ? referralLetter({ ...shared(ground), to: referredTo })
    : letterOfRefusal(ground);
}

function shared(ground: Ground) {
  const { authority, family, application, scheme, version, decision } = ground;
  return {
    sender: senderOf(authority),
    familyName: family.name,
    childName: family.childName,
    reference: application.reference,
    schemeName: scheme.name,
    decidedOn: dateInEngland(decision.decidedAt),
    wordsForFamily: decision.wordsForFamily,
    appeal: stepWords(version, ['appeal']),
    onward: onwardFrom(ground),
  };
}

function letterOfWaiting(ground: Ground): Letter {
  const { authority, version, decision } = ground;
  const on = dateInEngland(decision.decidedAt);
  const words =
    version.waitingList?.words ?? waitingListTerms(authority, { schemeId: decision.schemeId, on }).words;
  return waitingLetter({ ...shared(ground), published: [words, ...termWords(version, 'waiting list')] });
}

/** Writes the letter about an award. */
function letterOfAward(ground: Ground & { readonly award: Award }): Letter {
  const { authority, family, version, decision, award } = ground;
  return awardLetter({
    sender: senderOf(authority),
    familyName: family.name,
    childName: family.childName,
    reference: award.reference,
    granted: formatGranted(award),
    decidedOn: dateInEngland(decision.decidedAt),
    startsOn: award.startsOn,
    endsOn: award.endsOn,
    reviews: awardDates(authority, award.startsOn).reviews,
    reasons: reasonsOf(ground, true),
    wordsForFamily: decision.wordsForFamily,
    isReduced: decision.outcome === 'awarded-reduced',
    isMoney: award.amount !== null,
    ...spendingWords(authority, fundFor(authority, decision.schemeId)?.id ?? null),
    terms: [...termWords(version, 'payment'), ...termWords(version, 'spending')],
    appeal: stepWords(version, ['appeal']),
  });
}

/** Writes the letter about a refusal, with the way to appeal and the ways onward that the scheme names. */
function letterOfRefusal(ground: Ground): Letter {
  const { outcome } = ground.decision;
  return refusalLetter({
    ...shared(ground),
    because: outcome === 'closed' || outcome === 'late' ? outcome : 'refused',
    reasons: reasonsOf(ground, false),
  });
}

/**
 * Services for all children, an assessment, somebody to talk to: the steps that the scheme gives to everybody it
 * refuses, and those of this reading. Never none, whatever a scheme's file lacks.
 */
function onwardFrom({ version, decision }: Pick<Ground, 'version' | 'decision'>): readonly string[] {
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

/** A letter with the application that it answers. */
export type FoundLetter = {
  readonly letter: Letter;
  readonly applicationId: string;
  readonly decisionId: string;
};

/** The letter of an award, read again from what is stored; null when there is no such award. */
export async function decidedCaseOfAward(visit: Visit, awardId: string): Promise<FoundLetter | null> {
  const authorityId = visit.authority.id;
  const award = await awardWith(visit.transaction, { authorityId, awardId });
  // What a panel or a plan granted has letters of its own.
  if (award === null || award.decisionId === null) return null;
  return decidedCaseOfDecision(visit, award.decisionId);
}

/** The letter of a decision, read again from what is stored; null when there is no such decision. */
export async function decidedCaseOfDecision(visit: Visit, decisionId: string): Promise<FoundLetter | null> {
  const authorityId = visit.authority.id;
  const { transaction } = visit;
  const decision = await decisionWith(transaction, { authorityId, decisionId });
  if (decision === null) return null;
  const { applicationId } = decision;
  const application = await applicationBy(transaction, { authorityId, applicationId });
  if (application === null) throw new Error('a decision is about an application');
  const scheme = await schemeNamed(visit.authority, decision.schemeId);
  const version = scheme.versions.find((one) => one.id === decision.versionId);
  if (version === undefined) throw new Error(`${scheme.id} has lost its version ${decision.versionId}`);
  const family = await familyOf(visit, application);
  const ground = { authority: visit.authority, family, application, scheme, version, decision };
  const award = await awardOfDecision(transaction, { authorityId, decisionId });
  return { letter: letterOf(ground, award), applicationId, decisionId };
}
