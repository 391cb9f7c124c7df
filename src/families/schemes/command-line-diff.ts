import { type Result, refusal, success } from '#kernel/refusal.ts';
import { type Difference, differencesBetween } from './domain/differences.ts';
import { nearest } from './domain/nearest.ts';
import type { Scheme, SchemeVersion } from './domain/scheme.ts';
import { loadScheme } from './load-schemes.ts';

/**
 * Says for the command line what changed between two versions of a scheme folder. Refuses with a sentence for a
 * faulty folder and a version that it does not have (`unknown-version`).
 */
export async function differencesForCommandLine(asked: {
  folder: string;
  older: string;
  newer: string;
}): Promise<Result<readonly Difference[]>> {
  const scheme = await loadScheme(asked.folder);
  if (!scheme.ok) return scheme;
  const older = versionNamed(scheme.value, asked.older);
  if (!older.ok) return older;
  const newer = versionNamed(scheme.value, asked.newer);
  if (!newer.ok) return newer;
  return success(differencesBetween(older.value, newer.value));
}

function versionNamed(scheme: Scheme, id: string): Result<SchemeVersion> {
  const version = scheme.versions.find((one) => one.id === id);
  if (version) return success(version);
  const ids = scheme.versions.map((one) => one.id);
  return refusal(
    'unknown-version',
    `${scheme.id} has no version "${id}". ${nearest(id, ids)} It has ${ids.join(', ')}.`,
  );
}
