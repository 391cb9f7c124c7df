import type { Authority } from '#platform/authorities/index.ts';
import type { Fields, TemplateField } from './template.ts';

/** What every letter and message may say of the council: its name, its service and how to reach somebody. */
export const councilFields: readonly TemplateField[] = [
  { name: 'council', about: 'The council’s name', sample: 'Testshire Council' },
  { name: 'service', about: 'What the service is called', sample: 'Short breaks in Testshire' },
  { name: 'phone', about: 'The telephone number of the short breaks team', sample: '01632 960001' },
  {
    name: 'phone-and-hours',
    about: 'The same number with the hours in which somebody answers',
    sample: '01632 960001 (Monday to Friday, 9am to 5pm)',
  },
  { name: 'email', about: 'The email address of the short breaks team', sample: 'short.breaks@example.org' },
];

/** The same fields, filled with what the council's own folder says. */
export function fieldsOfCouncil({ name, service, contact }: Authority): Fields {
  const hours = contact.hours === '' ? '' : ` (${contact.hours})`;
  return {
    council: name,
    service,
    phone: contact.phone,
    'phone-and-hours': `${contact.phone}${hours}`,
    email: contact.email,
  };
}

/** The gaps that most templates have. */
export const usualFields = {
  name: { name: 'name', about: 'Who it is written to', sample: 'Amira Khan' },
  child: { name: 'child', about: 'The child’s name', sample: 'Zayn Khan' },
  reference: { name: 'reference', about: 'The reference to name in a call', sample: 'SB-7K2M-94QX' },
  link: {
    name: 'link',
    about: 'The address of the page about it',
    sample: 'https://shortbreaks.example.org/account',
    isNeeded: true,
  },
} as const satisfies Readonly<Record<string, TemplateField>>;

/** The fields of the council in a letter from which nobody may be left without somebody to call. */
export const councilFieldsOfLetter: readonly TemplateField[] = councilFields.map((one) =>
  one.name === 'phone-and-hours' ? { ...one, isNeeded: true } : one,
);
