import type { Tier } from '#offer/directory/index.ts';

/** How many short breaks there are of one sort, with the query of the directory that shows them. */
export type Counted = {
  /** What references call it: "overnight", "saturday", "chatham". */
  readonly id: string;
  readonly words: string;
  readonly query: string;
  readonly count: number;
};

/** A short break as the statement names it. */
export type Named = {
  readonly slug: string;
  readonly title: string;
  readonly provider: string;
  /** "Ages 5 to 12". */
  readonly ages: string;
};

/** One condition or one amount of a scheme, as published. */
export type Published = { readonly id: string; readonly words: string };

/** A scheme that families can ask for, as it stood on the day. */
export type SchemeFacts = {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  /** The version of the rules that holds; null while none does. */
  readonly version: { readonly id: string; readonly name: string; readonly hash: string } | null;
  /** In words: "1 April 2027"; null where nobody has said. */
  readonly opensOn: string | null;
  readonly criteria: readonly Published[];
  readonly amounts: readonly Published[];
};

/**
 * Everything that the statement says and nobody writes: counted and gathered on one day. Plain data, so that it is
 * kept with a version just as it was.
 */
export type Facts = {
  /** The day, as "2026-11-24". */
  readonly on: string;
  readonly council: string;
  readonly service: string;
  readonly contact: { readonly phone: string; readonly email: string; readonly hours: string };
  readonly running: number;
  readonly madeUp: number;
  readonly free: number;
  readonly providers: number;
  readonly tiers: readonly {
    readonly id: Tier;
    readonly words: string;
    readonly about: string;
    readonly listings: readonly Named[];
  }[];
  readonly paused: readonly (Named & { readonly why: string })[];
  /** The range that regulation 4 of the 2011 Regulations names. */
  readonly range: readonly Counted[];
  /** What regulation 3 says that carers use a break for, with what fits each. */
  readonly carers: readonly Counted[];
  readonly kinds: readonly Counted[];
  readonly times: readonly Counted[];
  readonly needs: readonly Counted[];
  readonly ages: readonly Counted[];
  readonly places: readonly Counted[];
  readonly schemes: readonly SchemeFacts[];
};

/** A comment as it is published, with what was changed because of it. */
export type PublishedView = {
  /** The section's title; empty where it is about the whole. */
  readonly section: string;
  /** Who said it and how, in words: "A parent carer, online". */
  readonly who: string;
  readonly words: string;
  readonly changed: string;
};

/** How carers' views on a statement were taken. */
export type Views = {
  readonly rounds: readonly { readonly opensOn: string; readonly closesOn: string }[];
  /** Comments and notes of views, and the people behind them. */
  readonly comments: number;
  readonly people: number;
  /** Those without an answer yet. */
  readonly unanswered: number;
  readonly published: readonly PublishedView[];
};

/** What a version of the statement says of itself. */
export type About = {
  /** Null where nothing is published: what is shown is composed now. */
  readonly number: number | null;
  readonly publishedOn: string | null;
  readonly reviewBy: string | null;
};

/** The short breaks of which there is little: fewer than one in ten. */
export function littleOf(facts: Facts): readonly Counted[] {
  return [...facts.range, ...facts.times, ...facts.needs].filter(({ count }) => count * 10 < facts.running);
}
