import { councilFields, type Template } from '#platform/words/index.ts';

/** What providers are written to so that the directory stays true. */
export const templates: readonly Template[] = [
  {
    id: 'listing-still-right',
    name: 'Is your listing still right?',
    kind: 'message',
    fields: [
      { name: 'listing', about: 'The name of the listing', sample: 'Saturday swim' },
      { name: 'provider', about: 'The name of the provider', sample: 'Medway Otters' },
      { name: 'checked', about: 'The day it was last checked', sample: '24 August 2026', isNeeded: true },
      {
        name: 'hidden',
        about: 'The day on which families stop seeing it',
        sample: '25 August 2027',
        isNeeded: true,
      },
      {
        name: 'link',
        about: 'The address with the button that says it is still right',
        sample: 'https://shortbreaks.example.org/still-right/abc',
        isNeeded: true,
      },
      {
        name: 'change',
        about: 'Where to change it',
        sample: 'https://shortbreaks.example.org/provider',
        isNeeded: true,
      },
      ...councilFields,
    ],
  },
];
