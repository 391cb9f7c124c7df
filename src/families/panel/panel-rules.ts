import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Authority, usualPlaceOf } from '#platform/authorities/index.ts';
import { type Role, roles } from '#platform/people/index.ts';

const isoDate = z.union([z.string(), z.date()]).transform((value, context) => {
  try {
    return Temporal.PlainDate.from(typeof value === 'string' ? value : value.toISOString().slice(0, 10));
  } catch {
    context.addIssue({ code: 'custom', message: 'must be a date like 2026-04-01' });
    return z.NEVER;
  }
});

const panelFile = z.object({
  panel: z.array(
    z.object({
      quorum: z.int().positive(),
      roles: z.array(z.enum(roles)).min(1),
      order: z.enum(['longest-waiting-first']),
      from: isoDate,
      until: isoDate.optional(),
      source: z.string(),
    }),
  ),
});

/** How the panel of an authority works on a day. */
export type PanelRules = { readonly quorum: number; readonly roles: readonly Role[] };

type PanelFile = z.output<typeof panelFile>['panel'];
const kept = new WeakMap<Authority, PanelFile>();

/** The council's own file, and where it has none what councils begin with. */
function placeOf(authority: Authority): string {
  const own = join(authority.folder, 'panel.yaml');
  return existsSync(own) ? own : (usualPlaceOf(authority, 'panel.yaml')[0] ?? own);
}

function read(path: string): PanelFile {
  let given: unknown;
  try {
    given = parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = panelFile.safeParse(given);
  if (parsed.success) return parsed.data.panel;
  throw new Error(
    parsed.error.issues.map((issue) => `${path}: ${issue.path.join('.')}: ${issue.message}`).join('\n'),
  );
}

/** The rules of the panel that hold on a day. Throws where panel.yaml has none, or is wrong. */
export function panelRulesOn(authority: Authority, day: Temporal.PlainDate): PanelRules {
  const file = kept.get(authority) ?? read(placeOf(authority));
  kept.set(authority, file);
  const inForce = file.find(
    (one) =>
      Temporal.PlainDate.compare(one.from, day) <= 0 &&
      (one.until === undefined || Temporal.PlainDate.compare(one.until, day) >= 0),
  );
  if (inForce === undefined) throw new Error(`${placeOf(authority)} has no rules in force on ${day}`);
  return { quorum: inForce.quorum, roles: inForce.roles };
}
