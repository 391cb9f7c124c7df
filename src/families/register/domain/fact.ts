/** An answer to one fact: words or one choice, several choices, or nothing (taken back). */
export type FactAnswer = string | readonly string[] | null;

/** An answer that somebody may choose. The label is what practitioners read, and families where `plain` is missing. */
export type FactOption = { readonly value: string; readonly label: string; readonly plain?: string };

/** One fact that the register holds about a child, and how it is asked for. */
export type FactDefinition = {
  /** Stable: it stands in the database. */
  readonly key: string;
  readonly label: string;
  /** The same question as a family is asked it. */
  readonly plain: string;
  readonly hint?: string;
  readonly kind: 'line' | 'words' | 'choice' | 'choices' | 'date' | 'symbols';
  readonly options?: readonly FactOption[];
  /** Whose codes the options are, in the place of `options`. */
  readonly codes?: 'disability' | 'sen-need' | 'ethnicity' | 'sex';
  /** Among several answers, the one that rules out the rest. */
  readonly none?: string;
  /** Whether only practitioners record it. Families read it all the same. */
  readonly isForPractitioners?: boolean;
  /** Whether the section cannot be saved without it. */
  readonly isRequired?: string;
  /** How it is checked beyond its kind. */
  readonly check?: 'nhs-number' | 'upn' | 'urn';
};

/** Facts that are asked for together, on one page. */
export type FactSection = {
  readonly slug: string;
  readonly title: string;
  readonly plain: string;
  readonly about: string;
  readonly facts: readonly FactDefinition[];
  /** Whether a family changes what stands here. */
  readonly isForFamilies: boolean;
};

/** A fact as it holds now: the newest that was said. */
export type Fact = {
  readonly key: string;
  readonly answer: FactAnswer;
  readonly saidBy: string;
  readonly saidOn: Temporal.PlainDate;
  readonly reviewOn: Temporal.PlainDate | null;
  readonly recordedBy: string;
  readonly recordedAt: Temporal.Instant;
};

export type Facts = ReadonlyMap<string, Fact>;

/** Gives what holds now out of everything that was ever recorded, oldest first: of each fact its last row. */
export function currentFacts(history: readonly Fact[]): Facts {
  const current = new Map<string, Fact>();
  for (const fact of history) {
    current.delete(fact.key);
    if (fact.answer !== null) current.set(fact.key, fact);
  }
  return current;
}

/** The words of a fact that holds; empty where there are none. */
export function wordsOf(facts: Facts, key: string): string {
  const answer = facts.get(key)?.answer;
  return typeof answer === 'string' ? answer : '';
}

/** The choices of a fact that holds. */
export function choicesOf(facts: Facts, key: string): readonly string[] {
  const answer = facts.get(key)?.answer ?? null;
  if (answer === null) return [];
  return typeof answer === 'string' ? [answer] : answer;
}

/** Whether two answers say the same. */
export function isSameAnswer(one: FactAnswer, other: FactAnswer): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * Whether an NHS number is whole: ten digits, of which the last checks the others (modulus 11, NHS Data
 * Dictionary).
 */
export function isNhsNumber(text: string): boolean {
  const digits = text.replace(/[\s-]/g, '');
  if (!/^\d{10}$/.test(digits)) return false;
  const sum = [...digits.slice(0, 9)].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === Number(digits[9]);
}

/** Whether a unique pupil number has its shape: a letter, then eleven digits, or ten and a letter. */
export function isUpn(text: string): boolean {
  return /^[A-HJ-NP-RT-Z]\d{11}$|^[A-HJ-NP-RT-Z]\d{10}[A-HJ-NP-RT-Z]$/i.test(text.replace(/\s/g, ''));
}

/** Whether a school's unique reference number has its shape: six digits. */
export function isUrn(text: string): boolean {
  return /^\d{6}$/.test(text.trim());
}
