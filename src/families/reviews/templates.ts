import { councilFieldsOfLetter, type Template, usualFields } from '#platform/words/index.ts';

/** What is written before a review. */
export const templates: readonly Template[] = [
  {
    id: 'review-reminder',
    name: 'We will look at your award again',
    kind: 'message',
    fields: [
      usualFields.name,
      usualFields.child,
      usualFields.reference,
      { name: 'due', about: 'The day by which we look at it', sample: '1 April 2027', isNeeded: true },
      usualFields.link,
      ...councilFieldsOfLetter,
    ],
  },
];
