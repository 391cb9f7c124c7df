import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { workingDaysFrom } from '#kernel/working-days.ts';
import { type Authority, holidaysOf, isoDate, readYamlText } from '#platform/authorities/index.ts';
import { type Allowed, type AppealRules, rulesOn } from './domain/appeal-rules.ts';

const span = z.strictObject({ count: z.int().positive(), unit: z.enum(['working-days', 'days', 'months']) });

const file = z.strictObject({
  appeals: z
    .array(
      z.strictObject({
        from: isoDate,
        until: isoDate.optional(),
        how: z.string().min(1),
        'ask-within': span.optional(),
        'answer-within': span,
        stages: z.array(z.strictObject({ who: z.string().min(1) })).min(1),
        final: z.string().min(1),
        source: z.string().min(1),
      }),
    )
    .min(1),
});

/** Reads what an appeals.yaml says. Throws with the file and the place of what is wrong. */
export function readAppealRules(text: string, path: string): readonly AppealRules[] {
  return readYamlText(text, path, file).appeals.map((one) => ({
    from: one.from,
    until: one.until ?? null,
    how: one.how,
    askWithin: one['ask-within'] ?? null,
    answerWithin: one['answer-within'],
    stages: one.stages,
    final: one.final,
  }));
}

const kept = new WeakMap<Authority, readonly AppealRules[]>();

/** The rules for appeals against a decision of that day; a council without the file has the default. */
export function appealRulesOn(authority: Authority, decidedOn: Temporal.PlainDate): AppealRules {
  let rules = kept.get(authority);
  if (rules === undefined) {
    const path = join(authority.folder, 'appeals.yaml');
    rules = existsSync(path) ? readAppealRules(readFileSync(path, 'utf8'), path) : [];
    kept.set(authority, rules);
  }
  return rulesOn(rules, decidedOn);
}

/** The last day of a length of time that begins on a day. */
export function lastDayOf(
  authority: Authority,
  from: Temporal.PlainDate,
  allowed: Allowed,
): Temporal.PlainDate {
  const { count, unit } = allowed;
  if (unit === 'working-days') return workingDaysFrom({ from, count, holidays: holidaysOf(authority) });
  return from.add(unit === 'days' ? { days: count } : { months: count });
}
