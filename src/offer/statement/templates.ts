import { councilFieldsOfLetter, type Template, usualFields } from '#platform/words/index.ts';

/** What is written to staff when the statement has to be looked at again. */
export const templates: readonly Template[] = [
  {
    id: 'statement-review',
    name: 'The short breaks statement is to be looked at again',
    kind: 'message',
    fields: [
      usualFields.name,
      { name: 'version', about: 'The number of the version', sample: '3', isNeeded: true },
      { name: 'due', about: 'The day by which it is looked at', sample: '1 April 2027', isNeeded: true },
      usualFields.link,
      ...councilFieldsOfLetter,
    ],
  },
];
