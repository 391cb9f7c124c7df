import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { type Authority, isoDate, readYamlText } from '#platform/authorities/index.ts';
import type { MilestoneRule } from './domain/milestone.ts';

const age = z
  .strictObject({ years: z.int().min(0).default(0), months: z.int().min(0).max(11).default(0) })
  .readonly();

const file = z.strictObject({
  milestones: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z-]+$/),
        title: z.string().min(1),
        'for-family': z.string().min(1),
        'for-young-person': z.string().min(1).optional(),
        at: age,
        within: age,
        lapses: age,
        'tell-before': age.optional(),
        kind: z.enum(['task', 'end']),
        from: isoDate,
        source: z.string().min(1),
      }),
    )
    .min(1),
});

/** Reads what a transition.yaml says. Throws with the file and the place of what is wrong. */
export function readTransitionRules(text: string, path: string): readonly MilestoneRule[] {
  return readYamlText(text, path, file).milestones.map((one) => ({
    id: one.id,
    title: one.title,
    forFamily: one['for-family'],
    forYoungPerson: one['for-young-person'] ?? one['for-family'],
    at: one.at,
    within: one.within,
    lapses: one.lapses,
    tellBefore: one['tell-before'] ?? { years: 0, months: 0 },
    kind: one.kind,
    from: one.from,
    source: one.source,
  }));
}

const kept = new Map<string, readonly MilestoneRule[]>();

/** England's rules, read once a process; they stand in the folder england beside the councils' folders. */
export function transitionRules(authority: Authority): readonly MilestoneRule[] {
  const path = join(dirname(authority.folder), 'england', 'transition.yaml');
  let rules = kept.get(path);
  if (rules === undefined) {
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch (error) {
      throw new Error(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    }
    rules = readTransitionRules(text, path);
    kept.set(path, rules);
  }
  return rules;
}
