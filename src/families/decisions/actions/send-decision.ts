import { type Application, addEvent } from '#families/applications/index.ts';
import type { Award } from '#families/awards/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { DecisionRecord } from '../domain/decision-record.ts';
import { letterText } from '../domain/letter.ts';
import { familyOf } from '../family-of.ts';
import { letterOfAward, letterOfRefusal } from '../letters.ts';
import type { Reading } from '../reading.ts';

/** Where a family reads the letter of its decision. */
export function letterPath(decision: Pick<DecisionRecord, 'id'>, award: Pick<Award, 'id'> | null): string {
  return award === null ? `/account/decisions/${decision.id}` : `/account/awards/${award.id}`;
}

/** Sends the letter of a decision to the person who applied, in the same words as the page. */
export async function sendDecision(
  visit: Visit,
  given: {
    readonly application: Application;
    readonly reading: Reading;
    readonly decision: DecisionRecord;
    readonly award: Award | null;
  },
): Promise<void> {
  const { application, reading, decision, award } = given;
  const { scheme, version } = reading;
  const family = await familyOf(visit, application);
  const ground = { authority: visit.authority, family, application, scheme, version, decision };
  const letter = award === null ? letterOfRefusal(ground) : letterOfAward({ ...ground, award });
  await visit.send({
    kind: award === null ? 'refusal-letter' : 'award-letter',
    to: family.email,
    personId: family.personId,
    reference: letter.reference,
    subject: `Our decision about your application ${application.reference}`,
    text: `${letterText(letter)}\n\nRead this letter as a page, or print it:\n${visit.origin}${letterPath(decision, award)}\n\n${visit.authority.name}`,
  });
  await addEvent(visit.transaction, {
    authorityId: visit.authority.id,
    applicationId: application.id,
    at: decision.decidedAt,
    personId: decision.decidedBy,
    kind: 'letter-sent',
    words: 'Letter sent by e-mail',
    isForFamily: true,
  });
}
