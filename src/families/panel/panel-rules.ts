import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Authority, holdsOn, isoDate, readYaml, usualPlaceOf } from '#platform/authorities/index.ts';
import { type Role, roles } from '#platform/people/index.ts';

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

/** The rules of the panel that hold on a day. Throws where panel.yaml has none, or is wrong. */
export function panelRulesOn(authority: Authority, day: Temporal.PlainDate): PanelRules {
  const file = kept.get(authority) ?? readYaml(placeOf(authority), panelFile).panel;
  kept.set(authority, file);
  const inForce = file.find((one) => holdsOn(one, day));
  if (inForce === undefined) throw new Error(`${placeOf(authority)} has no rules in force on ${day}`);
  return { quorum: inForce.quorum, roles: inForce.roles };
}
