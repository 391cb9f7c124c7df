/** A disabled child as the register holds it. */
export type Child = {
  readonly id: string;
  readonly householdId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly bornOn: Temporal.PlainDate;
  /** Whether a disability has been diagnosed; null where nobody has said. */
  readonly hasDiagnosis: boolean | null;
  readonly diagnosis: string;
  /** The record of the same child that this one was merged into; missing where it stands for itself. */
  readonly mergedInto?: string;
};

/** How a parent carer is related to the child, in the words of the form. */
export const relationships = [
  'mother',
  'father',
  'step-parent',
  'grandparent',
  'foster-carer',
  'other',
] as const;
export type Relationship = (typeof relationships)[number];

/** Whether a text is one of the form's words for a relationship. */
export function isRelationship(text: string): text is Relationship {
  return relationships.some((one) => one === text);
}

/** An adult who cares for the child. */
export type ParentCarer = {
  readonly id: string;
  readonly personId: string | null;
  readonly name: string;
  readonly relationship: string;
  readonly hasParentalResponsibility: boolean;
  readonly email: string | null;
  readonly phone: string | null;
};

export type Address = {
  readonly line1: string;
  readonly line2: string;
  readonly town: string;
  readonly postcode: string;
};

/** The children and parent carers who live together. */
export type Household = {
  readonly id: string;
  readonly address: Address;
  readonly district: string | null;
  readonly children: readonly Child[];
  readonly parentCarers: readonly ParentCarer[];
};

export const dlaCareRates = ['none', 'lowest', 'middle', 'highest'] as const;
export const dlaMobilityRates = ['none', 'lower', 'higher'] as const;
export const pipRates = ['none', 'standard', 'enhanced'] as const;

/** What a benefit letter says: a rate for each component. Rates decide, amounts never do. */
export type BenefitRates = {
  readonly dlaCare: (typeof dlaCareRates)[number] | null;
  readonly dlaMobility: (typeof dlaMobilityRates)[number] | null;
  readonly pipDaily: (typeof pipRates)[number] | null;
  readonly pipMobility: (typeof pipRates)[number] | null;
};

export const evidenceKinds = [
  'dla-letter',
  'pip-letter',
  'diagnosis-letter',
  'ehc-plan',
  'professional-letter',
  'school-letter',
  'birth-certificate',
  'proof-of-address',
  'carers-allowance-letter',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** A letter, held once and used for all that the child is asked for. */
export type Evidence = BenefitRates & {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly datedOn: Temporal.PlainDate | null;
  readonly holdsFrom: Temporal.PlainDate | null;
  readonly holdsUntil: Temporal.PlainDate | null;
  /** What it shows, in words; empty for a benefit letter, whose rates say it. */
  readonly shows: string;
  readonly file: { readonly id: string; readonly name: string; readonly mediaType: string } | null;
  readonly createdAt: Temporal.Instant;
};

/** The child's name as people say it. */
export function fullName(child: { readonly givenName: string; readonly familyName: string }): string {
  return `${child.givenName} ${child.familyName}`;
}

/** Children without those records that were merged into another among them: each child once. */
export function onceEach<T extends Pick<Child, 'id' | 'mergedInto'>>(children: readonly T[]): readonly T[] {
  const ids = new Set(children.map(({ id }) => id));
  return children.filter(({ mergedInto }) => mergedInto === undefined || !ids.has(mergedInto));
}

/** Whether two children could be told from one another by nothing that is known of them. */
export function isSameChild(
  one: Pick<Child, 'givenName' | 'familyName' | 'bornOn'>,
  other: Pick<Child, 'givenName' | 'familyName' | 'bornOn'>,
): boolean {
  return (
    one.bornOn.equals(other.bornOn) &&
    sameWords(one.givenName, other.givenName) &&
    sameWords(one.familyName, other.familyName)
  );
}

function sameWords(one: string, other: string): boolean {
  const plain = (text: string) =>
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase();
  return plain(one) === plain(other);
}
