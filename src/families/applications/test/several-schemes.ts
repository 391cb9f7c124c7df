// A made-up council with several schemes, out of published ones, in a folder of its own.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Authority } from '#platform/authorities/index.ts';
import { testAuthority } from '../../../../test/database.ts';

const authorities = path.join(import.meta.dirname, '..', '..', '..', '..', 'authorities');

function put(folder: string, from: string, as: string, change: (text: string) => string = (text) => text) {
  const target = path.join(folder, 'schemes', as);
  cpSync(path.join(authorities, from), target, { recursive: true });
  for (const file of ['scheme.yaml', 'versions/2024-05.yaml', 'examples.yaml']) {
    const place = path.join(target, file);
    try {
      writeFileSync(place, change(readFileSync(place, 'utf8')));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
}

/**
 * Gives a council with Medway's grant, Sheffield's open all year, and a third that opens on 4 May 2027. `casework` is
 * what its casework.yaml says. `remove` takes its folder away again.
 */
export function councilOfSeveral(casework = ''): { readonly council: Authority; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'several-schemes-'));
  for (const file of ['clocks.yaml', 'bank-holidays-england.yaml'])
    try {
      cpSync(path.join(authorities, 'medway', file), path.join(folder, file));
    } catch {
      cpSync(path.join(authorities, 'england', file), path.join(folder, file));
    }
  cpSync(path.join(authorities, 'medway', 'budget'), path.join(folder, 'budget'), { recursive: true });
  writeFileSync(path.join(folder, 'casework.yaml'), casework);
  put(folder, 'medway/schemes/medway-2025', 'medway-2025');
  put(folder, 'sheffield/schemes/sheffield-sbg-2024', 'sheffield-sbg-2024');
  put(folder, 'sheffield/schemes/sheffield-sbg-2024', 'coming-2027', (text) =>
    text
      .replace('scheme: sheffield-sbg-2024', 'scheme: coming-2027')
      .replace('name: Short Break Grant', 'name: Summer Grant')
      .replace('from: 2024-05-10', 'from: 2027-05-04'),
  );
  return {
    council: { ...testAuthority, folder },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
