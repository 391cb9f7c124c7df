import { formatDate } from '#kernel/local-date.ts';
import { type Result, refusal, success } from '#kernel/refusal.ts';
import type { Facts } from './facts.ts';
import type { Scheme, SchemeVersion } from './scheme.ts';

/** The version that is in force on a day. Refuses (`no-version-in-force`) when there is none. */
export function versionInForce(scheme: Scheme, on: Temporal.PlainDate): Result<SchemeVersion> {
  const version = scheme.versions.find(
    (candidate) => candidate.status === 'in force' && candidate.from !== null && isWithin(candidate, on),
  );
  if (version) return success(version);
  const first = scheme.versions.find((candidate) => candidate.status === 'in force')?.from;
  const known = first ? ` Its first version is in force from ${formatDate(first)}.` : '';
  return refusal(
    'no-version-in-force',
    `${scheme.name} (${scheme.id}) has no version in force on ${formatDate(on)}.${known} Give another date.`,
  );
}

/** Whether nobody new is let in on a day any more, while live awards run on under the same rules. */
export function isClosedToNewAwards(
  { closedToNewAwardsFrom }: SchemeVersion,
  on: Temporal.PlainDate,
): boolean {
  return closedToNewAwardsFrom !== null && Temporal.PlainDate.compare(closedToNewAwardsFrom, on) <= 0;
}

function isWithin({ from, until }: SchemeVersion, on: Temporal.PlainDate): boolean {
  const isBegun = from === null || Temporal.PlainDate.compare(from, on) <= 0;
  return isBegun && (until === null || Temporal.PlainDate.compare(on, until) <= 0);
}

/**
 * The version that the facts ask for by name (a what-if such as policy: proposed), or else the version in
 * force on the day. The day is the first date that is known among the facts by which the scheme is dated, or
 * else `on`.
 */
export function versionFor(asked: {
  scheme: Scheme;
  facts: Facts;
  on: Temporal.PlainDate;
}): Result<SchemeVersion> {
  const { scheme, facts, on } = asked;
  const byName = scheme.versions.find(
    ({ pickedBy }) => pickedBy.size > 0 && [...pickedBy].every(([fact, value]) => facts[fact] === value),
  );
  if (byName) return success(byName);
  for (const fact of scheme.datedBy) {
    const date = facts[fact];
    if (typeof date === 'string') return versionInForce(scheme, Temporal.PlainDate.from(date.slice(0, 10)));
  }
  return versionInForce(scheme, on);
}
