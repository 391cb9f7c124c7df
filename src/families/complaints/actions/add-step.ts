import type { Visit } from '#platform/web/visit.ts';
import type { ComplaintStep, StepDetails, StepKind } from '../domain/complaint.ts';
import { insertStep, lastNumber } from '../store/complaints.ts';

/** What is to be added; the rest is who does it, and now. */
export type NewStep = {
  readonly kind: StepKind;
  readonly words?: string;
  readonly details?: StepDetails;
  readonly isForFamily: boolean;
  /** The day from which the law counts, where it is not today. */
  readonly onDay?: Temporal.PlainDate;
  /** Who does it, where nobody is signed in. */
  readonly name?: string;
};

/** Adds a step to a complaint, and gives it with its number. Of two people at once, the second is refused. */
export async function addStep(visit: Visit, complaintId: string, step: NewStep): Promise<ComplaintStep> {
  const named = { authorityId: visit.authority.id, complaintId };
  const added: ComplaintStep = {
    number: (await lastNumber(visit.transaction, named)) + 1,
    at: visit.clock.now(),
    onDay: step.onDay ?? visit.clock.today(),
    personId: visit.person?.id ?? null,
    personName: step.name ?? visit.person?.name ?? '',
    kind: step.kind,
    words: step.words ?? '',
    details: step.details ?? {},
    isForFamily: step.isForFamily,
  };
  await insertStep(visit.transaction, { ...named, step: added });
  return added;
}
