import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Calendar } from '../domain/expressions.ts';
import { textAt } from './read-text.ts';
import { checkShape, parseYaml, type SchemeProblem } from './yaml-file.ts';

/** The calendar that a scheme counts by when it names none. */
const usual = 'bank-holidays-england';

const shape = z.object({ 'bank-holidays': z.array(z.object({ date: z.iso.date() })).min(1) });

/**
 * Reads the days on which offices are closed: NAME.yaml in the scheme's own folder, in that of its authority, or
 * among what holds for all of England. Gives null where there is none; reports a file that is faulty.
 */
export async function loadCalendar(
  folder: string,
  { name, problems }: { name: string | undefined; problems: SchemeProblem[] },
): Promise<Calendar | null> {
  const file = `${name ?? usual}.yaml`;
  const england = fileURLToPath(new URL('../../../../authorities/england', import.meta.url));
  for (const place of [folder, join(folder, '../..'), join(folder, '../../../england'), england]) {
    const path = join(place, file);
    const text = await textAt(path);
    if (text !== null) return calendarFrom(path, { text, problems });
  }
  return null;
}

function calendarFrom(
  path: string,
  { text, problems }: { text: string; problems: SchemeProblem[] },
): Calendar | null {
  const { file, problems: unreadable } = parseYaml(path, text);
  problems.push(...unreadable);
  if (unreadable.length > 0) return null;
  const { value, problems: misshapen } = checkShape(file, shape);
  problems.push(...misshapen);
  if (!value) return null;
  const days = value['bank-holidays'].map(({ date }) => date).sort();
  return {
    holidays: new Set(days),
    from: `${days[0]?.slice(0, 4)}-01-01`,
    until: `${days.at(-1)?.slice(0, 4)}-12-31`,
  };
}
