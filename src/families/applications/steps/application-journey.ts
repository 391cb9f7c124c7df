import { nothing } from '#platform/web/html.ts';
import type { Journey, JourneyStep } from '#platform/web/journey.ts';
import type { Answers } from '../domain/answers.ts';
import { disabilityStep, supportStep } from './about-child.ts';
import { addressStep, otherCarerStep, youStep } from './about-you.ts';
import { type ApplicationStep, linesOf } from './application-step.ts';
import { benefitStep } from './benefit.ts';
import { childStep } from './child.ts';
import { lettersStep } from './letters.ts';
import { impactStep, purposeStep } from './the-money.ts';
import { whoStep } from './who.ts';

/** The steps that are put in the service's own words, in the order in which they are asked. */
export const applicationSteps: readonly ApplicationStep[] = [
  childStep,
  disabilityStep,
  supportStep,
  youStep,
  otherCarerStep,
  addressStep,
  benefitStep,
  lettersStep,
  impactStep,
  purposeStep,
];

/** The application of a scheme that asks all of them, one question a page or a few that belong together. */
export const applicationJourney: Journey<Answers> = applicationSteps;

/** Answers to a scheme's own questions, to be shown again with all others: the question as it was put. */
const saidStep: JourneyStep<Answers> = {
  slug: 'said',
  title: 'The scheme’s own questions',
  section: 'The scheme’s own questions',
  isNeeded: ({ said }) => said !== undefined && Object.keys(said).length > 0,
  isAnswered: () => true,
  questions: () => nothing,
  read: (_visit, answers) => ({ ok: true, answers }),
  rows: ({ said = {} }) =>
    Object.values(said).map(({ question, words }) => ({ question, answer: linesOf(words) })),
};

/** All that an application of any scheme can hold, for showing what was sent. */
export const shownJourney: Journey<Answers> = [whoStep, ...applicationSteps, saidStep];

/** The step with that last part of the address. */
export function stepAt(slug: string | undefined): ApplicationStep | null {
  return applicationSteps.find((step) => step.slug === slug) ?? null;
}
