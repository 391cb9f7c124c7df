import type { SchemeVersion } from '#families/schemes/index.ts';
import type { StepName } from '../domain/answers.ts';

/** The facts that a step's answer gives, each with the type that a scheme must declare for it to be the same thing. */
const factsOfSteps: Partial<Record<StepName, Readonly<Record<string, string>>>> = {
  disability: { 'child.diagnosed_disability': 'yes or no', 'evidence.diagnosis_letter': 'yes or no' },
  support: { 'child.other_medway_funded_service': 'yes or no' },
  benefit: {
    'child.dla_care': 'choice',
    'child.dla_mobility': 'choice',
    'child.pip_daily': 'choice',
    'child.pip_mobility': 'choice',
  },
  impact: { 'impact.level': 'whole number' },
};

/** Steps that every scheme has: who the child is, who asks, and where they live. */
const always: readonly StepName[] = ['child', 'you', 'otherCarer', 'address'];

/** The facts among those that the rules look at which a step gives. */
export function factsFrom(step: StepName, version: SchemeVersion): readonly string[] {
  const mentions = version.rules.get('eligibility')?.mentions ?? new Set<string>();
  return Object.entries(factsOfSteps[step] ?? {}).flatMap(([fact, type]) =>
    mentions.has(fact) && version.facts.get(fact)?.type === type ? [fact] : [],
  );
}

/** Whether a scheme needs a step: each asks what its rules look at, and a grant what the money is for. */
export function isAskedBy(step: StepName, of: { version: SchemeVersion; kind: string }): boolean {
  if (always.includes(step)) return true;
  if (step === 'purpose') return of.kind === 'grant';
  if (step === 'letters')
    return factsFrom('disability', of.version).length + factsFrom('benefit', of.version).length > 0;
  return factsFrom(step, of.version).length > 0;
}

/** Every fact that no question of the scheme's own is needed for, because a step or the service itself gives it. */
export function coveredFacts(version: SchemeVersion): readonly string[] {
  const steps: readonly StepName[] = ['disability', 'support', 'benefit', 'impact'];
  return steps.flatMap((step) => factsFrom(step, version));
}
