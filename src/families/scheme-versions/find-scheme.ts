import { type Scheme, type SchemeVersion, schemesOf } from '#families/schemes/index.ts';
import type { Visit } from '#platform/web/visit.ts';

/** The scheme that the address names; null when the authority has none of that name. */
export async function schemeAsked(visit: Visit): Promise<Scheme | null> {
  const schemes = await schemesOf(visit.authority.folder);
  return schemes.find(({ id }) => id === visit.params.scheme) ?? null;
}

/** The versions, newest first; one without a first day, such as a proposal, stands in front. */
export function newestFirst(scheme: Scheme): readonly SchemeVersion[] {
  return scheme.versions.toSorted((one, other) => {
    if (one.from === null || other.from === null)
      return Number(other.from === null) - Number(one.from === null);
    return Temporal.PlainDate.compare(other.from, one.from);
  });
}

/** The version that a page shows first: the one in force on a day, else the newest that has begun, else the first. */
export function mainVersion(scheme: Scheme, on: Temporal.PlainDate): SchemeVersion | null {
  const inForce = scheme.versions.filter(({ status }) => status === 'in force');
  const begun = inForce.filter(({ from }) => from === null || Temporal.PlainDate.compare(from, on) <= 0);
  const running = begun.find(({ until }) => until === null || Temporal.PlainDate.compare(until, on) >= 0);
  return running ?? begun.at(-1) ?? scheme.versions[0] ?? null;
}
