import { councilFields, type Template, type TemplateField } from '#platform/words/index.ts';

const stop: TemplateField = {
  name: 'stop',
  about: 'The address that stops these messages and destroys their own address',
  sample: 'https://shortbreaks.example.org/alerts/stop/abc',
  isNeeded: true,
};

/** What is written to who asked to be told of what is new. */
export const templates: readonly Template[] = [
  {
    id: 'alert-confirm',
    name: 'Do you want to be told of new short breaks?',
    kind: 'message',
    fields: [
      {
        name: 'wanted',
        about: 'What they asked for',
        sample: ['New short breaks: age 8, Sport'],
        isNeeded: true,
      },
      {
        name: 'link',
        about: 'The address with the button that says yes',
        sample: 'https://shortbreaks.example.org/alerts/confirm/abc',
        isNeeded: true,
      },
      { name: 'days', about: 'For how many days the address works', sample: '7', isNeeded: true },
      ...councilFields,
    ],
  },
  {
    id: 'alert-digest',
    name: 'New short breaks',
    kind: 'message',
    fields: [
      { name: 'count', about: 'How many are new, in words', sample: '2 new short breaks' },
      { name: 'search', about: 'What they look for', sample: 'age 8, Sport', isNeeded: true },
      {
        name: 'found',
        about: 'Each of them with its address',
        sample: ['Saturday swim, Gillingham: https://shortbreaks.example.org/find/saturday-swim'],
        isNeeded: true,
      },
      {
        name: 'link',
        about: 'The address of the whole search',
        sample: 'https://shortbreaks.example.org/find?age=8',
        isNeeded: true,
      },
      stop,
      ...councilFields,
    ],
  },
  {
    id: 'newsletter',
    name: 'The newsletter',
    kind: 'message',
    fields: [
      { name: 'title', about: 'Its title', sample: 'Half-term and what comes after' },
      { name: 'body', about: 'Its words', sample: 'There is a new swim on Sundays.', isNeeded: true },
      {
        name: 'link',
        about: 'The address of the same as a page',
        sample: 'https://shortbreaks.example.org/newsletters/3',
        isNeeded: true,
      },
      stop,
      ...councilFields,
    ],
  },
];
