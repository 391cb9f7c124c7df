import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Authority } from '#platform/authorities/index.ts';

const lettersFile = z.strictObject({
  funds: z.array(
    z.strictObject({
      fund: z.string(),
      'spend-on': z.array(z.string().min(1)).min(1),
      'not-on': z.array(z.string().min(1)),
      provenance: z.unknown(),
    }),
  ),
});

type SpendingWords = { readonly spendOn: readonly string[]; readonly notOn: readonly string[] };

const read = new WeakMap<Authority, z.output<typeof lettersFile>>();

function lettersOf(authority: Authority): z.output<typeof lettersFile> {
  const before = read.get(authority);
  if (before !== undefined) return before;
  const path = join(authority.folder, 'letters.yaml');
  const parsed = lettersFile.safeParse(parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path}: ${z.prettifyError(parsed.error)}`);
  read.set(authority, parsed.data);
  return parsed.data;
}

const none: SpendingWords = { spendOn: [], notOn: [] };

/**
 * What a fund's money may and may not be spent on, in the council's words for families (letters.yaml); nothing
 * where the council has written none.
 */
export function spendingWords(authority: Authority, fund: string | null): SpendingWords {
  if (fund === null || !existsSync(join(authority.folder, 'letters.yaml'))) return none;
  const words = lettersOf(authority).funds.find((one) => one.fund === fund);
  if (words === undefined) return none;
  return { spendOn: words['spend-on'], notOn: words['not-on'] };
}
