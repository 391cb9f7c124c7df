import { loadSchemes, type Scheme } from '#families/schemes/index.ts';
import type { Authority } from '#platform/authorities/index.ts';

const loaded = new WeakMap<Authority, Promise<readonly Scheme[]>>();

/** An authority's schemes, read once: they change with a new start of the service. A faulty file throws. */
function schemesOf(authority: Authority): Promise<readonly Scheme[]> {
  const before = loaded.get(authority);
  if (before !== undefined) return before;
  const schemes = loadSchemes(authority.folder).then((result) => {
    if (!result.ok) throw new Error(result.message);
    return result.value;
  });
  loaded.set(authority, schemes);
  return schemes;
}

/** Gives the scheme of that name; throws where there is none, since applications name schemes that were there. */
export async function schemeNamed(authority: Authority, id: string): Promise<Scheme> {
  const scheme = (await schemesOf(authority)).find((one) => one.id === id);
  if (scheme === undefined) throw new Error(`${authority.folder}/schemes has no scheme ${id}`);
  return scheme;
}
