import {
  councilFieldsOfLetter,
  type Template,
  type TemplateField,
  usualFields,
} from '#platform/words/index.ts';

/** The letters that a decision may have. */
export const letterIds = [
  'award-letter',
  'award-of-time-letter',
  'agreed-letter',
  'refusal-letter',
  'closed-letter',
  'late-letter',
  'waiting-letter',
  'assessment-referral-letter',
  'panel-referral-letter',
] as const;

export type LetterId = (typeof letterIds)[number];

const names: Readonly<Record<LetterId, string>> = {
  'award-letter': 'Yes: money is given',
  'award-of-time-letter': 'Yes: hours or nights are given',
  'agreed-letter': 'Yes: a place, or help that a plan sets out',
  'refusal-letter': 'No: by the rules of the scheme',
  'closed-letter': 'No: the scheme is closed',
  'late-letter': 'No: the application came too late',
  'waiting-letter': 'On the waiting list',
  'assessment-referral-letter': 'First an assessment',
  'panel-referral-letter': 'First the panel',
};

const appeal: TemplateField = {
  name: 'appeal',
  about: 'How to have the decision looked at again, in the scheme’s words',
  sample:
    'You can appeal. Write to us and say why you do not agree. Somebody who did not make this decision will look at it.',
  isNeeded: true,
};

const reasons: TemplateField = {
  name: 'reasons',
  about: 'What the scheme’s rules say about this child, one line each',
  sample: ['Zayn is 7 years old.', 'Zayn gets Disability Living Allowance.'],
  mayBeEmpty: true,
};

const scheme: TemplateField = {
  name: 'scheme',
  about: 'What the scheme is called',
  sample: 'Short breaks grant',
};

const onward: TemplateField = {
  name: 'onward',
  about: 'What the family can do now: clubs that are open to all, an assessment, somebody to talk to',
  sample: [
    'Look at the clubs and activities that are open to all children.',
    'Ask for an assessment of what your child and your family need.',
  ],
  isNeeded: true,
};

const ownWords: TemplateField = {
  name: 'why',
  about: 'What the officer wrote for the family',
  sample: 'Zayn needs somebody with him all the time, and you have little rest.',
  mayBeEmpty: true,
};

const ofAward: readonly TemplateField[] = [
  { name: 'granted', about: 'What is given', sample: '£750 for the year', isNeeded: true },
  { name: 'from', about: 'The first day', sample: '1 December 2026' },
  { name: 'until', about: 'The last day', sample: '31 March 2027', isNeeded: true },
  {
    name: 'reduced',
    about: 'The words “the reduced rate”, where the scheme gives less than its full rate',
    sample: 'the reduced rate',
    mayBeEmpty: true,
  },
  ownWords,
  reasons,
  {
    name: 'look-again',
    about: 'When it is looked at again',
    sample: 'on 1 April 2027',
  },
  {
    name: 'terms',
    about: 'What the scheme says of paying and spending',
    sample: 'We pay it into your bank account.',
    mayBeEmpty: true,
  },
  appeal,
];

const ofMoney: readonly TemplateField[] = [
  {
    name: 'spend-on',
    about: 'What the money may be spent on',
    sample: ['days out', 'clubs and activities'],
    mayBeEmpty: true,
  },
  {
    name: 'not-on',
    about: 'What it may not be spent on',
    sample: ['things for the home, such as a washing machine'],
    mayBeEmpty: true,
  },
];

const reasonsAgainst: TemplateField = {
  ...reasons,
  sample: ['The help that you asked for is in Zayn’s support plan already.'],
};

const ofRefusal: readonly TemplateField[] = [
  scheme,
  {
    name: 'why',
    about: 'The reasons, as the officer wrote them for the family',
    sample: 'This is paid by another service already.',
    isNeeded: true,
  },
  reasonsAgainst,
  appeal,
  onward,
];

const ofReferral: readonly TemplateField[] = [scheme, ownWords, appeal, onward];

const fields: Readonly<Record<LetterId, readonly TemplateField[]>> = {
  'award-letter': [...ofAward, ...ofMoney],
  'award-of-time-letter': ofAward,
  'agreed-letter': [
    scheme,
    {
      name: 'means',
      about: 'What the yes gives, in the words of the scheme, and what it does not',
      sample: 'Your child can join. You book clubs and activities in your account. No money is paid to you.',
      isNeeded: true,
    },
    ownWords,
    reasons,
    {
      name: 'next',
      about: 'What the family can do now, in the scheme’s words',
      sample: ['Choose clubs and activities, and book them.'],
      mayBeEmpty: true,
    },
    {
      name: 'terms',
      about: 'What the scheme says of how it works',
      sample: 'You tell us once.',
      mayBeEmpty: true,
    },
    appeal,
  ],
  'refusal-letter': ofRefusal,
  'closed-letter': ofRefusal,
  'late-letter': ofRefusal,
  'waiting-letter': [
    ...ofReferral,
    {
      name: 'published',
      about: 'Why there is a wait, and in which order families are offered something',
      sample: 'We offer places in the order in which families applied.',
      isNeeded: true,
    },
  ],
  'assessment-referral-letter': ofReferral,
  'panel-referral-letter': ofReferral,
};

/** The letters about decisions; greeting, date and reference stand above the words. */
export function letterTemplates(
  fieldsOfCase: (id: LetterId) => Template['fieldsOfCase'],
): readonly Template[] {
  return letterIds.map((id) => {
    const ofCase = fieldsOfCase(id);
    return {
      id,
      name: names[id],
      kind: 'letter',
      fields: [usualFields.child, ...fields[id], ...councilFieldsOfLetter],
      ...(ofCase === undefined ? {} : { fieldsOfCase: ofCase }),
    };
  });
}
