import { formatDate } from '#kernel/local-date.ts';
import type { Outcome, PanelDecision } from './panel.ts';

const openings: Readonly<Record<Outcome, string>> = {
  agreed: 'The panel has agreed what was asked for.',
  'agreed-with-conditions': 'The panel has agreed what was asked for, with conditions.',
  'agreed-less': 'The panel has agreed something less than was asked for.',
  'not-agreed': 'The panel has not agreed what was asked for.',
  deferred: 'The panel has not decided yet. It looks at this again at another meeting.',
};

const nexts: Readonly<Record<'plan' | 'application', string>> = {
  plan: 'Whoever wrote the plan now changes it with you, and it is looked at again.',
  application: 'An officer now carries this out, and you get a letter about your application.',
};

/** The letter to a family about what the panel decided: with the reasons, and a way onward whatever they are. */
export function panelLetter(given: {
  readonly childName: string;
  readonly heldOn: Temporal.PlainDate;
  readonly isPlan: boolean;
  readonly decision: Pick<PanelDecision, 'outcome' | 'reasons' | 'conditions' | 'less'>;
  readonly link: string;
}): { readonly subject: string; readonly text: string } {
  const { decision } = given;
  const parts = [
    `The panel met on ${formatDate(given.heldOn)} and talked about ${given.childName}. ${openings[decision.outcome]}`,
    `Why: ${decision.reasons}`,
    decision.less !== '' && `What is agreed: ${decision.less}`,
    decision.conditions !== '' && `The conditions: ${decision.conditions}`,
    decision.outcome !== 'deferred' && nexts[given.isPlan ? 'plan' : 'application'],
    `If you do not agree, tell us. You can ask us to look again, you can send us something new, and you can complain. Asking does not change what you have now.\n${given.link}`,
  ];
  return {
    subject: `What the panel decided for ${given.childName}`,
    text: parts.filter((part) => part !== false).join('\n\n'),
  };
}
