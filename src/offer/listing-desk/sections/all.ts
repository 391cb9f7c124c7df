import { what, who } from './about.ts';
import { access, told } from './access-and-told.ts';
import { contact, cost, join } from './cost-and-joining.ts';
import type { Section } from './section.ts';
import { when, where } from './time-and-place.ts';

/** Every part of a listing that is written on a page of its own, in their order. Pictures and closing have theirs. */
export const sections: readonly Section[] = [what, who, when, where, cost, join, contact, access, told];

/** The section of a key; null where there is none. */
export function sectionOf(key: string): Section | null {
  return sections.find((section) => section.key === key) ?? null;
}
