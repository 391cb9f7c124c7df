import { createHash } from 'node:crypto';
import { settableClock } from '#kernel/clock.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Persona } from '#platform/people/personas.ts';
import type { Surroundings } from '#platform/web/asking.ts';
import { formTokenField } from '#platform/web/form-posts.ts';
import type { Route } from '#platform/web/route.ts';
import type { Upload } from '#platform/web/visit.ts';
import { type Actor, actAs, type Filled } from './act-as.ts';

/** Where one story of the demonstration is told: a council, its own clock, and people who act one after another. */
export type Stage = {
  /** Goes to a day so many days before the demonstration was begun. */
  on(daysAgo: number): void;
  today(): Temporal.PlainDate;
  /** Sends a form as somebody, and gives the path it led to. The same form of the same story counts once for ever. */
  does(who: Persona, path: string, form?: Filled, uploads?: readonly Upload[]): Promise<string>;
  reads(who: Persona, path: string): Promise<string>;
  /** What a page says, or null where it leads elsewhere: a step that was done in an earlier start. */
  looks(who: Persona, path: string): Promise<string | null>;
  /** Where a path leads that is no page of its own. */
  leads(who: Persona, path: string): Promise<string>;
};

type Parts = {
  readonly authority: Authority;
  readonly around: Surroundings;
  readonly routes: readonly Route[];
  /** When the demonstration was first begun: a start that goes on another day tells the same days. */
  readonly begun: Temporal.Instant;
};

/**
 * Makes the stage of a story. Each form carries a token made of the story's name and where it goes, so that a
 * story that is told again after a start was cut off is answered with what it led to the first time.
 */
export function stageFor(parts: Parts, story: string): Stage {
  const { authority, around, routes, begun } = parts;
  const clock = settableClock(begun);
  const actors = new Map<string, Actor>();
  const places = new Map<string, number>();
  async function actor(who: Persona): Promise<Actor> {
    const known = actors.get(who.key);
    if (known !== undefined) return known;
    const made = await actAs(who, { authority, around, routes, clock });
    actors.set(who.key, made);
    return made;
  }
  return {
    on(daysAgo) {
      clock.moveTo(begun.subtract({ hours: 24 * daysAgo }));
      actors.clear();
    },
    today: () => clock.today(),
    async does(who, path, form = {}, uploads = []) {
      const place = (places.get(path) ?? 0) + 1;
      places.set(path, place);
      const token = tokenOf(`${authority.slug}/${story}/${path}/${place}`);
      return (await actor(who)).posts(path, { ...form, [formTokenField]: token }, uploads);
    },
    async reads(who, path) {
      return (await actor(who)).reads(path);
    },
    async leads(who, path) {
      return (await actor(who)).leads(path);
    },
    async looks(who, path) {
      return (await actor(who)).looks(path);
    },
  };
}

function tokenOf(name: string): string {
  const hash = createHash('sha256').update(name).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-7${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/** The boxes of a date as a form names them. */
export function dateBoxes(field: string, date: Temporal.PlainDate): Filled {
  return {
    [`${field}-day`]: String(date.day),
    [`${field}-month`]: String(date.month),
    [`${field}-year`]: String(date.year),
  };
}
