import type { Authority } from '#platform/authorities/index.ts';
import { answeredStages } from './actions/make-appeal.ts';
import type { DecisionToAppeal } from './case-of-appeal.ts';
import type { AppealOutcome } from './domain/appeal.ts';

/**
 * What a family can do after an answer, in its words; never nothing. `isCounted` says whether the answer is
 * among the appeals of `about` already.
 */
export function nextStepAfter(
  authority: Authority,
  about: Pick<DecisionToAppeal, 'appeals' | 'rules'>,
  answer: { readonly outcome: AppealOutcome; readonly isDecidedAgain: boolean; readonly isCounted: boolean },
): readonly string[] {
  const again = answer.isDecidedAgain
    ? [
        'We decide your application again. Somebody else does it, not the person who decided first. You get a new letter.',
      ]
    : [];
  if (answer.outcome === 'upheld') return again;
  const used = answeredStages(about) + (answer.isCounted ? 0 : 1);
  const hasStageLeft = used < about.rules.stages.length;
  const onward = hasStageLeft
    ? 'You can appeal once more. Open the letter about the decision and choose “Ask us to look again”.'
    : about.rules.final;
  return [
    ...again,
    ...(answer.isDecidedAgain ? [] : [onward]),
    `If you are unhappy with how we treated you, you can make a complaint on our website, or call ${authority.contact.phone}. A complaint is looked at by other people.`,
    'If we still cannot put it right, the Local Government and Social Care Ombudsman can look at it. The Ombudsman is free and does not work for the council: www.lgo.org.uk, 0300 061 0614.',
  ];
}
