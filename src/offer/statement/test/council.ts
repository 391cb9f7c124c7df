// Medway with its directory, at the front of the statement.
import path from 'node:path';
import { type Clock, settableClock } from '#kernel/clock.ts';
import { publishOffer } from '#offer/directory/index.ts';
import { type Authority, loadAuthorities, syncAuthorities } from '#platform/authorities/index.ts';
import type { Database } from '#platform/database/index.ts';
import type { Person } from '#platform/web/visit.ts';
import { testDatabase } from '../../../../test/database.ts';
import { testNow, testPerson } from '../../../../test/visit.ts';
import { at, type Came } from '../../../families/appeals/test/front.ts';
import { constraints } from '../constraints.ts';
import { routes } from '../routes.ts';

export const desk = '/practitioners/statement';

const root = path.join(import.meta.dirname, '..', '..', '..', '..', 'authorities');

/** A council of the demonstration, as its folder has it. */
export function councilNamed(slug: string): Authority {
  const found = loadAuthorities(root).find((one) => one.slug === slug);
  if (found === undefined) throw new Error(`there is no ${slug}`);
  return found;
}

/** Everybody who has to do with a statement, at a council with a directory. */
export type Cast = {
  readonly database: Database;
  readonly authority: Authority;
  readonly clock: ReturnType<typeof settableClock>;
  readonly priya: Person;
  readonly tom: Person;
  readonly helen: Person;
  readonly ngozi: Person;
  readonly marcus: Person;
  as(person: Person | null): ReturnType<typeof at>;
  publishDirectory(at?: Clock): Promise<void>;
};

/** Opens a database with Medway and the people who write, sign and read. */
export async function castOf(slug = 'medway'): Promise<Cast> {
  const database = await testDatabase();
  const authority = councilNamed(slug);
  await syncAuthorities(database, [authority]);
  const clock = settableClock(testNow);
  const person = (name: string, ...roles: string[]) => testPerson({ database, authority, name, roles });
  const cast: Cast = {
    database,
    authority,
    clock,
    priya: await person('Priya Shah', 'short-breaks-officer'),
    tom: await person('Tom Ellis', 'short-breaks-officer'),
    helen: await person('Helen Marsh', 'commissioner'),
    ngozi: await person('Ngozi Adeyemi', 'team-manager'),
    marcus: await person('Marcus Reid', 'social-worker'),
    as: (who) => at({ database, routes, constraints, authority, clock }, who),
    async publishDirectory() {
      await database.transaction({ authorityId: authority.id, standing: 'system' }, (transaction) =>
        publishOffer(transaction, { authority, at: clock.now() }),
      );
    },
  };
  await cast.publishDirectory();
  return cast;
}

/** The fields of a date's three boxes. */
export function boxes(field: string, day: Temporal.PlainDate): Record<string, string> {
  return {
    [`${field}-day`]: String(day.day),
    [`${field}-month`]: String(day.month),
    [`${field}-year`]: String(day.year),
  };
}

/** Saves a section's text on top of what is there now. */
export async function saves(
  cast: Cast,
  who: Person,
  [section, variant, words]: readonly [string, 'words' | 'easy-read', string],
): Promise<Came> {
  const page = await cast.as(who).opens(`${desk}/sections/${section}/${variant}`);
  const revision = /name="revision" value="(\d+)"/.exec(page.html)?.[1] ?? '';
  return cast.as(who).posts(`${desk}/sections/${section}/${variant}`, { words, revision });
}

/** Signs what the person sees on the desk. */
export async function signs(cast: Cast, who: Person): Promise<Came> {
  const page = await cast.as(who).opens(desk);
  const fingerprint = /name="fingerprint" value="([0-9a-f]+)"/.exec(page.html)?.[1] ?? '';
  return cast.as(who).posts(`${desk}/sign`, { fingerprint });
}

/** Gives a reason for the gap that there is without families' views. */
export function explains(cast: Cast, duty = 'views'): Promise<Came> {
  return cast
    .as(cast.priya)
    .posts(`${desk}/checklist`, { duty, because: 'This is the first one. We ask in spring.' });
}

/** Takes a draft that is open to its publication: reason, two signatures, the button. */
export async function publishes(cast: Cast): Promise<Came> {
  await explains(cast);
  await signs(cast, cast.helen);
  await signs(cast, cast.ngozi);
  return cast.as(cast.ngozi).posts(`${desk}/publish`, boxes('review', cast.clock.today().add({ years: 1 })));
}
