import { councilFields, type Template } from '#platform/words/index.ts';

/** What is written to who signs in. */
export const templates: readonly Template[] = [
  {
    id: 'sign-in-link',
    name: 'The link to sign in',
    kind: 'message',
    fields: [
      {
        name: 'link',
        about: 'The address that signs them in',
        sample: 'https://shortbreaks.example.org/sign-in/link/abc',
        isNeeded: true,
      },
      { name: 'minutes', about: 'For how many minutes it works', sample: '20', isNeeded: true },
      ...councilFields,
    ],
  },
];
