import {
  councilFieldsOfLetter,
  type Template,
  type TemplateField,
  usualFields,
} from '#platform/words/index.ts';

const { name, reference, link } = usualFields;
const firstName: TemplateField = { name: 'first-name', about: 'The child’s first name', sample: 'Zayn' };

function message(id: string, title: string, own: readonly TemplateField[]): Template {
  return { id, name: title, kind: 'message', fields: [name, ...own, ...councilFieldsOfLetter] };
}

/** The messages about a child that go to every account of the family. */
export const registerTemplateIds = [
  'register-confirmed',
  'register-rejected',
  'register-left-at-25',
  'evidence-lapses',
] as const;

export type RegisterTemplateId = (typeof registerTemplateIds)[number];

const about: Readonly<Record<RegisterTemplateId, Template>> = {
  'register-confirmed': message('register-confirmed', 'On the register of disabled children', [
    firstName,
    { ...reference, about: 'The number on the register', isNeeded: true },
    link,
  ]),
  'register-rejected': message('register-rejected', 'Not on the register of disabled children', [
    firstName,
    {
      name: 'why',
      about: 'The reason, as the officer wrote it',
      sample: 'The letters do not say yet what Zayn’s disability is.',
      isNeeded: true,
    },
    {
      name: 'onward',
      about: 'What the family can do now, as the officer wrote it',
      sample: 'Send us a letter from the clinic. You can ask for help without the register.',
      isNeeded: true,
    },
    link,
  ]),
  'register-left-at-25': message('register-left-at-25', 'The register ends at 25', [link]),
  'evidence-lapses': message('evidence-lapses', 'A letter that we hold ends soon', [
    firstName,
    { name: 'what', about: 'What ends', sample: 'DLA award letter', isNeeded: true },
    { name: 'day', about: 'The day on which it ends', sample: '1 March 2027', isNeeded: true },
    link,
  ]),
};

/** What the register writes: about its entries and its evidence, and to another parent who is invited. */
export const templates: readonly Template[] = [
  ...registerTemplateIds.map((id) => about[id]),
  message('parent-invitation', 'Another parent is invited to the account', [
    { name: 'who', about: 'The parent who invites', sample: 'Amira Khan', isNeeded: true },
    { name: 'code', about: 'The code to type in', sample: 'PC-7K2M-94QX', isNeeded: true },
    { name: 'days', about: 'For how many days the code works', sample: '14' },
    link,
  ]),
  message('parent-let-in', 'The invited parent may see the account', [link]),
  message('parent-not-let-in', 'The invited parent may not see the account', []),
];
