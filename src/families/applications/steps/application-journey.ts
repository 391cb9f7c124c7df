import type { Journey } from '#platform/web/journey.ts';
import type { Answers } from '../domain/answers.ts';
import { disabilityStep, supportStep } from './about-child.ts';
import { addressStep, otherCarerStep, youStep } from './about-you.ts';
import type { ApplicationStep } from './application-step.ts';
import { benefitStep } from './benefit.ts';
import { childStep } from './child.ts';
import { lettersStep } from './letters.ts';
import { impactStep, purposeStep } from './the-money.ts';

const steps: readonly ApplicationStep[] = [
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

/** The application, one question a page or a few that belong together, in the order in which they are asked. */
export const applicationJourney: Journey<Answers> = steps;

/** The step with that last part of the address. */
export function stepAt(slug: string | undefined): ApplicationStep | null {
  return steps.find((step) => step.slug === slug) ?? null;
}
