import { formatDate } from '#kernel/local-date.ts';
import { writeToUs } from './award-letter.ts';
import { type Letter, type LetterPart, type Sender, talkToUs } from './letter.ts';

/** Everything that the letter about a refusal says. */
export type RefusalLetterFacts = {
  readonly sender: Sender;
  readonly familyName: string;
  readonly childName: string;
  readonly reference: string;
  readonly schemeName: string;
  /** Why it is a no: by the criteria, because the scheme is closed, or because it came too late. */
  readonly because: 'refused' | 'closed' | 'late';
  readonly decidedOn: Temporal.PlainDate;
  /** The officer's reasons; never empty. */
  readonly wordsForFamily: string;
  /** The criteria that were not met, in the scheme's words. */
  readonly reasons: readonly string[];
  readonly appeal: readonly string[];
  /** What the family can do instead: services for all children, an assessment. Never empty. */
  readonly onward: readonly string[];
};

const firstWords = {
  refused: 'We are sorry: we have said no this time.',
  closed: 'We are sorry: it is closed now, so we cannot give it to you.',
  late: 'We are sorry: your application came too late, so we cannot give it to you this time.',
} as const;

/** Writes the letter about a refusal: why, how to appeal, and a way onward. Throws without reasons or a way on. */
export function refusalLetter(facts: RefusalLetterFacts): Letter {
  if (facts.wordsForFamily === '' || facts.onward.length === 0)
    throw new Error('a refusal is sent with its reasons and with a way onward');
  return {
    title: `Our decision about ${facts.childName}`,
    reference: facts.reference,
    date: formatDate(facts.decidedOn),
    greeting: `Dear ${facts.familyName},`,
    parts: [
      {
        heading: null,
        paragraphs: [
          `You asked for the ${facts.schemeName} for ${facts.childName}. ${firstWords[facts.because]}`,
        ],
      },
      why(facts),
      {
        heading: 'If you do not agree',
        paragraphs: facts.appeal.length === 0 ? [writeToUs(facts.sender)] : facts.appeal,
      },
      {
        heading: 'What you can do now',
        paragraphs: [`A no to this grant is not a no to all help for ${facts.childName}.`],
        list: facts.onward,
      },
      talkToUs(facts.sender),
    ],
  };
}

function why(facts: RefusalLetterFacts): LetterPart {
  return {
    heading: 'Why we said no',
    paragraphs: facts.wordsForFamily.split(/\n{2,}/),
    list: facts.reasons,
  };
}
