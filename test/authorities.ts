// A folder of authorities with only some of the councils, for what is about one council: with several, the address of
// this machine asks first which one is meant.
import { existsSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const authorities = path.join(import.meta.dirname, '..', 'authorities');

/** Makes a folder with these councils of the project and with what holds in all of England, and gives its path. */
export function onlyCouncils(...slugs: readonly string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'daybreak-authorities-'));
  for (const name of readdirSync(authorities)) {
    const from = path.join(authorities, name);
    const isCouncil = existsSync(path.join(from, 'authority.yaml'));
    if (slugs.includes(name) || (name === 'england' && !isCouncil))
      symlinkSync(from, path.join(folder, name), 'junction');
  }
  return folder;
}
