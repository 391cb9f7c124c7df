import { z } from 'zod';
import { isRelationship, type Relationship, relationships } from '#families/register/index.ts';
import { type Result, refusal, success } from '#kernel/refusal.ts';
import { parsePostcode } from '#platform/places/index.ts';
import { choice, readBy } from '#platform/web/form.ts';
import { html } from '#platform/web/html.ts';
import { choiceQuestion, lineQuestion } from '#platform/web/questions.ts';
import { applicationStep, line, stop } from './application-step.ts';

const relationshipWords: Readonly<Record<Relationship, string>> = {
  mother: 'Mother',
  father: 'Father',
  'step-parent': 'Step-parent',
  grandparent: 'Grandparent',
  'foster-carer': 'Foster carer',
  other: 'Somebody else who cares for the child',
};

function relationshipText(value: string): string {
  if (value === 'self') return 'The young person';
  return isRelationship(value) ? relationshipWords[value] : value;
}

const relationshipOptions = relationships.map((value) => ({ value, text: relationshipWords[value] }));

/** Reads a telephone number: figures, spaces and a plus, ten to fifteen figures. Nothing typed is nothing. */
export function readPhone(typed: string): Result<string> {
  if (typed === '') return success('');
  const figures = typed.replace(/[\s()\-.]/g, '');
  if (/^\+?\d{10,15}$/.test(figures)) return success(typed.replace(/\s+/g, ' '));
  return refusal('not-a-phone', 'Enter a phone number, like 01632 960 001, or leave it empty');
}

/** The person who applies. */
export const youStep = applicationStep({
  name: 'you',
  slug: 'you',
  title: 'About you',
  section: 'About you and your home',
  schema: z.object({
    name: line({ missing: 'Enter your full name', max: 150, name: 'Your name' }),
    relationship: choice(relationships, 'Choose how you are related to the child'),
    responsibility: choice(['yes', 'no'], 'Choose yes if you have parental responsibility for the child'),
    phone: readBy(readPhone),
  }),
  toAnswer: (value) => ({
    name: value.name,
    relationship: value.relationship,
    hasParentalResponsibility: value.responsibility === 'yes',
    phone: value.phone,
  }),
  questions: (visit, { you, by }) => {
    const isOwn = by === undefined;
    return html`${lineQuestion(visit, { field: 'name', label: isOwn ? 'Your full name' : 'Full name of the parent carer', saved: you?.name ?? (isOwn ? knownName(visit.person?.name) : ''), ...(isOwn ? { autocomplete: 'name' } : {}) })}
${choiceQuestion(visit, { field: 'relationship', label: `How are ${isOwn ? 'you' : 'they'} related to the child?`, saved: you?.relationship, options: relationshipOptions })}
${choiceQuestion(visit, {
  field: 'responsibility',
  label: `Do ${isOwn ? 'you' : 'they'} have parental responsibility?`,
  hint: 'Most mothers and most fathers do. If a court has said otherwise, choose no and we will talk with you.',
  saved: you === undefined ? null : you.hasParentalResponsibility ? 'yes' : 'no',
  isInline: true,
  options: [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'No, or I am not sure' },
  ],
})}
${lineQuestion(visit, { field: 'phone', label: isOwn ? 'Phone number (optional)' : 'Their phone number (optional)', hint: isOwn ? 'Only if you are happy for us to call about this application' : 'Only if they are happy for us to call', saved: you?.phone, type: 'tel', ...(isOwn ? { autocomplete: 'tel' } : {}), width: 20 })}`;
  },
  rows: ({ you, by }) =>
    you === undefined || by?.kind === 'young-person'
      ? []
      : [
          {
            question: by === undefined ? 'You' : 'Parent carer',
            answer: html`${you.name}, ${relationshipText(you.relationship).toLowerCase()}<br>Parental responsibility: ${you.hasParentalResponsibility ? 'yes' : 'no, or not sure'}<br>Phone number: ${you.phone === '' ? 'not given' : you.phone}`,
          },
        ],
});

