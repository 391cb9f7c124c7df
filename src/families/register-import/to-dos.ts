import type { ToDo } from '#kernel/to-do.ts';
import type { Visit } from '#platform/web/visit.ts';
import { importers } from './policy.ts';
import { importsOf } from './store/imports.ts';

/** What waits for whoever brings registers over: imports that were looked at and not loaded. */
export async function toDosOfPractitioner(visit: Visit): Promise<readonly ToDo[]> {
  if ((await importers.rule(visit)) !== 'allowed') return [];
  const imports = await importsOf(visit.transaction, { authorityId: visit.authority.id });
  return imports
    .filter(({ state }) => state === 'waiting')
    .map((one) => ({
      title: 'Load an import, or set it aside',
      about: one.fileName,
      href: `/practitioners/register/import/${one.id}`,
      by: null,
    }));
}
