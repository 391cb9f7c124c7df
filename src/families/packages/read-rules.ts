import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { awardWays, breakKinds, payers } from '#families/awards/index.ts';
import { type Authority, isoDate, readYaml } from '#platform/authorities/index.ts';
import type { PackageRule, Selector } from './domain/breaches.ts';

const ways = z.array(z.enum(awardWays)).min(1);
const selector = z
  .strictObject({
    'break-kinds': z.array(z.enum(breakKinds)).min(1).optional(),
    ways: ways.optional(),
    'paid-by': z.array(z.enum(payers)).min(1).optional(),
  })
  .transform(
    (given): Selector => ({
      breakKinds: given['break-kinds'] ?? null,
      ways: given.ways ?? null,
      paidBy: given['paid-by'] ?? null,
    }),
  );
const told = {
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be small letters, figures and dashes'),
  name: z.string().min(1),
  says: z.string().min(1),
  do: z.string().min(1),
  source: z.string().min(1),
  from: isoDate,
  until: isoDate.optional(),
};
const whole = z.int().positive();

const rulesFile = z.strictObject({
  rules: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ ...told, kind: z.literal('not-together'), one: selector, other: selector }),
      z.strictObject({ ...told, kind: z.literal('one-payment-a-need'), ways }),
      z.strictObject({
        ...told,
        kind: z.literal('nights-a-year'),
        'legal-basis': z.enum(['section-17', 'section-20']).optional(),
        ways: ways.optional(),
        most: whole,
      }),
      z.strictObject({
        ...told,
        kind: z.literal('most-under-scheme'),
        schemes: z.array(z.string()).min(1),
        per: z.enum(['child', 'household']),
        'most-pence': whole,
      }),
      z.strictObject({ ...told, kind: z.literal('one-at-a-time') }),
      z.strictObject({
        ...told,
        kind: z.literal('needs-approval'),
        'above-pence': whole,
        'agreed-by': z.array(z.enum(['application', 'panel', 'plan', 'import'])).min(1),
      }),
    ]),
  ),
});

type Written = z.output<typeof rulesFile>['rules'][number];

function toRule(written: Written): PackageRule {
  const { id, name, says, source, from } = written;
  const base = { id, name, says, source, from, until: written.until ?? null, advice: written.do };
  switch (written.kind) {
    case 'not-together':
      return { ...base, kind: written.kind, one: written.one, other: written.other };
    case 'one-payment-a-need':
      return { ...base, kind: written.kind, ways: written.ways };
    case 'nights-a-year':
      return {
        ...base,
        kind: written.kind,
        legalBasis: written['legal-basis'] ?? null,
        ways: written.ways ?? null,
        most: written.most,
      };
    case 'most-under-scheme':
      return {
        ...base,
        kind: written.kind,
        schemes: written.schemes,
        per: written.per,
        mostPence: written['most-pence'],
      };
    case 'one-at-a-time':
      return { ...base, kind: written.kind };
    case 'needs-approval':
      return {
        ...base,
        kind: written.kind,
        abovePence: written['above-pence'],
        agreedBy: written['agreed-by'],
      };
  }
}

/** Reads one file of package rules. Throws one sentence for each line that is not right, with the file and the place. */
export function readPackageRules(path: string): readonly PackageRule[] {
  const { rules } = readYaml(path, rulesFile);
  const ids = rules.map(({ id, from }) => `${id} ${from}`);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new Error(`${path}: two rules are called ${twice}`);
  return rules.map(toRule);
}

const kept = new WeakMap<Authority, readonly PackageRule[]>();

/** The rules for packages of an authority: England's, and its own beside them. Read once a process. */
export function packageRulesOf(authority: Authority): readonly PackageRule[] {
  const before = kept.get(authority);
  if (before !== undefined) return before;
  const rules = [join(dirname(authority.folder), 'england'), authority.folder]
    .map((folder) => join(folder, 'package-rules.yaml'))
    .filter((path) => existsSync(path))
    .flatMap(readPackageRules);
  kept.set(authority, rules);
  return rules;
}
