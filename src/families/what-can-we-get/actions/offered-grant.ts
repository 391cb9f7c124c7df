import { type Scheme, type SchemeVersion, schemesOf, versionInForce } from '#families/schemes/index.ts';

/** A grant with the version of its rules in force. */
export type OfferedGrant = { readonly scheme: Scheme; readonly version: SchemeVersion };

/**
 * The grant that families can ask for on a day; null when there is none. A scheme that is kept for the record
 * may still have a version without an end, so what counts is that it is offered.
 */
export async function offeredGrant(
  authorityFolder: string,
  on: Temporal.PlainDate,
): Promise<OfferedGrant | null> {
  for (const scheme of await schemesOf(authorityFolder)) {
    if (scheme.kind !== 'grant' || !scheme.isOffered) continue;
    const version = versionInForce(scheme, on);
    if (version.ok) return { scheme, version: version.value };
  }
  return null;
}
