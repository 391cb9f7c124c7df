import { councilFields, councilFieldsOfLetter, type Template, usualFields } from '#platform/words/index.ts';

const listing = {
  name: 'listing',
  about: 'The name of the listing',
  sample: 'Saturday swim',
  isNeeded: true,
};

/** What is written to providers about their listings, and to the officer who returned one. */
export const templates: readonly Template[] = [
  {
    id: 'listing-invitation',
    name: 'A provider is invited to keep its listings',
    kind: 'message',
    fields: [
      usualFields.name,
      { name: 'provider', about: 'The provider', sample: 'Medway Otters', isNeeded: true },
      usualFields.link,
      ...councilFieldsOfLetter,
    ],
  },
  {
    id: 'listing-approved',
    name: 'Changes to a listing are live',
    kind: 'message',
    fields: [
      usualFields.name,
      listing,
      { name: 'changed', about: 'What is live now', sample: ['Cost', 'Times'], isNeeded: true },
      usualFields.link,
      ...councilFieldsOfLetter,
    ],
  },
  {
    id: 'listing-returned',
    name: 'Changes to a listing come back',
    kind: 'message',
    fields: [
      usualFields.name,
      listing,
      {
        name: 'reasons',
        about: 'What comes back, and why',
        sample: ['Summary: Please say that helpers are in the pool.'],
        isNeeded: true,
      },
      usualFields.link,
      ...councilFieldsOfLetter,
    ],
  },
  {
    id: 'listing-sent-again',
    name: 'A provider has mended what you returned',
    kind: 'message',
    fields: [
      usualFields.name,
      listing,
      { name: 'who', about: 'Who sent it', sample: 'Olu Bankole', isNeeded: true },
      usualFields.link,
      ...councilFields,
    ],
  },
];
