import {
  factsOn,
  openQuestions,
  type Question,
  type SchemeVersion,
  schemesOf,
} from '#families/schemes/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { Answers } from './domain/answers.ts';
import type { Application } from './domain/application.ts';
import { heldFactsOf } from './held-facts.ts';
import { type Offer, offerOf } from './offers.ts';
import { factsFor, serviceFacts } from './service-facts.ts';
import { applicationSteps } from './steps/application-journey.ts';
import type { ApplicationStep } from './steps/application-step.ts';
import { coveredFacts, isAskedBy } from './steps/covered-facts.ts';
import { type HeldFacts, heldStep } from './steps/held.ts';
import { isAskable } from './steps/said-answers.ts';
import { schemeStep } from './steps/scheme-question.ts';
import { whoStep } from './steps/who.ts';

/** The questions of an application: which scheme asks them, and the steps that some answers make of it. */
export type Asking = {
  readonly offer: Offer;
  /** The rules that are asked by: those in force, or the last ones where none are. */
  readonly version: SchemeVersion;
  /** The steps in their order. Which of the scheme's own questions are there depends on what is answered. */
  steps(answers: Answers): readonly ApplicationStep[];
};

/** Gives the questions of an application's scheme for the family, as they are today. */
export async function askingOf(
  visit: Visit,
  application: Pick<Application, 'schemeId' | 'answers'>,
): Promise<Asking> {
  const schemes = await schemesOf(visit.authority.folder);
  const scheme = schemes.find(({ id }) => id === application.schemeId);
  if (scheme === undefined)
    throw new Error(`${visit.authority.folder} has no scheme ${application.schemeId}`);
  const offer = offerOf(scheme, visit.clock.today());
  const version = offer.version ?? scheme.versions.at(-1);
  if (version === undefined) throw new Error(`${scheme.id} has no version`);
  const held = await heldFactsOf(visit, version, application.answers);
  return { offer, version, steps: (answers) => stepsOf(visit, { offer, version, held }, answers) };
}

type Parts = { readonly offer: Offer; readonly version: SchemeVersion; readonly held: HeldFacts };

function stepsOf(visit: Visit, parts: Parts, answers: Answers): readonly ApplicationStep[] {
  const { version, offer } = parts;
  const common = [whoStep, ...applicationSteps]
    .filter(({ name }) => name === 'scheme' || isAskedBy(name, { version, kind: offer.scheme.kind }))
    .filter(({ name }) => name !== 'you' || answers.by?.kind !== 'young-person')
    .map((step) =>
      step.name === 'you' && answers.by !== undefined ? { ...step, title: 'About the parent carer' } : step,
    );
  const last = common.findIndex(({ name }) => name === 'impact' || name === 'purpose');
  const place = last === -1 ? common.length : last;
  return [...common.slice(0, place), ...ownSteps(visit, parts, answers), ...common.slice(place)];
}

/** The scheme's own questions: what we hold is shown once, what was said stays, what still matters is asked. */
function ownSteps(visit: Visit, parts: Parts, answers: Answers): readonly ApplicationStep[] {
  const { version, offer } = parts;
  if (!version.rules.has('eligibility')) return [];
  const section = offer.scheme.name;
  const open = stillOpen(visit, version, answers);
  const wrong = new Set(answers.held?.wrong);
  const asked = new Set(answers.held?.asked);
  const shown = new Map(
    [...parts.held].filter(([fact]) => asked.has(fact) || open.some((question) => question.fact === fact)),
  );
  const isStill = (fact: string) => shown.has(fact) && !wrong.has(fact);
  // In the order of the scheme: the database keeps answers in an order of its own.
  const said = [...version.facts.values()].flatMap((declared) => {
    const { name: fact, question } = declared;
    if (answers.said?.[fact] === undefined || question === null || isStill(fact)) return [];
    return [{ ...declared, fact, question }];
  });
  const questions = [...said, ...open.filter(({ fact }) => !isStill(fact))];
  return [heldStep(shown, section), ...questions.map((question) => schemeStep(question, section))];
}

/** The questions whose answers still matter and that no step of the form asks in its own words. */
function stillOpen(visit: Visit, version: SchemeVersion, answers: Answers): readonly Question[] {
  const service = serviceFacts(version, { authority: visit.authority, now: visit.clock.now() }, answers);
  const facts = factsOn(factsFor(version, { answers, service }), visit.clock.today());
  const unsure = Object.entries(answers.said ?? {}).flatMap(([fact, { value }]) =>
    value === null ? [fact] : [],
  );
  const birth = ['child.date_of_birth', 'child.dob', 'child.age'];
  const skipped = [...coveredFacts(version), ...unsure, ...birth];
  return openQuestions({ version, facts, skipped }).filter(isAskable);
}
