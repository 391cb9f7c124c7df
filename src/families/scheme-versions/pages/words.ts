import type { SchemeVersion } from '#families/schemes/index.ts';
import { formatDate } from '#kernel/local-date.ts';

/** When a version holds, in words. */
export function datesInWords(version: SchemeVersion): string {
  const { from, until, status } = version;
  const span =
    from === null
      ? (version.datesNote ?? 'No dates are published')
      : until === null
        ? `From ${formatDate(from)}`
        : `${formatDate(from)} to ${formatDate(until)}`;
  return status === 'proposed' ? `Proposed. ${span}` : span;
}

/** A name of the files as people read it: "not_eligible" is "not eligible". */
export function plainName(name: string): string {
  const words = name.replaceAll(/[_-]/g, ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
