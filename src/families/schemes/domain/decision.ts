import type { Pence } from '#kernel/money.ts';
import type { FactValue } from './fact-value.ts';
import type { Answer, FactSource, FactType } from './facts.ts';
import type { Award, NextStep, PublishedIn } from './scheme.ts';
import type { Truth } from './truth.ts';

/** How one criterion, or the row of results that applied, came out. */
export type Reason = {
  readonly criterion: string;
  readonly met: Truth;
  readonly because: string;
  /** The declared facts that keep it from being known. */
  readonly missing: readonly string[];
};

/** A decision: plain data, fit to be stored as JSON and to be replayed. */
export type Decision = {
  readonly scheme: string;
  readonly version: string;
  readonly versionHash: string;
  readonly rules: string;
  /** The other reading under which was decided, for comparison; null for the reading that is settled. */
  readonly reading: string | null;
  readonly outcome: string;
  readonly award: Award | null;
  /** Whether the outcome is only proposed, because the published words leave it to an officer. */
  readonly officerDecides: boolean;
  readonly reasons: readonly Reason[];
  /** The facts, as the rules name them, that are not known and could still change outcome or award. */
  readonly missing: readonly string[];
  readonly next: readonly NextStep[];
  /** What the rules looked at, as given (money in pence): the same facts give the same decision again. */
  readonly facts: { readonly [name: string]: FactValue; readonly 'decision.date': string };
};

/** A question whose answer still matters. */
export type Question = {
  readonly fact: string;
  readonly type: FactType;
  readonly from: FactSource;
  readonly question: string;
  readonly hint: string | null;
  readonly answers: readonly Answer[];
  /** The criteria or result rows that wait for the answer. */
  readonly neededFor: readonly string[];
};

/** One band of awards, for the officer's recommendation. */
export type Band = {
  readonly id: string;
  /** The fact and value that choose the band, such as impact.level 2; null where the condition is not so simple. */
  readonly chosenBy: { readonly fact: string; readonly value: FactValue } | null;
  readonly amount: Pence | null;
  readonly award: Award | null;
  readonly outcome: string;
  readonly published: string;
  readonly publishedIn: PublishedIn;
};
