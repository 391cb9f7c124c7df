import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Authority, holdsOn, isoDate, readYaml } from '#platform/authorities/index.ts';
import { isRole } from '#platform/people/index.ts';

const dated = { from: isoDate, until: isoDate.optional(), source: z.string().min(1) };

const file = z.strictObject({
  'may-overspend': z
    .array(z.strictObject({ ...dated, role: z.string().refine(isRole, 'is no role of the service') }))
    .default([]),
  'waiting-lists': z
    .array(
      z.strictObject({
        ...dated,
        scheme: z.string(),
        order: z.enum(['date-sent', 'need-then-date']),
        words: z.string().min(1),
      }),
    )
    .default([]),
});

type Practice = z.output<typeof file>;

const kept = new WeakMap<Authority, Practice>();

/** A council without decisions.yaml lets nobody overspend and keeps its lists by the day of sending. */
function practiceOf(authority: Authority): Practice {
  const before = kept.get(authority);
  if (before !== undefined) return before;
  const path = join(authority.folder, 'decisions.yaml');
  const practice = existsSync(path) ? readYaml(path, file) : file.parse({});
  kept.set(authority, practice);
  return practice;
}

/** Whether somebody with these roles may award more than a year's fund has left, by decisions.yaml on that day. */
export function mayOverspend(
  authority: Authority,
  who: { readonly roles: readonly string[]; readonly on: Temporal.PlainDate },
): boolean {
  return practiceOf(authority)['may-overspend'].some(
    (line) => holdsOn(line, who.on) && who.roles.includes(line.role),
  );
}

/** How a scheme's waiting list is kept: its order, and the words that families are told. */
export type WaitingListTerms = {
  readonly order: 'date-sent' | 'need-then-date';
  readonly words: string;
};

/** The terms of a scheme's waiting list on a day; by the day of sending where decisions.yaml says nothing. */
export function waitingListTerms(
  authority: Authority,
  of: { readonly schemeId: string; readonly on: Temporal.PlainDate },
): WaitingListTerms {
  const line = practiceOf(authority)['waiting-lists'].find(
    (one) => one.scheme === of.schemeId && holdsOn(one, of.on),
  );
  return line ?? { order: 'date-sent', words: plainWords };
}

const plainWords =
  'There is no money or no place for this just now. You are on our waiting list. When there is, we will write to you.';
