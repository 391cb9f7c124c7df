import { join } from 'node:path';
import { type Result, refusal, success } from '#kernel/refusal.ts';
import type { Scheme } from './domain/scheme.ts';
import { schemeFoldersIn } from './folder/check.ts';
import { loadFolder } from './folder/load-folder.ts';

/**
 * Loads the schemes of an authority (`authorityFolder`/schemes/*), ready to decide with. An authority without
 * schemes has none. Refuses (`scheme-faulty`) when a file is wrong, with the file, the line and the mend.
 */
export async function loadSchemes(authorityFolder: string): Promise<Result<readonly Scheme[]>> {
  const schemes: Scheme[] = [];
  for (const folder of await schemeFoldersIn(join(authorityFolder, 'schemes'))) {
    const scheme = await loadScheme(folder);
    if (!scheme.ok) return scheme;
    schemes.push(scheme.value);
  }
  return success(schemes);
}

/** Loads the scheme of one folder. Refuses (`scheme-faulty`) when a file is wrong or there is none. */
export async function loadScheme(folder: string): Promise<Result<Scheme>> {
  const { scheme, problems } = await loadFolder(folder);
  const [first, ...others] = problems;
  if (scheme && !first) return success(scheme);
  const more =
    others.length > 0 ? ` There are ${others.length} more; "scheme check ${folder}" lists them.` : '';
  const place = first ? `${first.file}:${first.line}: ${first.message}` : `${folder} has no scheme.`;
  return refusal('scheme-faulty', `${place}${more}`);
}
