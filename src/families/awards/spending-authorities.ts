import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Authority, holdsOn, isoDate, poundsText, readYaml } from '#platform/authorities/index.ts';
import { roles } from '#platform/people/index.ts';
import { breakKinds } from './domain/award.ts';
import type { SpendingAuthority } from './domain/spending-authority.ts';

const spendingFile = z.object({
  'spending-authority': z.array(
    z.object({
      role: z.enum(roles),
      'up-to': poundsText,
      kinds: z.array(z.enum(breakKinds)),
      from: isoDate,
      until: isoDate.optional(),
      source: z.string(),
    }),
  ),
});

type SpendingFile = z.output<typeof spendingFile>['spending-authority'];
const kept = new WeakMap<Authority, SpendingFile>();

/**
 * Up to what each role may agree by itself on a day. Where an authority has no spending-authority.yaml, nobody
 * may, and every plan goes to the panel. Throws where that file is wrong.
 */
export function spendingAuthoritiesOn(
  authority: Authority,
  day: Temporal.PlainDate,
): readonly SpendingAuthority[] {
  let file = kept.get(authority);
  if (file === undefined) {
    const path = join(authority.folder, 'spending-authority.yaml');
    file = existsSync(path) ? readYaml(path, spendingFile)['spending-authority'] : [];
    kept.set(authority, file);
  }
  return file
    .filter((one) => holdsOn(one, day))
    .map((one) => ({ role: one.role, upTo: one['up-to'], kinds: one.kinds }));
}
