import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { kinds, needs, tiers } from '#offer/directory/index.ts';
import {
  type Authority,
  holdsOn,
  isoDate,
  readPlacedYaml,
  usualPlaceOf,
} from '#platform/authorities/index.ts';
import { faultsOf, type Navigator, servicePages, thriveGroups, type Way } from './domain/navigator.ts';

const text = z.string('must be text').trim().min(1, 'must not be empty');
const id = z
  .string('must be a name')
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be lower-case letters, figures and single dashes');

function keyOf<T extends string>(words: Readonly<Record<T, unknown>>) {
  const names = Object.keys(words) as T[];
  return z.enum(names, `must be one of: ${names.join(', ')}`);
}

const search = z
  .strictObject({
    kinds: z.array(keyOf(kinds)).default([]),
    tiers: z.array(z.enum(tiers, `must be one of: ${tiers.join(', ')}`)).default([]),
    needs: z.array(keyOf(needs)).default([]),
    words: text.optional(),
    free: z.boolean().default(false),
  })
  .transform(({ words, free, ...rest }) => ({ ...rest, words: words ?? '', isFree: free }));

const way = z.union(
  [
    z
      .strictObject({ say: text, find: search })
      .transform(({ say, find }): Way => ({ kind: 'find', say, search: find })),
    z
      .strictObject({ say: text, page: keyOf(servicePages) })
      .transform(({ say, page }): Way => ({ kind: 'page', say, page })),
    z
      .strictObject({ say: text, show: z.enum(['schemes', 'assessment', 'urgent', 'contact']) })
      .transform(({ say, show }): Way => ({ kind: show, say })),
  ],
  `must be say with one of: find (kinds, tiers, needs, words, free); page (${Object.keys(servicePages).join(', ')}); show (schemes, assessment, urgent, contact)`,
);

const version = z
  .strictObject({
    from: isoDate,
    until: isoDate.optional(),
    source: text,
    questions: z
      .array(
        z.strictObject({
          id,
          ask: text,
          answers: z
            .array(z.strictObject({ id, say: text, to: id }))
            .min(2, 'must have at least two answers'),
        }),
      )
      .min(1, 'must have at least one question'),
    ends: z
      .array(
        z.strictObject({
          id,
          group: keyOf(thriveGroups),
          title: text,
          say: z.array(text).min(1, 'must say something'),
          ways: z.array(way).min(1, 'must lead somewhere: an end without a way on is a dead end'),
        }),
      )
      .min(1, 'must have at least one end'),
  })
  .superRefine((written, context) => {
    for (const { path, message } of faultsOf(written))
      context.addIssue({ code: 'custom', path: [...path], message });
  });

const file = z.strictObject({ navigator: z.array(version).min(1, 'must hold one set of paths at least') });

const kept = new WeakMap<Pick<Authority, 'folder'>, z.output<typeof file>['navigator']>();

/**
 * The paths in force on a day: the council's own (`navigator.yaml` in its folder), or those that councils begin with.
 * Throws the file, the line and the mend for whatever is wrong, and where no paths are in force. Files are read once a
 * process.
 */
export function navigatorOn(authority: Pick<Authority, 'folder'>, on: Temporal.PlainDate): Navigator {
  const own = join(authority.folder, 'navigator.yaml');
  const path = existsSync(own) ? own : (usualPlaceOf(authority, 'navigator.yaml')[0] ?? own);
  const versions = kept.get(authority) ?? readPlacedYaml(path, file).navigator;
  kept.set(authority, versions);
  const found = versions.find((one) => holdsOn(one, on));
  if (found === undefined)
    throw new Error(`${path}: no paths are in force on ${on.toString()}. Add some from that day`);
  return { questions: found.questions, ends: found.ends };
}
