import { formatDate } from '#kernel/local-date.ts';
import { type Letter, type LetterPart, type Sender, talkToUs } from './letter.ts';

/** Everything that the letter about an award says. Words come from the scheme and the officer. */
export type AwardLetterFacts = {
  readonly sender: Sender;
  readonly familyName: string;
  readonly childName: string;
  readonly reference: string;
  /** What was granted, as the family reads it. */
  readonly granted: string;
  /** Whether the scheme gives less than its full rate here. */
  readonly isReduced: boolean;
  /** Whether it is money: then the letter says what it may be spent on. */
  readonly isMoney: boolean;
  readonly decidedOn: Temporal.PlainDate;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  readonly reviews: readonly Temporal.PlainDate[];
  /** The reasons of the scheme that were met, in its words. */
  readonly reasons: readonly string[];
  /** What the officer added for the family; may be empty. */
  readonly wordsForFamily: string;
  readonly spendOn: readonly string[];
  readonly notOn: readonly string[];
  /** What the scheme itself says of spending and paying. */
  readonly terms: readonly string[];
  readonly appeal: readonly string[];
};

/** Writes the letter about an award, in words for a reading age of about nine. */
export function awardLetter(facts: AwardLetterFacts): Letter {
  return {
    title: `${facts.childName} has been given ${facts.granted} for short breaks`,
    reference: facts.reference,
    date: formatDate(facts.decidedOn),
    greeting: `Dear ${facts.familyName},`,
    parts: [
      {
        heading: null,
        paragraphs: [
          `We have said yes. ${facts.childName} has ${facts.granted} for short breaks.`,
          ...(facts.isReduced ? ['This is the reduced rate. Why is said below.'] : []),
          `You can use it from ${formatDate(facts.startsOn)} to ${formatDate(facts.endsOn)}.`,
        ],
      },
      ...why(facts),
      ...(facts.isMoney ? spending(facts) : using(facts)),
      reviewing(facts),
      {
        heading: 'If you do not agree',
        paragraphs: facts.appeal.length === 0 ? [writeToUs(facts.sender)] : facts.appeal,
      },
      talkToUs(facts.sender),
    ],
  };
}

function why(facts: AwardLetterFacts): readonly LetterPart[] {
  const paragraphs = facts.wordsForFamily === '' ? [] : facts.wordsForFamily.split(/\n{2,}/);
  if (paragraphs.length === 0 && facts.reasons.length === 0) return [];
  return [{ heading: 'Why we said yes', paragraphs, list: facts.reasons }];
}

function spending(facts: AwardLetterFacts): readonly LetterPart[] {
  const parts: LetterPart[] = [
    facts.spendOn.length === 0
      ? {
          heading: 'What you can spend it on',
          paragraphs: ['Spend it on short breaks for your child.'],
        }
      : {
          heading: 'What you can spend it on',
          paragraphs: ['Spend it on short breaks for your child, such as:'],
          list: facts.spendOn,
        },
  ];
  if (facts.notOn.length > 0)
    parts.push({ heading: null, paragraphs: ['You cannot spend it on:'], list: facts.notOn });
  parts.push({
    heading: null,
    paragraphs: [...facts.terms, 'Keep your receipts. We ask to see what the money was spent on.'],
  });
  return parts;
}

/** Hours and nights are not spent: the family agrees with the council when and where. */
function using(facts: AwardLetterFacts): readonly LetterPart[] {
  return [
    {
      heading: 'How you use it',
      paragraphs: [
        'We will talk with you about what suits your child, and when and where.',
        ...facts.terms,
        `If you have not heard from us in two weeks, call ${facts.sender.phone}.`,
      ],
    },
  ];
}

function reviewing(facts: AwardLetterFacts): LetterPart {
  const dates = facts.reviews.map(formatDate);
  const when = dates.length > 1 ? `${dates.slice(0, -1).join(', ')} and ${dates.at(-1)}` : (dates[0] ?? '');
  return {
    heading: 'When we will look at it again',
    paragraphs: [
      when === ''
        ? `We will look at it again before ${formatDate(facts.endsOn)}.`
        : `We will look at it again on ${when}. We will write to you before.`,
      `It ends on ${formatDate(facts.endsOn)}. You can apply again for the year after.`,
    ],
  };
}

/** Where a scheme names no way to appeal there is one all the same. */
export function writeToUs(sender: Sender): string {
  return `You can ask us to look at this decision again. Tell us why you do not agree. Write to ${sender.email} or call ${sender.phone}. Somebody who did not make this decision will look at it.`;
}
