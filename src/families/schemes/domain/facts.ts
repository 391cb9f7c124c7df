import type { Derivation } from './expressions.ts';
import type { FactValue } from './fact-value.ts';

/** What is known, by the names that the scheme declares. Absent, undefined or null: not known. */
export type Facts = Readonly<Record<string, FactValue | null | undefined>>;

/** Facts with the day of the decision, from which ages and the version in force follow. */
export type DatedFacts = Facts & { readonly 'decision.date': string };

/** The fact that every scheme has without declaring it: the day on which is decided. */
export const decisionDate = 'decision.date';

export const factTypes = [
  'yes or no',
  'whole number',
  'choice',
  'choices',
  'date',
  'date and time',
  'money',
  'text',
  'period',
  'hours',
  'postcode',
  'decimal',
  'list',
] as const;
export type FactType = (typeof factTypes)[number];

/** Where a fact comes from: the family says it, the register holds it, a letter shows it, an officer finds it. */
export const factSources = ['family', 'register', 'evidence', 'officer'] as const;
export type FactSource = (typeof factSources)[number];

/** One allowed answer, its label on the page, and other councils' or letters' words for the same thing. */
export type Answer = {
  readonly value: string | number;
  readonly label: string;
  readonly also: readonly string[];
};

/** A fact as the scheme declares it. */
export type FactDeclaration = {
  readonly name: string;
  readonly type: FactType;
  readonly from: FactSource;
  /** The question for a person; null where nobody is asked because the fact is worked out. */
  readonly question: string | null;
  readonly hint: string | null;
  readonly answers: readonly Answer[];
  readonly derivation: Derivation | null;
  /** What is asked of each entry, where the fact is a list; none for every other type. */
  readonly fields: readonly FactDeclaration[];
};

export type FactDeclarations = ReadonlyMap<string, FactDeclaration>;
