/** A value out of a feed, as JSON gives it. */
export type FeedValue = unknown;

/** Something in a feed that was not as the standard says, or that a listing has no place for, and what was done. */
export type Oddity = {
  /** Where it stands: "contents[0].minimum_age". */
  readonly path: string;
  /** What stood there, shortened. */
  readonly given: string;
  /** What was done with it, as a sentence. */
  readonly done: string;
};

function isObject(value: FeedValue): value is Readonly<Record<string, FeedValue>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as a person reads it in a list of oddities: at most 80 characters. */
export function shown(value: FeedValue): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

/**
 * A record of a feed that knows which of its values were looked at. Reading is lenient: whatever has another shape
 * than expected counts as not there, and is listed at the end with everything that nobody asked for. So nothing of a
 * feed is lost without being named.
 */
export class Taken {
  readonly #root: FeedValue;
  readonly #path: string;
  readonly #seen: Set<string>;
  readonly #oddities: Oddity[];

  constructor(root: FeedValue, path = '', seen = new Set<string>(), oddities: Oddity[] = []) {
    this.#root = root;
    this.#path = path;
    this.#seen = seen;
    this.#oddities = oddities;
  }

  #at(name: string): string {
    return this.#path === '' ? name : `${this.#path}.${name}`;
  }

  #value(name: string): FeedValue {
    return isObject(this.#root) && Object.hasOwn(this.#root, name) ? this.#root[name] : undefined;
  }

  /** Names something odd at a field, and marks it as looked at. */
  odd(name: string, done: string): void {
    const path = this.#at(name);
    this.#seen.add(path);
    this.#oddities.push({ path, given: shown(this.#value(name)), done });
  }

  /** Marks the whole record as looked at: whoever calls it has read all that it says. */
  wholly(): void {
    this.#seen.add(this.#path);
  }

  /** The text of a field with its edges trimmed; null where there is none. Numbers are taken as text. */
  text(name: string): string | null {
    const value = this.#value(name);
    if (typeof value !== 'string' && typeof value !== 'number') return null;
    this.#seen.add(this.#at(name));
    const trimmed = String(value).trim();
    return trimmed === '' ? null : trimmed;
  }

  /** The first of several fields that has a text. */
  firstText(...names: readonly string[]): string | null {
    let found: string | null = null;
    for (const name of names) found ??= this.text(name);
    return found;
  }

  /** The whole number of a field, also where it stands in quotation marks; null where there is none. */
  whole(name: string): number | null {
    const value = this.#value(name);
    const number = typeof value === 'string' && /^-?\d{1,9}$/.test(value.trim()) ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isSafeInteger(number)) return null;
    this.#seen.add(this.#at(name));
    if (typeof value === 'string') this.odd(name, 'A number in quotation marks was read as a number.');
    return number;
  }

  /** Whether a field is true or false; null where it says neither. */
  yesOrNo(name: string): boolean | null {
    const value = this.#value(name);
    if (typeof value !== 'boolean') return null;
    this.#seen.add(this.#at(name));
    return value;
  }

  /** A number of a field that may have a fraction, such as a latitude. */
  number(name: string): number | null {
    const value = this.#value(name);
    if (typeof value !== 'number' || !Number.isFinite(value)) return null;
    this.#seen.add(this.#at(name));
    return value;
  }

  /** The record in a field; an empty one where there is none. */
  record(name: string): Taken {
    const value = this.#value(name);
    return new Taken(isObject(value) ? value : {}, this.#at(name), this.#seen, this.#oddities);
  }

  /** The records in a list; what is no record in it is left for the end. */
  records(name: string): readonly Taken[] {
    const value = this.#value(name);
    if (!Array.isArray(value)) return [];
    return value.flatMap((one, index) =>
      isObject(one) ? [new Taken(one, `${this.#at(name)}[${index}]`, this.#seen, this.#oddities)] : [],
    );
  }

  /** Everything odd so far, and every value that nobody asked for, in the order of the feed. */
  finish(): readonly Oddity[] {
    const rest: Oddity[] = [];
    const walk = (value: FeedValue, path: string): void => {
      if (this.#seen.has(path)) return;
      if (Array.isArray(value)) for (const [index, one] of value.entries()) walk(one, `${path}[${index}]`);
      else if (isObject(value))
        for (const [name, one] of Object.entries(value)) walk(one, path === '' ? name : `${path}.${name}`);
      else if (value === null) rest.push({ path, given: 'null', done: 'An empty value was passed over.' });
      else
        rest.push({
          path,
          given: shown(value),
          done: 'A listing has no place for this. It is kept with the import.',
        });
    };
    walk(this.#root, this.#path);
    return [...this.#oddities, ...rest];
  }
}
