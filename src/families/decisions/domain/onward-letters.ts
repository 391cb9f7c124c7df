import { formatDate } from '#kernel/local-date.ts';
import { writeToUs } from './award-letter.ts';
import type { Referral } from './decision-record.ts';
import { type Letter, type LetterPart, type Sender, talkToUs } from './letter.ts';

/** What the letters about a wait and about a referral say alike. */
type OnwardFacts = {
  readonly sender: Sender;
  readonly familyName: string;
  readonly childName: string;
  readonly reference: string;
  readonly schemeName: string;
  readonly decidedOn: Temporal.PlainDate;
  /** What the officer added for the family; may be empty. */
  readonly wordsForFamily: string;
  readonly appeal: readonly string[];
  /** What the family can do meanwhile. Never empty. */
  readonly onward: readonly string[];
};

export type WaitingLetterFacts = OnwardFacts & {
  /** Why there is a wait and in which order families are offered, in the council's published words. */
  readonly published: readonly string[];
};

/** Writes the letter to a family that waits: why, what happens next, and what it can do meanwhile. */
export function waitingLetter(facts: WaitingLetterFacts): Letter {
  return letter(facts, {
    title: `${facts.childName} is on our waiting list`,
    first: [
      `You asked for the ${facts.schemeName} for ${facts.childName}. We have not said no. You have to wait.`,
      ...facts.published,
    ],
    next: {
      heading: 'What happens next',
      paragraphs: [
        'You do not need to apply again. We will write to you when we can offer you something.',
        'Tell us if anything changes for your child or your family. It can matter.',
      ],
    },
  });
}

export type ReferralLetterFacts = OnwardFacts & { readonly to: Referral };

/** Writes the letter to a family whose application is looked at further: where, why and what it has to do. */
export function referralLetter(facts: ReferralLetterFacts): Letter {
  const isPanel = facts.to === 'panel';
  return letter(facts, {
    title: isPanel
      ? `Our panel will look at what ${facts.childName} needs`
      : `We want to find out more about what ${facts.childName} needs`,
    first: [
      `You asked for the ${facts.schemeName} for ${facts.childName}. We have not said no. We want to look further before we decide.`,
      isPanel
        ? 'The panel is a small group of people who know about short breaks. They read what you sent us and say what they think is right.'
        : 'A worker will talk with you about your child, and about you. This is called an assessment. You can say what matters to you.',
    ],
    next: {
      heading: 'What happens next',
      paragraphs: [
        isPanel
          ? 'You do not need to do anything now. We will write to you when the panel has met.'
          : 'We will call you or write to you to find a time. You do not need to apply again.',
      ],
    },
  });
}

function letter(
  facts: OnwardFacts,
  words: { readonly title: string; readonly first: readonly string[]; readonly next: LetterPart },
): Letter {
  if (facts.onward.length === 0) throw new Error('a letter always has a way onward');
  const own = facts.wordsForFamily === '' ? [] : facts.wordsForFamily.split(/\n{2,}/);
  return {
    title: words.title,
    reference: facts.reference,
    date: formatDate(facts.decidedOn),
    greeting: `Dear ${facts.familyName},`,
    parts: [
      { heading: null, paragraphs: [...words.first, ...own] },
      words.next,
      { heading: 'What you can do meanwhile', paragraphs: [], list: facts.onward },
      {
        heading: 'If you do not agree',
        paragraphs: facts.appeal.length === 0 ? [writeToUs(facts.sender)] : facts.appeal,
      },
      talkToUs(facts.sender),
    ],
  };
}
