/** What is assessed: a child and the family, or a parent carer's own needs. */
export const assessmentKinds = ['child-and-family', 'parent-carer'] as const;
export type AssessmentKind = (typeof assessmentKinds)[number];

/** What an assessment is called, in the middle of a sentence. */
export const kindWords: Readonly<Record<AssessmentKind, string>> = {
  'child-and-family': 'child and family assessment',
  'parent-carer': 'parent carer’s needs assessment',
};

export type AssessmentState = 'asked' | 'in-progress' | 'submitted' | 'agreed' | 'closed';

/** One assessment, without its sections. */
export type Assessment = {
  readonly id: string;
  readonly reference: string;
  readonly householdId: string;
  readonly childId: string;
  readonly kind: AssessmentKind;
  /** Whose needs as a carer; empty for a child and family assessment. */
  readonly carerName: string;
  /** The carer’s own account, who alone of the family reads a parent carer’s assessment. */
  readonly forPersonId: string | null;
  readonly source: 'application' | 'family' | 'practitioner';
  readonly applicationId: string | null;
  readonly askedBy: string;
  readonly askedWords: string;
  readonly askedAt: Temporal.Instant;
  readonly dueOn: Temporal.PlainDate;
  readonly state: AssessmentState;
  readonly assessorId: string | null;
  readonly assessorName: string;
  readonly submittedAt: Temporal.Instant | null;
  readonly agreedBy: string | null;
  readonly agreedByName: string;
  readonly agreedAt: Temporal.Instant | null;
};

/** A sibling or a carer whose needs are looked at. */
export type AssessmentPerson = {
  readonly id: string;
  readonly kind: 'sibling' | 'carer';
  readonly name: string;
  readonly about: string;
};

/** A section as it was saved once. */
export type SectionVersion = {
  readonly section: string;
  readonly version: number;
  readonly aboutId: string | null;
  readonly words: string;
  readonly isWithheld: boolean;
  readonly writtenBy: string;
  readonly writtenByName: string;
  readonly writtenAt: Temporal.Instant;
};

export type AssessmentVisit = {
  readonly id: string;
  readonly visitedOn: Temporal.PlainDate;
  readonly place: string;
  readonly peopleSeen: string;
  readonly wasChildSeen: boolean;
  readonly words: string;
  readonly recordedByName: string;
};

/** What a family said of its copy. */
export type AssessmentComment = {
  readonly id: string;
  readonly kind: 'comment' | 'correction' | 'agrees';
  readonly words: string;
  readonly personName: string;
  readonly saidAt: Temporal.Instant;
};

/** Something that was done with an assessment. */
export type AssessmentStep = {
  readonly kind: 'asked' | 'taken-up' | 'submitted' | 'returned' | 'agreed' | 'closed';
  readonly words: string;
  readonly personId: string;
  readonly personName: string;
  readonly doneAt: Temporal.Instant;
};
