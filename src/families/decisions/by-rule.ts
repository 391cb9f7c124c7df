import type { Answers } from '#families/applications/index.ts';
import type { Desk } from './desk.ts';
import { type BeforeTheRule, whyNotByRule } from './domain/by-rule.ts';
import type { DecisionRecord } from './domain/decision-record.ts';
import type { Reading } from './reading.ts';
import { withNamesakeNearby } from './store/neighbouring-applications.ts';
import { flagsOf, type RowFlags } from './store/queue.ts';

type Looked = {
  readonly state: string;
  readonly answers: Answers;
  readonly reading: Reading | null;
  readonly flags: RowFlags | undefined;
  readonly decisions: readonly Pick<DecisionRecord, 'outcome'>[];
};

/** Whose award it is by the scheme: a child's, or one for the whole family. */
function isForFamily(reading: Reading | null): boolean {
  const unit = reading?.scheme.unit ?? 'child';
  return unit === 'family' || unit === 'household';
}

/** Gives why an application is for an officer to look at, or null where the published rule alone decides. */
export function reasonForOfficer({ state, answers, reading, flags, decisions }: Looked): string | null {
  const before: BeforeTheRule = {
    state,
    recommendation: reading?.recommendation.kind ?? null,
    missing: reading?.says.missing.length ?? 0,
    officerDecides: reading?.says.officerDecides ?? true,
    letter: flags?.letter ?? 'none',
    mayBeDuplicate: flags?.mayBeDuplicate ?? true,
    hasOtherSupport: (flags?.hasOtherAward ?? true) || (answers.support?.held.length ?? 0) > 0,
    familyHasAward: isForFamily(reading) && flags?.householdHasAward === true,
    isDecidedBefore: decisions.some(({ outcome }) => outcome !== 'waiting'),
  };
  return whyNotByRule(before);
}

/** The flags of one application as a rule needs them, read now. */
export async function flagsNow(
  desk: Pick<Desk, 'authority' | 'transaction' | 'clock'>,
  applicationId: string,
): Promise<RowFlags | undefined> {
  return (await flagsForRule(desk, [applicationId])).get(applicationId);
}

/** The flags of applications as a rule needs them: it takes also a first name at the same postcode for a doubt. */
export async function flagsForRule(
  desk: Pick<Desk, 'authority' | 'transaction' | 'clock'>,
  applicationIds: readonly string[],
): Promise<ReadonlyMap<string, RowFlags>> {
  const asked = { authorityId: desk.authority.id, applicationIds };
  const flags = await flagsOf(desk.transaction, { ...asked, today: desk.clock.today() });
  const nearby = await withNamesakeNearby(desk.transaction, asked);
  return new Map(
    [...flags].map(([id, one]) => [id, { ...one, mayBeDuplicate: one.mayBeDuplicate || nearby.has(id) }]),
  );
}
