import type { FactSection } from './fact.ts';
import { calm, care, communicating, health, moving } from './needs-facts.ts';
import { supervision } from './supervision.ts';

/** The needs profile, section by section. */
export const needsSections: readonly FactSection[] = [
  {
    slug: 'care',
    title: 'Care, food and drink',
    plain: 'Care, food and drink',
    about: 'What help your child needs each day.',
    facts: care,
    isForFamilies: true,
  },
  {
    slug: 'health',
    title: 'Medicine and epilepsy',
    plain: 'Medicine and health',
    about: 'What somebody must know to keep your child safe.',
    facts: health,
    isForFamilies: true,
  },
  {
    slug: 'moving',
    title: 'Moving and handling',
    plain: 'Getting about',
    about: 'How your child moves, and how you help.',
    facts: moving,
    isForFamilies: true,
  },
  {
    slug: 'communicating',
    title: 'Communication and senses',
    plain: 'How we talk',
    about: 'How your child tells you things.',
    facts: communicating,
    isForFamilies: true,
  },
  {
    slug: 'calm',
    title: 'Behaviour and sensory facts',
    plain: 'Keeping calm and safe',
    about: 'What is hard, and what calms your child.',
    facts: calm,
    isForFamilies: true,
  },
  {
    slug: 'supervision',
    title: 'Staff needed',
    plain: 'How many adults',
    about: 'How many adults your child needs with them.',
    facts: supervision,
    isForFamilies: true,
  },
];
