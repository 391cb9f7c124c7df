import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Award, awardWays, breakKinds, payers } from '#families/awards/index.ts';
import { type Pence, pence } from '#kernel/money.ts';
import type { Authority } from '#platform/authorities/index.ts';

const isoDate = z.iso.date().transform((text) => Temporal.PlainDate.from(text));
const wholePence = z.int().nonnegative().transform(pence);
const provenance = z.union([
  z.literal('demonstration'),
  z.strictObject({ document: z.string().min(1), section: z.string().min(1) }),
]);
const reported = z.array(z.strictObject({ pence: wholePence, provenance })).default([]);

const paysRule = z.strictObject({
  from: isoDate,
  until: isoDate.optional(),
  sources: z.array(z.enum(['panel', 'plan', 'import'])).min(1),
  kinds: z.array(z.enum(breakKinds)).min(1).optional(),
  ways: z.array(z.enum(awardWays)).min(1).optional(),
  payers: z.array(z.enum(payers)).min(1).default(['council']),
});

/** Which awards without a scheme a fund pays, by the first day of the award: those that fit all that is named. */
export type PaysRule = z.output<typeof paysRule>;

const budgetFile = z.strictObject({
  fund: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string().min(1),
  schemes: z.array(z.string()),
  pays: z.array(paysRule).default([]),
  years: z.array(
    z
      .strictObject({
        'financial-year': z.string().regex(/^\d{4}-\d{2}$/),
        from: isoDate,
        until: isoDate,
        'budget-pence': wholePence.optional(),
        provenance: provenance.optional(),
        basis: z.string().optional(),
        'reported-spend': reported,
        'forecast-spend': reported,
      })
      .refine(
        (year) => year['budget-pence'] === undefined || year.provenance !== undefined,
        'a budget must say where its figure comes from (provenance)',
      ),
  ),
});

/** Where a figure comes from: a published paper, or made up for the demonstration. */
export type Provenance = z.output<typeof provenance>;

/** One financial year of a fund, as the council's file states it. */
export type BudgetYear = {
  /** "2026-27" */
  readonly year: string;
  readonly budget: Pence | null;
  readonly provenance: Provenance | null;
  /** How a figure was arrived at where no paper gives it for this year. */
  readonly basis: string | null;
};

export type Fund = {
  readonly id: string;
  readonly name: string;
  /** The schemes whose awards it pays. */
  readonly schemes: readonly string[];
  /** Which others it pays, such as those of support plans. */
  readonly pays: readonly PaysRule[];
  readonly years: readonly BudgetYear[];
};

function readFund(path: string): Fund {
  const parsed = budgetFile.safeParse(parse(readFileSync(path, 'utf8')));
  if (!parsed.success) {
    const lines = parsed.error.issues.map(
      (issue) => `${path}: ${issue.path.join('.') || 'the file'}: ${issue.message}`,
    );
    throw new Error(lines.join('\n'));
  }
  return {
    id: parsed.data.fund,
    name: parsed.data.name,
    schemes: parsed.data.schemes,
    pays: parsed.data.pays,
    years: parsed.data.years.map((year) => ({
      year: year['financial-year'],
      budget: year['budget-pence'] ?? null,
      provenance: year.provenance ?? null,
      basis: year.basis ?? null,
    })),
  };
}

/** Reads every file of `budget/` in an authority's folder. Throws one sentence for each line that is not right. */
export function readBudgets(authorityFolder: string): readonly Fund[] {
  const folder = join(authorityFolder, 'budget');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => readFund(join(folder, name)));
}

const read = new WeakMap<Authority, readonly Fund[]>();

/** Gives an authority's funds. Its files are read once: they change with a new start of the service only. */
export function fundsOf(authority: Authority): readonly Fund[] {
  const before = read.get(authority);
  if (before !== undefined) return before;
  const funds = readBudgets(authority.folder);
  read.set(authority, funds);
  return funds;
}

/** The fund that pays the awards of a scheme; null where it pays none, as for a scheme of hours. */
export function fundFor(authority: Authority, schemeId: string): Fund | null {
  return fundsOf(authority).find((one) => one.schemes.includes(schemeId)) ?? null;
}

/** What decides which fund pays an award. */
export type PaidAward = Pick<Award, 'schemeId' | 'source' | 'breakKind' | 'way' | 'paidBy' | 'startsOn'>;

function fits(rule: PaysRule, award: PaidAward): boolean {
  const { from, until, sources, kinds, ways } = rule;
  return (
    Temporal.PlainDate.compare(from, award.startsOn) <= 0 &&
    (until === undefined || Temporal.PlainDate.compare(award.startsOn, until) <= 0) &&
    sources.some((one) => one === award.source) &&
    (kinds === undefined || kinds.includes(award.breakKind)) &&
    (ways === undefined || ways.includes(award.way)) &&
    rule.payers.includes(award.paidBy)
  );
}

/** The fund that pays an award: that of its scheme, else the first whose file names such awards; null where none does. */
export function fundOfAward(authority: Authority, award: PaidAward): Fund | null {
  if (award.schemeId !== null) return fundFor(authority, award.schemeId);
  return fundsOf(authority).find(({ pays }) => pays.some((rule) => fits(rule, award))) ?? null;
}

/** The fund that pays the awards of a scheme; throws where no file names one, since the money must come from one. */
export function fundOfScheme(authority: Authority, schemeId: string): Fund {
  const fund = fundFor(authority, schemeId);
  if (fund === null) throw new Error(`no file in ${authority.folder}/budget names the scheme ${schemeId}`);
  return fund;
}
