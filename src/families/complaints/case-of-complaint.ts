import { childOfAppeal } from '#families/appeals/index.ts';
import { childOf, fullName } from '#families/register/index.ts';
import { isId } from '#kernel/id.ts';
import { type Authority, lastDayBy } from '#platform/authorities/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { Complaint, ComplaintStep } from './domain/complaint.ts';
import { type RunningClock, type Stand, standOf } from './domain/stand.ts';
import { complaintsWanted } from './store/complaints.ts';
import { filesOfComplaint } from './store/people-and-files.ts';

/** A complaint with what was done about it and what is due. */
export type ComplaintCase = Complaint & {
  readonly steps: readonly ComplaintStep[];
  readonly stand: Stand;
  /** The last day of the clock that runs; null where none does. */
  readonly due: Temporal.PlainDate | null;
};

/** The last day that a clock allows, as far as it was extended. */
export function dueBy(authority: Authority, clock: RunningClock): Temporal.PlainDate {
  return lastDayBy(authority, clock);
}

/** Complaints with where they stand. A family finds those alone that the person made. */
export async function complaintsOf(
  visit: Visit,
  wanted: {
    readonly complaintId?: string;
    readonly childId?: string;
    readonly from?: Temporal.PlainDate;
    readonly until?: Temporal.PlainDate;
  } = {},
): Promise<readonly ComplaintCase[]> {
  const found = await complaintsWanted(visit.transaction, { authorityId: visit.authority.id, ...wanted });
  return found.map((one) => {
    const stand = standOf(one.madeOn, one.steps);
    return { ...one, stand, due: stand.clock === null ? null : dueBy(visit.authority, stand.clock) };
  });
}

/** Gives the complaint of the address (`:complaint`), or null. */
export async function complaintOf(visit: Visit): Promise<ComplaintCase | null> {
  const complaintId = visit.params.complaint ?? '';
  if (!isId(complaintId)) return null;
  const [found] = await complaintsOf(visit, { complaintId });
  if (found !== undefined) visit.concerns('complaint', found.id);
  return found ?? null;
}

/** The name of the child that a complaint is about; null where it names none. */
export async function childNameOf(visit: Visit, childId: string | null): Promise<string | null> {
  if (childId === null) return null;
  const child = await childOf(visit.transaction, { authorityId: visit.authority.id, childId });
  return child === null ? null : fullName(child);
}

/** The files that came with a complaint. */
export function filesOf(visit: Visit, complaintId: string) {
  return filesOfComplaint(visit.transaction, { authorityId: visit.authority.id, complaintId });
}

/** Whether a clock has passed. */
export function isOverdue(due: Temporal.PlainDate | null, today: Temporal.PlainDate): boolean {
  return due !== null && Temporal.PlainDate.compare(due, today) < 0;
}

/** The child of the complaint, or of the appeal, of the address; null where it is about none. */
export async function childOfAddress(visit: Visit): Promise<string | null> {
  if (visit.params.appeal !== undefined) return childOfAppeal(visit);
  const complaintId = visit.params.complaint ?? '';
  if (!isId(complaintId)) return null;
  return (await complaintsOf(visit, { complaintId }))[0]?.childId ?? null;
}
