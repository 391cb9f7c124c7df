import { aPdf } from '#platform/files/examples.ts';
import type { Upload } from '#platform/web/visit.ts';

/** What is posted: fields with their values. */
export type PostedFields = Readonly<Record<string, string | readonly string[]>>;

/** A date as its three boxes post it. */
export function dateBoxes(field: string, date: string): PostedFields {
  const [year = '', month = '', day = ''] = date.split('-');
  return { [`${field}-day`]: day, [`${field}-month`]: month, [`${field}-year`]: year };
}

/** Every step of an application, as a family with one child would fill it in. */
export function filledSteps(change: Readonly<Record<string, PostedFields>> = {}) {
  const steps: Readonly<Record<string, PostedFields>> = {
    child: { givenName: 'Amira', familyName: 'Khan', ...dateBoxes('bornOn', '2018-05-01') },
    disability: { hasDiagnosis: 'yes', diagnosis: 'Autism' },
    'other-support': { held: 'none' },
    you: { name: 'Sana Khan', relationship: 'mother', responsibility: 'yes', phone: '01632 960 001' },
    'other-carer': { isThere: 'no' },
    address: { line1: '1 High Street', line2: '', town: 'Chatham', postcode: 'me4 4aa' },
    benefit: {
      which: 'dla',
      dlaCare: 'highest',
      dlaMobility: 'lower',
      ...dateBoxes('dlaDated', '2025-04-11'),
      ...dateBoxes('dlaFrom', '2025-05-01'),
      ...dateBoxes('dlaUntil', '2028-04-30'),
    },
    letters: { later: 'yes' },
    impact: { level: '2', why: 'Nights are hard.' },
    'what-for': { uses: ['swimming'], what: '', how: 'Water calms her, and I can rest.' },
  };
  return { ...steps, ...change };
}

/** A letter as a browser sends it: a true PDF. */
export function aLetter(field: 'benefit' | 'diagnosis', name = 'letter.pdf'): Upload {
  return { field, name, bytes: aPdf(), tooBig: false };
}
