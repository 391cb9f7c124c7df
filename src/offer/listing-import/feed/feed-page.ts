import { type Result, refusal, success } from '#kernel/refusal.ts';
import type { FeedValue } from './taken.ts';

/** One answer of another publisher's feed. */
export type FeedPage = {
  readonly services: readonly FeedValue[];
  /** From 1; how many pages the feed says there are. */
  readonly page: number;
  readonly pages: number;
  /** What was odd about the answer as a whole, as sentences. */
  readonly oddities: readonly string[];
};

/** At which line and character a text stops being JSON, as far as the engine's own message tells it. */
function placeOf(error: unknown, text: string): string {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  const end = position === undefined ? text.length : Number(position);
  const lines = text.slice(0, end).split('\n');
  return `line ${lines.length}, character ${(lines.at(-1)?.length ?? 0) + 1}`;
}

function isRecord(value: FeedValue): value is Readonly<Record<string, FeedValue>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** So deep may a feed be nested. The standard needs eight levels; what is endless would fill the stack of every reader. */
const mostLevels = 40;

function isTooDeep(root: FeedValue): boolean {
  const open: [value: FeedValue, level: number][] = [[root, 1]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [value, level] = next;
    if (typeof value !== 'object' || value === null) continue;
    if (level > mostLevels) return true;
    for (const inner of Object.values(value)) open.push([inner, level + 1]);
  }
  return false;
}

/** A text that the database can keep: without NUL, and without halves of letters. */
function keepable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

function keepableValue(value: FeedValue): FeedValue {
  if (typeof value === 'string') return keepable(value);
  if (Array.isArray(value)) return value.map(keepableValue);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [keepable(name), keepableValue(inner)]),
  );
}

/** So many lines that cannot be read are named one by one. */
const mostNamed = 50;

/** A feed that sends a record a line. Lines that cannot be read are named, and the others kept. */
function linesOf(text: string): FeedPage | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2) return null;
  const services: FeedValue[] = [];
  const oddities: string[] = [];
  let broken = 0;
  lines.forEach((line, index) => {
    try {
      services.push(JSON.parse(line));
    } catch {
      broken += 1;
      if (broken <= mostNamed)
        oddities.push(`Line ${index + 1} is not a whole record and was left out: ${line.slice(0, 60)}`);
    }
  });
  if (broken > mostNamed) oddities.push(`So were ${broken - mostNamed} more lines.`);
  return services.length === 0 ? null : { services, page: 1, pages: 1, oddities };
}

/**
 * Reads one answer of a feed: a page of Open Referral UK (3.0 with `contents`, or one of the older kinds with `content`),
 * a bare list, one service, or a record a line. Refuses what is none of these, with the place where it breaks.
 */
export function readFeedPage(text: string): Result<FeedPage> {
  const page = readPage(text);
  if (!page.ok) return page;
  if (isTooDeep(page.value.services))
    return refusal(
      'feed-too-deep',
      'The feed is nested without end. Ask its publisher. Nothing was taken in',
    );
  // A NUL and half a letter can stand in JSON by their numbers alone.
  if (!/\\u(?:0000|d[89a-f])/i.test(text)) return page;
  return success({
    ...page.value,
    services: page.value.services.map(keepableValue),
    oddities: [...page.value.oddities, 'Signs that no text may hold were taken out where there were any.'],
  });
}

function readPage(text: string): Result<FeedPage> {
  if (/^\s*<(!doctype|html|head|body)\b/i.test(text))
    return refusal(
      'feed-is-a-page',
      'A web page answers where the feed should be. Check the address in feeds.yaml, or ask the publisher',
    );
  let value: FeedValue;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const lines = linesOf(text);
    if (lines !== null) return success(lines);
    return refusal(
      'feed-broken',
      `The feed breaks off or is not JSON at ${placeOf(error, text)}. Ask its publisher, or try again later. Nothing was taken in`,
    );
  }
  if (Array.isArray(value))
    return success({ services: value, page: 1, pages: 1, oddities: ['A bare list, not a page.'] });
  if (!isRecord(value)) return refusal('feed-empty', 'The feed has no services in it. Check its address');
  const { contents, content } = value;
  const number = (...names: readonly string[]) => {
    for (const name of names) {
      const found = value[name];
      if (typeof found === 'number' && Number.isSafeInteger(found) && found >= 0) return found;
    }
    return null;
  };
  const services = Array.isArray(contents) ? contents : Array.isArray(content) ? content : null;
  if (services === null) {
    if (typeof value.name === 'string')
      return success({ services: [value], page: 1, pages: 1, oddities: ['One service, not a page.'] });
    return refusal('feed-empty', 'The feed has no services in it. Check its address');
  }
  const oddities = Array.isArray(contents) ? [] : ['The services stand in “content”, not in “contents”.'];
  return success({
    services,
    page: Math.max(1, number('page_number', 'number') ?? 1),
    pages: Math.max(1, number('total_pages', 'totalPages') ?? 1),
    oddities,
  });
}
