import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Authority, holdsOn, isoDate, readYaml } from '#platform/authorities/index.ts';

const dated = { scheme: z.string(), from: isoDate, until: isoDate.optional(), source: z.string() };

const file = z.strictObject({
  renewals: z
    .array(
      z.strictObject({
        ...dated,
        way: z.enum(['re-apply', 'review']).default('re-apply'),
        'decided-by-rule': z.boolean().default(false),
      }),
    )
    .default([]),
  clocks: z
    .array(z.strictObject({ ...dated, decision: z.string(), renewal: z.string().optional() }))
    .default([]),
  'spent-funds': z
    .array(
      z.strictObject({
        ...dated,
        'what-then': z.enum(['waiting-list', 'closed']),
        words: z.string().optional(),
      }),
    )
    .default([]),
});
type Casework = z.output<typeof file>;

const kept = new WeakMap<Authority, Casework>();

/** A council without the file has no practice of its own: families ask again, and people decide. */
function caseworkOf(authority: Authority): Casework {
  let casework = kept.get(authority);
  if (casework === undefined) {
    const path = join(authority.folder, 'casework.yaml');
    casework = existsSync(path) ? readYaml(path, file) : file.parse({});
    kept.set(authority, casework);
  }
  return casework;
}

type OfScheme = { readonly schemeId: string; readonly on: Temporal.PlainDate };

function inForce<
  Line extends {
    readonly scheme: string;
    readonly from: Temporal.PlainDate;
    readonly until?: Temporal.PlainDate | undefined;
  },
>(lines: readonly Line[], { schemeId, on }: OfScheme): Line | null {
  return lines.find((line) => line.scheme === schemeId && holdsOn(line, on)) ?? null;
}

/** How a scheme is renewed on a day. */
export type RenewalTerms = {
  /** Whether the family asks again, or the council looks at the award again. */
  readonly way: 're-apply' | 'review';
  /** Whether a renewal in which nothing changed may be decided by rule, without a person. */
  readonly isByRule: boolean;
};

/** How the authority renews a scheme on a day, by its casework.yaml. Throws where that file is faulty. */
export function renewalTermsOn(authority: Authority, of: OfScheme): RenewalTerms {
  const line = inForce(caseworkOf(authority).renewals, of);
  return { way: line?.way ?? 're-apply', isByRule: line?.['decided-by-rule'] ?? false };
}

/** The name of the clock that counts for a scheme's decisions, for a new application or one in which nothing changed. */
export function decisionClockOn(
  authority: Authority,
  of: OfScheme & { readonly isUnchanged: boolean },
): string {
  const line = inForce(caseworkOf(authority).clocks, of);
  if (!of.isUnchanged) return line?.decision ?? 'grant-decision';
  return line === null ? 'grant-renewal' : (line.renewal ?? line.decision);
}

/** What happens to applications when a scheme's money is promised whole; null while there is money. */
export type SpentFund = { readonly whatThen: 'waiting-list' | 'closed'; readonly words: string | null };

/** Whether the money of a scheme is promised whole on a day, and what then. */
export function spentFundOn(authority: Authority, of: OfScheme): SpentFund | null {
  const line = inForce(caseworkOf(authority)['spent-funds'], of);
  return line === null ? null : { whatThen: line['what-then'], words: line.words ?? null };
}
