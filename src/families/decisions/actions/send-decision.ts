import { type Application, addEvent } from '#families/applications/index.ts';
import type { Award } from '#families/awards/index.ts';
import { messageOf } from '#platform/words/index.ts';
import type { Desk } from '../desk.ts';
import type { DecisionRecord, Outcome } from '../domain/decision-record.ts';
import { familyOf } from '../family-of.ts';
import { letterText } from '../letter.ts';
import { letterOf } from '../letters.ts';
import type { Reading } from '../reading.ts';

/** Where a family reads the letter of its decision. */
export function letterPath(decision: Pick<DecisionRecord, 'id'>, award: Pick<Award, 'id'> | null): string {
  return award === null ? `/account/decisions/${decision.id}` : `/account/awards/${award.id}`;
}

const messageKinds: Readonly<Record<Outcome, string>> = {
  awarded: 'award-letter',
  'awarded-reduced': 'award-letter',
  agreed: 'agreed-letter',
  refused: 'refusal-letter',
  closed: 'refusal-letter',
  late: 'refusal-letter',
  waiting: 'waiting-letter',
  referred: 'referral-letter',
};

/** Sends the letter of a decision to the person who applied, in the same words as the page. */
export async function sendDecision(
  desk: Desk,
  given: {
    readonly application: Application;
    readonly reading: Reading;
    readonly decision: DecisionRecord;
    readonly award: Award | null;
  },
): Promise<void> {
  const { application, reading, decision, award } = given;
  const { scheme, version } = reading;
  const family = await familyOf(desk, application);
  const ground = { authority: desk.authority, family, application, scheme, version, decision, award };
  const letter = await letterOf(desk, ground);
  await desk.send({
    kind: messageKinds[decision.outcome],
    to: family.email,
    personId: family.personId,
    reference: letter.reference,
    ...(await messageOf(desk, {
      templateId: 'decision-sent',
      fields: {
        letter: letterText(letter),
        reference: application.reference,
        link: `${desk.origin}${letterPath(decision, award)}`,
      },
    })),
  });
  await addEvent(desk.transaction, {
    authorityId: desk.authority.id,
    applicationId: application.id,
    at: decision.decidedAt,
    personId: decision.decidedBy,
    kind: 'letter-sent',
    words: 'Letter sent by e-mail',
    isForFamily: true,
  });
}
