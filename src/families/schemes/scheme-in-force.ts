import type { Scheme, SchemeVersion } from './domain/scheme.ts';
import { isClosedToNewAwards, versionInForce } from './domain/select-version.ts';
import { loadSchemes } from './load-schemes.ts';

const loaded = new Map<string, Promise<readonly Scheme[]>>();

async function load(authorityFolder: string): Promise<readonly Scheme[]> {
  const schemes = await loadSchemes(authorityFolder);
  if (!schemes.ok) throw new Error(schemes.message);
  return schemes.value;
}

/**
 * The schemes of an authority, read once a process: they change with a release, not under a running service.
 * Throws when a file is faulty: `daybreak check` says so before a start does.
 */
export function schemesOf(authorityFolder: string): Promise<readonly Scheme[]> {
  let schemes = loaded.get(authorityFolder);
  if (schemes === undefined) {
    schemes = load(authorityFolder);
    loaded.set(authorityFolder, schemes);
    schemes.catch(() => loaded.delete(authorityFolder));
  }
  return schemes;
}

/** The grant that a family can apply for on a day, with the version in force then; null when none is open to new awards. */
export async function grantOn(
  authorityFolder: string,
  on: Temporal.PlainDate,
): Promise<{ readonly scheme: Scheme; readonly version: SchemeVersion } | null> {
  for (const scheme of await schemesOf(authorityFolder)) {
    if (scheme.kind !== 'grant' || !scheme.isOffered) continue;
    const version = versionInForce(scheme, on);
    if (version.ok && !isClosedToNewAwards(version.value, on)) return { scheme, version: version.value };
  }
  return null;
}
