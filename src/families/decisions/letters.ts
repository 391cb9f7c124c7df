import { applicationBy } from '#families/applications/index.ts';
import { awardOfDecision, awardWith } from '#families/awards/index.ts';
import { dateInEngland } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import type { Visit } from '#platform/web/visit.ts';
import { type Writer, write } from '#platform/words/index.ts';
import { familyToldIn } from './family-of.ts';
import type { Letter } from './letter.ts';
import { type Ground, letterFieldsOf, letterIdOf } from './letter-fields.ts';
import { schemeNamed } from './scheme-in-use.ts';
import { decisionWith } from './store/decisions.ts';

/** Writes the letter about a decision, whatever came of it, in the council's words of the moment of the decision. */
export async function letterOf(writer: Writer, ground: Ground): Promise<Letter> {
  const { family, application, decision, award } = ground;
  const written = await write(writer, {
    templateId: letterIdOf(ground),
    fields: letterFieldsOf(ground),
    at: decision.decidedAt,
  });
  return {
    title: written.subject,
    reference: award?.reference ?? application.reference,
    date: formatDate(dateInEngland(decision.decidedAt)),
    greeting: `Dear ${family.name},`,
    written,
  };
}

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
  const ground = await groundOfLetter(visit, decisionId);
  if (ground === null) return null;
  return { letter: await letterOf(visit, ground), applicationId: ground.decision.applicationId, decisionId };
}

/** What the letter of a decision is written from, out of what is stored; null when there is no such decision. */
export async function groundOfLetter(visit: Visit, decisionId: string): Promise<Ground | null> {
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
  const family = await familyToldIn(visit, application);
  const award = await awardOfDecision(transaction, { authorityId, decisionId });
  return { authority: visit.authority, family, application, scheme, version, decision, award };
}
