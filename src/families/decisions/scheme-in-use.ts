import { type Scheme, schemesOf } from '#families/schemes/index.ts';
import type { Authority } from '#platform/authorities/index.ts';

/** Gives the scheme of that name; throws where there is none, since applications name schemes that were there. */
export async function schemeNamed(authority: Authority, id: string): Promise<Scheme> {
  const scheme = (await schemesOf(authority.folder)).find((one) => one.id === id);
  if (scheme === undefined) throw new Error(`${authority.folder}/schemes has no scheme ${id}`);
  return scheme;
}
