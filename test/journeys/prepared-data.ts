// The first start of a Daybreak makes its database and lives through half a year of its demonstration. Every file of
// journeys would wait for that again, so it is done once, and each file begins with a copy.
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { systemClock } from '#kernel/clock.ts';

const project = path.join(import.meta.dirname, '..', '..');
const beginning = `daybreak-prepared-${userInfo().uid}-`;

/** Everything that the first start reads, and the day, from which the demonstration counts back. */
function fingerprint(): string {
  const hash = createHash('sha256').update(`${process.version} ${systemClock.today()}`);
  const files = globSync(['src/**/*', 'demo/**/*', 'authorities/**/*', 'package-lock.json'], {
    cwd: project,
    withFileTypes: true,
  });
  const paths = files
    .filter((file) => file.isFile() && !file.name.endsWith('.test.ts'))
    .map((file) => path.join(file.parentPath, file.name))
    .toSorted();
  for (const file of paths) hash.update(path.relative(project, file)).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/**
 * Puts the data of a first start into a folder that is not there yet. `startFirst` makes them in a folder of its own
 * and stops; it is asked only where no earlier file of journeys has done so with the same program on the same day.
 */
export async function putPreparedData(
  folder: string,
  startFirst: (folder: string) => Promise<void>,
): Promise<void> {
  const prepared = path.join(tmpdir(), beginning + fingerprint());
  if (!existsSync(prepared)) {
    await removeOld();
    const making = await mkdtemp(path.join(tmpdir(), 'daybreak-preparing-'));
    await startFirst(path.join(making, 'data'));
    // Of two that prepare at once the first one's stays.
    await rename(path.join(making, 'data'), prepared).catch(() => {});
    await rm(making, { recursive: true, force: true });
  }
  await cp(prepared, folder, { recursive: true });
}

/** Takes away what an earlier program or an earlier day has left, unless somebody may still be copying it. */
async function removeOld(): Promise<void> {
  const anHourAgo = systemClock.now().subtract({ hours: 1 }).epochMilliseconds;
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(beginning)) continue;
    const folder = path.join(tmpdir(), name);
    // Another file may take it away at the same time: then it is gone, as it should be.
    const made = await stat(folder).catch(() => null);
    if (made !== null && made.mtimeMs < anHourAgo) await rm(folder, { recursive: true, force: true });
  }
}
