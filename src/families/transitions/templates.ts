import {
  councilFieldsOfLetter,
  type Template,
  type TemplateField,
  usualFields,
} from '#platform/words/index.ts';

const { name, child, link } = usualFields;
const day: TemplateField = { name: 'day', about: 'The day for it', sample: '10 March 2027', isNeeded: true };
const firstName: TemplateField = { name: 'first-name', about: 'The child’s first name', sample: 'Leah' };

function milestone(sample: string): TemplateField {
  return {
    name: 'milestone',
    about: 'What is to be done now, in the words of the law’s list',
    sample,
    isNeeded: true,
  };
}

/** What is written as a child grows up: to the family, and to the young person as themselves. */
export const templates: readonly Template[] = [
  {
    id: 'growing-up',
    name: 'Growing up: to the family',
    kind: 'message',
    fields: [
      name,
      child,
      firstName,
      milestone('At 16 your child can speak for themselves.'),
      day,
      link,
      ...councilFieldsOfLetter,
    ],
  },
  {
    id: 'growing-up-own',
    name: 'Growing up: to the young person',
    kind: 'message',
    fields: [
      name,
      child,
      firstName,
      milestone('You can speak for yourself now.'),
      day,
      link,
      ...councilFieldsOfLetter,
    ],
  },
  {
    id: 'own-account',
    name: 'To the young person: your own account',
    kind: 'message',
    fields: [
      name,
      {
        name: 'sign-in',
        about: 'The address at which they sign in',
        sample: 'https://shortbreaks.example.org/sign-in',
        isNeeded: true,
      },
      link,
      ...councilFieldsOfLetter,
    ],
  },
];
