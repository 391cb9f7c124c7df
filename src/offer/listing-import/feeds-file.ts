import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Kind, kinds, tiers } from '#offer/directory/index.ts';
import { type Authority, readYaml } from '#platform/authorities/index.ts';

const kindNames = Object.keys(kinds) as readonly Kind[];

const file = z.strictObject({
  feeds: z.array(
    z.strictObject({
      name: z.string().trim().min(1),
      publisher: z.string().trim().min(1),
      address: z.url({ protocol: /^https?$/, error: 'must be an address like https://example.org/services' }),
      /** Whether its listings are another council's. */
      neighbour: z.boolean(),
      tier: z.enum(tiers, `must be one of: ${tiers.join(', ')}`),
      kind: z.enum(kindNames, `must be one of: ${kindNames.join(', ')}`),
      source: z.string().min(1),
    }),
  ),
});

/** A feed that a council reads. Only what stands in its file is ever fetched, never what somebody types. */
export type Feed = z.output<typeof file>['feeds'][number];

const kept = new WeakMap<Authority, readonly Feed[]>();

/** The feeds of an authority's feeds.yaml; none where it has no such file. Throws with the place of a mistake. */
export function feedsOf(authority: Authority): readonly Feed[] {
  let feeds = kept.get(authority);
  if (feeds === undefined) {
    const path = join(authority.folder, 'feeds.yaml');
    feeds = existsSync(path) ? readYaml(path, file).feeds : [];
    kept.set(authority, feeds);
  }
  return feeds;
}