/** Until a family has said its name, its account carries the e-mail address; nobody is called that. */
function knownName(name: string | undefined): string {
  return name === undefined || name.includes('@') ? '' : name;
}

/** Another adult who cares for the child in the same home. */
export const otherCarerStep = applicationStep({
  name: 'otherCarer',
  slug: 'other-carer',
  title: 'Does another adult at home care for your child?',
  section: 'About you and your home',
  isOneQuestion: true,
  schema: z.object({
    isThere: choice(['yes', 'no'], 'Choose yes if another adult at home cares for your child'),
    carerName: line({ max: 150, name: 'Their name' }),
    carerRelationship: line({ max: 40, name: 'Relationship' }),
  }),
  check: (_visit, value) => {
    if (value.isThere === 'no') return null;
    if (value.carerName === '') return stop('missing', 'Enter the full name of the other adult', 'carerName');
    return isRelationship(value.carerRelationship)
      ? null
      : stop('missing', 'Choose how the other adult is related to the child', 'carerRelationship');
  },
  toAnswer: (value) =>
    value.isThere === 'no'
      ? { isNobody: true }
      : { name: value.carerName, relationship: value.carerRelationship },
  questions: (visit, { otherCarer }) => {
    const known = otherCarer !== undefined && 'name' in otherCarer ? otherCarer : null;
    return choiceQuestion(visit, {
      field: 'isThere',
      label: 'Does another adult at home care for your child?',
      hint: 'For example, a partner or a grandparent who lives with you',
      isHeading: true,
      saved: otherCarer === undefined ? null : known === null ? 'no' : 'yes',
      options: [
        {
          value: 'yes',
          text: 'Yes',
          conditional: html`${lineQuestion(visit, { field: 'carerName', label: 'Their full name', saved: known?.name })}
${choiceQuestion(visit, { field: 'carerRelationship', label: 'How are they related to the child?', saved: known?.relationship, options: relationshipOptions })}`,
        },
        { value: 'no', text: 'No' },
      ],
    });
  },
  rows: ({ otherCarer }) =>
    otherCarer === undefined
      ? []
      : [
          {
            question: 'Other adult at home',
            answer:
              'name' in otherCarer
                ? `${otherCarer.name} (${relationshipText(otherCarer.relationship).toLowerCase()})`
                : 'No',
          },
        ],
});

/** Where the child lives: the council of that place decides. */
export const addressStep = applicationStep({
  name: 'address',
  slug: 'address',
  title: 'Where does your child live?',
  section: 'About you and your home',
  schema: z.object({
    line1: line({ missing: 'Enter the first line of the address', max: 120, name: 'Address line 1' }),
    line2: line({ max: 120, name: 'Address line 2' }),
    town: line({ missing: 'Enter the town or city', max: 80, name: 'Town or city' }),
    postcode: readBy((typed) => parsePostcode(typed)),
  }),
  toAnswer: (value) => ({
    line1: value.line1,
    line2: value.line2,
    town: value.town,
    postcode: value.postcode.text,
  }),
  questions: (
    visit,
    { address },
  ) => html`${lineQuestion(visit, { field: 'line1', label: 'Address line 1', saved: address?.line1, autocomplete: 'address-line1' })}
${lineQuestion(visit, { field: 'line2', label: 'Address line 2 (optional)', saved: address?.line2, autocomplete: 'address-line2' })}
${lineQuestion(visit, { field: 'town', label: 'Town or city', saved: address?.town, autocomplete: 'address-level2', width: 20 })}
${lineQuestion(visit, { field: 'postcode', label: 'Postcode', saved: address?.postcode, autocomplete: 'postal-code', width: 10 })}`,
  rows: ({ address }) =>
    address === undefined
      ? []
      : [
          {
            question: 'Address',
            answer: html`${[address.line1, address.line2, address.town, address.postcode].filter((line) => line !== '').map((line, index) => html`${index > 0 && html`<br>`}${line}`)}`,
          },
        ],
});
