import { z } from 'zod';
import type { Authority } from '#platform/authorities/index.ts';
import { roles } from '#platform/people/index.ts';
import { hasFile, holdsOn, isoDate, poundsText, readDatedFile } from './dated-file.ts';
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
    file = hasFile(authority, 'spending-authority.yaml')
      ? readDatedFile(authority, 'spending-authority.yaml', spendingFile)['spending-authority']
      : [];
    kept.set(authority, file);
  }
  return file
    .filter((one) => holdsOn(one, day))
    .map((one) => ({ role: one.role, upTo: one['up-to'], kinds: one.kinds }));
}
