import { appealsOf, appealWords } from '#families/appeals/index.ts';
import { familysCopies } from '#families/assessments/index.ts';
import { complaintsOf, phaseWords } from '#families/complaints/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import type { Visit } from '#platform/web/visit.ts';

/** Something that goes on, or went on, between a family and the council. */
export type UnderWay = {
  readonly title: string;
  readonly href: string;
  /** Where it stands. */
  readonly words: string;
};

const assessmentWords = {
  asked: 'You asked for it. Somebody will get in touch.',
  'in-progress': 'Somebody is finding out with you what you need.',
  submitted: 'It is written. You can read it and say what you think.',
  agreed: 'It is finished. You can read it.',
} as const;

/** The assessments and plans, the appeals and complaints of the family that visits, the newest of each kind first. */
export async function underWay(visit: Visit): Promise<readonly UnderWay[]> {
  const { assessments, plans } = await familysCopies(visit);
  const appeals = await appealsOf(visit);
  const complaints = await complaintsOf(visit);
  return [
    ...plans.map(({ one, childName }) => ({
      title: `Support plan for ${childName}`,
      href: `/account/plans/${one.id}`,
      words:
        one.state === 'agreed'
          ? `Agreed. It runs from ${formatDate(one.startsOn)} to ${formatDate(one.endsOn)}.`
          : 'It is written and waits to be agreed. You can say what you think of it.',
    })),
    ...assessments.map(({ one, childName }) => ({
      title:
        one.kind === 'parent-carer'
          ? 'Assessment of what you need as a carer'
          : `Assessment for ${childName}`,
      href: `/account/assessments/${one.id}`,
      words: stateOf(one.state),
    })),
    ...appeals.map((appeal) => ({
      title: `You asked us to look again (${appeal.reference})`,
      href: `/account/appeals/${appeal.id}`,
      words: appealWords(appeal),
    })),
    ...complaints.map((complaint) => ({
      title: `Your complaint (${complaint.reference})`,
      href: `/account/complaints/${complaint.id}`,
      words: phaseWords[complaint.stand.phase],
    })),
  ];
}

function stateOf(state: string): string {
  const found = Object.entries(assessmentWords).find(([name]) => name === state);
  return found?.[1] ?? '';
}
