import { type Decision, decide, factsOn } from '#families/schemes/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import { spentFundOn } from './casework.ts';
import type { Answers } from './domain/answers.ts';
import type { OpenOffer } from './offers.ts';
import { factsFor, serviceFacts } from './service-facts.ts';

/** What will become of an application that is sent now, where it is not just read and decided. */
export type Outlook = {
  readonly kind: 'closed' | 'late' | 'waiting';
  /** Why, in the words of the scheme or of the council. */
  readonly because: readonly string[];
  /** What the family can do meanwhile. */
  readonly meanwhile: readonly string[];
};

const told: Readonly<Record<string, Outlook['kind']>> = {
  closed: 'closed',
  late: 'late',
  waiting: 'waiting',
};

/**
 * What is certain today of an application under a scheme, before it is sent: that it comes too late, that the money is
 * spent, that there is a waiting list. Null where it is read and decided like any other.
 */
export function outlookOf(visit: Visit, offer: OpenOffer, answers: Answers): Outlook | null {
  const { version, scheme } = offer;
  const on = visit.clock.today();
  const service = serviceFacts(version, { authority: visit.authority, now: visit.clock.now() }, answers);
  const says = decide(version, factsOn(factsFor(version, { answers, service }), on));
  const kind = told[says.outcome];
  if (kind !== undefined) return { kind, because: reasonsOf(says), meanwhile: stepsOf(says) };
  const spent = spentFundOn(visit.authority, { schemeId: scheme.id, on });
  if (spent === null) return null;
  const because = spent.words ?? 'The money of this year is promised whole.';
  return {
    kind: spent.whatThen === 'closed' ? 'closed' : 'waiting',
    because: [because],
    meanwhile: stepsOf(says),
  };
}

function reasonsOf({ reasons }: Decision): readonly string[] {
  return reasons.filter(({ met }) => met === false).map(({ because }) => because);
}

function stepsOf({ next }: Decision): readonly string[] {
  return next.filter(({ kind }) => kind !== 'appeal').map(({ words }) => words);
}
