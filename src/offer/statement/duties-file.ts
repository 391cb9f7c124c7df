import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { type Authority, holdsOn, isoDate, readYaml } from '#platform/authorities/index.ts';
import { type Duty, dutyChecks } from './domain/duties.ts';

const dutiesFile = z.strictObject({
  duties: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z][a-z0-9-]*$/),
        title: z.string().min(1),
        law: z.string().min(1),
        check: z.enum(dutyChecks),
        sections: z.array(z.string()),
        from: isoDate,
        until: isoDate.optional(),
        source: z.string().min(1),
      }),
    )
    .min(1),
});

const name = 'statement-duties.yaml';
const shipped = join(import.meta.dirname, '..', '..', '..', 'authorities', 'england', name);
const kept = new Map<string, z.output<typeof dutiesFile>['duties']>();

/** The duties of the law that hold on a day: England's, for every council the same. */
export function dutiesOn(
  authority: Pick<Authority, 'folder'>,
  day: Temporal.PlainDate,
): readonly (Duty & { readonly source: string })[] {
  const beside = join(dirname(authority.folder), 'england', name);
  const path = existsSync(beside) ? beside : shipped;
  const duties = kept.get(path) ?? readYaml(path, dutiesFile).duties;
  kept.set(path, duties);
  return duties.filter((duty) => holdsOn(duty, day));
}
