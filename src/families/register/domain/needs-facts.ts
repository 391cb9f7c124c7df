import type { FactDefinition, FactOption } from './fact.ts';

const yesNo: readonly FactOption[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

export const care: readonly FactDefinition[] = [
  {
    key: 'personal-care',
    label: 'Personal care',
    plain: 'What help does your child need with washing, dressing and the toilet?',
    kind: 'choice',
    options: [
      { value: 'none', label: 'None', plain: 'No help' },
      { value: 'reminders', label: 'Reminders' },
      { value: 'some', label: 'Some help', plain: 'Some help' },
      { value: 'full', label: 'Full help', plain: 'Help with all of it' },
    ],
  },
  {
    key: 'personal-care-words',
    label: 'Personal care, how',
    plain: 'How do you do it?',
    hint: 'What somebody new must know. For example, pads, or who may help.',
    kind: 'words',
  },
  {
    key: 'feeding',
    label: 'Eating and drinking',
    plain: 'How does your child eat and drink?',
    kind: 'choices',
    options: [
      { value: 'by-mouth', label: 'By mouth, without help', plain: 'By mouth, without help' },
      { value: 'helped', label: 'By mouth, with help', plain: 'By mouth, with help' },
      { value: 'soft', label: 'Soft or thickened only', plain: 'Only soft food or thick drinks' },
      { value: 'peg', label: 'Gastrostomy (PEG)', plain: 'By a tube into the tummy (PEG)' },
      { value: 'ng', label: 'Nasogastric tube', plain: 'By a tube through the nose' },
    ],
  },
  {
    key: 'allergies',
    label: 'Allergies and diet',
    plain: 'Is there anything your child must not eat or touch?',
    kind: 'line',
  },
];

export const health: readonly FactDefinition[] = [
  {
    key: 'medication',
    label: 'Medication',
    plain: 'Does your child take medicine?',
    kind: 'choices',
    none: 'none',
    options: [
      { value: 'none', label: 'None', plain: 'No medicine' },
      { value: 'regular', label: 'Regular', plain: 'Every day' },
      { value: 'rescue', label: 'Emergency or rescue', plain: 'In an emergency (rescue medicine)' },
      { value: 'oxygen', label: 'Oxygen' },
    ],
  },
  {
    key: 'medication-words',
    label: 'Medication, which and when',
    plain: 'Which medicine, and when?',
    kind: 'words',
  },
  {
    key: 'epilepsy',
    label: 'Epilepsy',
    plain: 'Does your child have epilepsy?',
    kind: 'choice',
    options: [
      { value: 'no', label: 'No' },
      { value: 'controlled', label: 'Yes, controlled', plain: 'Yes, but fits are rare' },
      { value: 'active', label: 'Yes, active', plain: 'Yes, with fits often' },
    ],
  },
  {
    key: 'epilepsy-words',
    label: 'Seizures: signs, and what to do',
    plain: 'What does a fit look like, and what should somebody do?',
    kind: 'words',
  },
  {
    key: 'health-words',
    label: 'Other health needs',
    plain: 'Is there anything else about their health?',
    kind: 'words',
  },
];

export const moving: readonly FactDefinition[] = [
  {
    key: 'moving',
    label: 'Moving',
    plain: 'How does your child get about?',
    kind: 'choice',
    options: [
      { value: 'alone', label: 'Without help', plain: 'Without help' },
      { value: 'helped', label: 'With help', plain: 'With a hand, a frame or a walker' },
      { value: 'wheelchair-some', label: 'Wheelchair at times', plain: 'In a wheelchair at times' },
      { value: 'wheelchair', label: 'Wheelchair user', plain: 'In a wheelchair all the time' },
    ],
  },
  {
    key: 'hoist',
    label: 'Hoist',
    plain: 'Does your child need a hoist?',
    kind: 'choice',
    options: yesNo,
  },
  {
    key: 'moving-words',
    label: 'Moving and handling',
    plain: 'How do you lift or move your child?',
    kind: 'words',
  },
];

export const communicating: readonly FactDefinition[] = [
  {
    key: 'communication',
    label: 'Communicates by',
    plain: 'How does your child tell you things?',
    kind: 'choices',
    options: [
      { value: 'speech', label: 'Speech', plain: 'Talking' },
      { value: 'some-words', label: 'Some words', plain: 'A few words' },
      { value: 'makaton', label: 'Makaton' },
      { value: 'bsl', label: 'British Sign Language' },
      { value: 'pecs', label: 'PECS or pictures', plain: 'Pictures (PECS)' },
      { value: 'device', label: 'Device (AAC)', plain: 'A tablet or talker' },
      { value: 'own-signs', label: 'Own signs and sounds', plain: 'Their own signs and sounds' },
    ],
  },
  {
    key: 'communication-words',
    label: 'How to talk with the child',
    plain: 'How should somebody new talk with your child?',
    kind: 'words',
  },
  {
    key: 'hearing-and-sight',
    label: 'Hearing and sight',
    plain: 'Is your child deaf, or blind?',
    kind: 'choices',
    none: 'no',
    options: [
      { value: 'hearing', label: 'Deaf or hard of hearing' },
      { value: 'sight', label: 'Blind or low vision' },
      { value: 'no', label: 'Neither', plain: 'No' },
    ],
  },
];

export const calm: readonly FactDefinition[] = [
  {
    key: 'conditions',
    label: 'Also',
    plain: 'Does your child have any of these?',
    kind: 'choices',
    options: [
      { value: 'autism', label: 'Autism' },
      { value: 'adhd', label: 'ADHD' },
      { value: 'anxiety', label: 'Anxiety' },
      { value: 'learning-disability', label: 'Learning disability' },
    ],
  },
  {
    key: 'behaviour',
    label: 'Behaviour that can challenge',
    plain: 'When things are too much, what can happen?',
    kind: 'choices',
    none: 'none',
    options: [
      { value: 'none', label: 'Nothing that others must know', plain: 'Nothing that others must know' },
      { value: 'runs', label: 'Runs off', plain: 'They run off' },
      { value: 'hurts-self', label: 'Hurts themselves', plain: 'They hurt themselves' },
      { value: 'hurts-others', label: 'Hurts others', plain: 'They hurt others' },
      { value: 'breaks', label: 'Breaks things', plain: 'They break things' },
      { value: 'no-danger', label: 'No sense of danger', plain: 'They do not see danger' },
    ],
  },
  {
    key: 'behaviour-words',
    label: 'Triggers, and what calms',
    plain: 'What sets it off, and what calms your child?',
    kind: 'words',
  },
  {
    key: 'sensory',
    label: 'Sensory',
    plain: 'What is hard for your child’s senses?',
    kind: 'choices',
    options: [
      { value: 'noise', label: 'Loud or sudden noise' },
      { value: 'crowds', label: 'Crowds' },
      { value: 'light', label: 'Bright or flashing light' },
      { value: 'touch', label: 'Being touched' },
      { value: 'smell', label: 'Smells' },
      { value: 'seeks', label: 'Seeks movement or pressure', plain: 'They need to move or be squeezed' },
    ],
  },
  {
    key: 'sensory-words',
    label: 'Sensory, in words',
    plain: 'Tell us more',
    hint: 'For example, “the klaxon in the wave pool”.',
    kind: 'line',
  },
  {
    key: 'secure-site',
    label: 'Secure site',
    plain: 'Must the place be closed, so that your child cannot get out?',
    kind: 'choice',
    options: yesNo,
  },
];
