import type { Entry } from '../entry.ts';
import type { FoundPoint } from '../point.ts';
import { wordMeant } from '../spelling.ts';

/** A name as it is compared: lower case, single spaces, without signs. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{Mark}'’‘`]/gu, '')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
}

type Middle = { readonly name: string; latitude: number; longitude: number; count: number };

/**
 * The places and localities that listings name, each with the middle of what lies there. A listing that moved still
 * counts where it was until the index is made anew: the middle of a town hardly moves by it.
 */
export class PlaceNames {
  readonly #middles = new Map<string, Middle>();

  add({ listing, point }: Entry): void {
    if (listing.place.kind !== 'at' || point === null) return;
    for (const name of [listing.place.locality, listing.place.name]) this.#count(name, point);
  }

  /** The names that could be meant by a slip, those with most listings first. */
  #alike(key: string): readonly string[] {
    return [...this.#middles]
      .filter(([name]) => name.charAt(0) === key.charAt(0) && Math.abs(name.length - key.length) <= 3)
      .sort(([, one], [, other]) => other.count - one.count)
      .map(([name]) => name);
  }

  #count(name: string, point: FoundPoint): void {
    const key = nameKey(name);
    const middle = this.#middles.get(key) ?? { name, latitude: 0, longitude: 0, count: 0 };
    middle.latitude += point.latitude;
    middle.longitude += point.longitude;
    middle.count += 1;
    this.#middles.set(key, middle);
  }

  /** The middle of the place of a name, also where the name has a slip; null where no listing names it. */
  find(typed: string): { readonly name: string; readonly point: FoundPoint } | null {
    const key = nameKey(typed);
    const exact = this.#middles.get(key);
    const meant = exact === undefined ? wordMeant(key, this.#alike(key)) : null;
    const middle = exact ?? (meant === null ? undefined : this.#middles.get(meant));
    if (middle === undefined) return null;
    const { name, latitude, longitude, count } = middle;
    return {
      name,
      point: { latitude: latitude / count, longitude: longitude / count, precision: 'outward' },
    };
  }
}
