import type { FactDefinition, FactOption, FactSection } from './fact.ts';
import { needsSections } from './needs-sections.ts';

export const yesNo: readonly FactOption[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

const matters: readonly FactDefinition[] = [
  { key: 'likes', label: 'Likes', plain: 'What I like', kind: 'symbols' },
  { key: 'likes-words', label: 'Likes, in words', plain: 'More that I like', kind: 'line' },
  { key: 'helps', label: 'Helps', plain: 'What helps me', kind: 'symbols' },
  { key: 'helps-words', label: 'Helps, in words', plain: 'More that helps me', kind: 'line' },
  { key: 'dislikes', label: 'Does not like', plain: 'What I do not like', kind: 'symbols' },
  {
    key: 'dislikes-words',
    label: 'Does not like, in words',
    plain: 'More that I do not like',
    kind: 'line',
  },
  {
    key: 'own-words',
    label: 'In the child’s own words',
    plain: 'What matters to me',
    hint: 'Write it just as your child says it, or say how they show it.',
    kind: 'words',
  },
];

const details: readonly FactDefinition[] = [
  {
    key: 'preferred-name',
    label: 'Preferred name',
    plain: 'What does your child like to be called?',
    kind: 'line',
  },
  {
    key: 'language',
    label: 'Language at home',
    plain: 'Which language do you speak at home?',
    kind: 'line',
  },
  {
    key: 'interpreter',
    label: 'Interpreter',
    plain: 'Do you need an interpreter when we talk?',
    kind: 'choice',
    options: yesNo,
  },
  {
    key: 'ethnicity',
    label: 'Ethnicity',
    plain: 'What is your child’s ethnic group?',
    hint: 'You do not have to say. It helps us see if our help is fair.',
    kind: 'choice',
    codes: 'ethnicity',
  },
  {
    key: 'religion',
    label: 'Religion or belief',
    plain: 'Is there a religion or belief that we should know of?',
    hint: 'You do not have to say. For example, it may decide what your child eats.',
    kind: 'line',
  },
  {
    key: 'siblings',
    label: 'Brothers and sisters',
    plain: 'Who else is growing up with your child?',
    hint: 'Names and ages of brothers and sisters, wherever they live.',
    kind: 'words',
  },
];

const numbers: readonly FactDefinition[] = [
  { key: 'sex', label: 'Sex', plain: 'Sex', kind: 'choice', codes: 'sex' },
  {
    key: 'nhs-number',
    label: 'NHS number',
    plain: 'NHS number',
    hint: 'Ten digits, like 943 476 5919.',
    kind: 'line',
    check: 'nhs-number',
  },
  {
    key: 'upn',
    label: 'Unique pupil number',
    plain: 'Unique pupil number',
    hint: 'A letter and twelve signs. Leave it empty where it is not known.',
    kind: 'line',
    check: 'upn',
  },
  {
    key: 'looked-after',
    label: 'Looked-after child',
    plain: 'Is your child looked after by a council?',
    kind: 'choice',
    options: yesNo,
  },
  {
    key: 'responsible-authority',
    label: 'Responsible authority',
    plain: 'The council that is responsible for your child',
    hint: 'For a looked-after child this council decides, wherever the child lives.',
    kind: 'line',
  },
];

const codes: readonly FactDefinition[] = [
  {
    key: 'disability',
    label: 'Disability, children in need census',
    plain: 'What the council has written down about your child’s disability',
    hint: 'All that apply. It is never left empty: choose “No disability” where there is none.',
    kind: 'choices',
    codes: 'disability',
    none: 'NONE',
    isRequired: 'Choose every disability that applies, or “No disability”',
  },
  {
    key: 'sen-first',
    label: 'First special educational need',
    plain: 'The need that weighs most at school',
    kind: 'choice',
    codes: 'sen-need',
  },
  {
    key: 'sen-second',
    label: 'Second special educational need',
    plain: 'Another need at school',
    kind: 'choice',
    codes: 'sen-need',
  },
];

const school: readonly FactDefinition[] = [
  { key: 'school', label: 'School', plain: 'Which school does your child go to?', kind: 'line' },
  {
    key: 'school-urn',
    label: 'School’s reference number (URN)',
    plain: 'School’s reference number',
    kind: 'line',
    check: 'urn',
    isForPractitioners: true,
  },
  {
    key: 'year-group',
    label: 'Year group',
    plain: 'Which year are they in?',
    hint: 'For example, Reception or Year 4.',
    kind: 'line',
  },
  {
    key: 'ehc-plan',
    label: 'Education, health and care plan',
    plain: 'Does your child have an education, health and care plan?',
    kind: 'choice',
    options: [...yesNo, { value: 'asked', label: 'Being assessed', plain: 'We have asked for one' }],
  },
  { key: 'ehc-date', label: 'Date of the plan', plain: 'Date on the plan', kind: 'date' },
  {
    key: 'ehc-h1',
    label: 'Section H1: support under the 1970 Act',
    plain: 'What section H1 says',
    kind: 'words',
    isForPractitioners: true,
  },
  {
    key: 'ehc-h2',
    label: 'Section H2: other social care',
    plain: 'What section H2 says',
    kind: 'words',
    isForPractitioners: true,
  },
];

/** Everything that the register holds about a child as facts, page by page, in the order in which it is read. */
export const sections: readonly FactSection[] = [
  {
    slug: 'matters',
    title: 'What matters to the child',
    plain: 'All about me',
    about: 'In the child’s own words, or by pictures that they choose.',
    facts: matters,
    isForFamilies: true,
  },
  ...needsSections,
  {
    slug: 'details',
    title: 'Name, language and background',
    plain: 'Name, language and family',
    about: 'So that we get it right when we write and talk.',
    facts: details,
    isForFamilies: true,
  },
  {
    slug: 'school',
    title: 'School and plan',
    plain: 'School and plan',
    about: 'Where your child learns, and the plan for it.',
    facts: school,
    isForFamilies: true,
  },
  {
    slug: 'codes',
    title: 'Disability and educational need',
    plain: 'What we have written down',
    about: 'By the codes of the national returns.',
    facts: codes,
    isForFamilies: false,
  },
  {
    slug: 'numbers',
    title: 'Numbers and responsibility',
    plain: 'Numbers',
    about: 'What joins this record with health and school.',
    facts: numbers,
    isForFamilies: false,
  },
];

/** The section of a slug, or null. */
export function sectionOf(slug: string): FactSection | null {
  return sections.find((section) => section.slug === slug) ?? null;
}

/** The definition of every fact, by its key. */
export const definitions: ReadonlyMap<string, FactDefinition> = new Map(
  sections.flatMap((section) => section.facts.map((fact) => [fact.key, fact] as const)),
);
