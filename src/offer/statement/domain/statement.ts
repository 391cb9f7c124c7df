import type { Block } from './blocks.ts';
import { needsBlocks, rangeBlocks } from './composed-range.ts';
import { applyBlocks, criteriaBlocks, disagreeBlocks, madeBlocks, viewsBlocks } from './composed-rest.ts';
import type { About, Facts, Views } from './facts.ts';

/** What the program composes, part by part. */
export const composedParts = ['range', 'criteria', 'apply', 'needs', 'views', 'disagree', 'made'] as const;
export type ComposedPart = (typeof composedParts)[number];

/** A section of the statement: staff write it, or the program composes it. */
export type Section = {
  readonly id: string;
  readonly title: string;
  /** What is composed; null where staff write the section. */
  readonly composes: ComposedPart | null;
  /** What the section is for, said to who writes it. */
  readonly help: string;
};

/** The two texts that staff write for a section. A composed section has an Easy Read text alone. */
export const variants = ['words', 'easy-read'] as const;
export type Variant = (typeof variants)[number];

/** The pictures of Easy Read, by name, with what each shows. */
export const pictures = {
  child: 'a child',
  family: 'a family',
  home: 'a house',
  calendar: 'a calendar',
  night: 'the moon and stars',
  list: 'a list',
  tick: 'a tick',
  question: 'a question mark',
  phone: 'a telephone',
  letter: 'a letter',
  people: 'people talking',
  money: 'coins',
} as const;
export type Picture = keyof typeof pictures;

/** One section as it was published: its words, and the HTML that was made of them on the day. */
export type FrozenSection = {
  readonly id: string;
  readonly title: string;
  readonly composes: ComposedPart | null;
  /** As staff wrote it, in Markdown with references; empty for a composed section. */
  readonly source: string;
  readonly markdown: string;
  readonly html: string;
  readonly easyRead: { readonly source: string; readonly picture: Picture; readonly html: string } | null;
};

/** How a duty of regulation 5 stands in one statement. */
export type DutyState = {
  readonly id: string;
  readonly title: string;
  readonly law: string;
  /** The sections that meet it. */
  readonly metIn: readonly string[];
  readonly isMet: boolean;
  /** What was found, in a sentence. */
  readonly found: string;
  /** Why it is published although the duty is not met; empty where it is, or nobody has said. */
  readonly because: string;
};

/** Who signed a version, and as what. */
export type Signature = { readonly name: string; readonly as: string; readonly on: string };

/** A statement as a whole, frozen: it says the same whatever happens to the directory and the schemes. */
export type Content = {
  readonly facts: Facts;
  readonly views: Views;
  readonly about: About;
  readonly sections: readonly FrozenSection[];
  readonly duties: readonly DutyState[];
  readonly signatures: readonly Signature[];
  /** What changed since the version before, in sentences. */
  readonly changes: readonly string[];
};

type Whole = { readonly facts: Facts; readonly views: Views; readonly about: About };

const composers: Readonly<Record<ComposedPart, (whole: Whole) => readonly Block[]>> = {
  range: ({ facts }) => rangeBlocks(facts),
  criteria: ({ facts }) => criteriaBlocks(facts),
  apply: ({ facts }) => applyBlocks(facts),
  needs: ({ facts }) => needsBlocks(facts),
  views: ({ views }) => viewsBlocks(views),
  disagree: ({ facts }) => disagreeBlocks(facts),
  made: ({ about }) => madeBlocks(about),
};

/** Composes a part of the statement out of the facts of a day. */
export function compose(part: ComposedPart, whole: Whole): readonly Block[] {
  return composers[part](whole);
}

/** A published version without its content, for lists. */
export type VersionLine = {
  readonly number: number;
  readonly publishedOn: Temporal.PlainDate;
  readonly reviewBy: Temporal.PlainDate;
};

/** A version as it was published. */
export type Version = VersionLine & { readonly content: Content };
