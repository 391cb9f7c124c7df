/** The groups of the vocabulary: what a parent thinks of in one go. `label` is what families read. */
export const featureGroups = {
  care: { label: 'Personal care', definition: 'Help with washing, dressing and the toilet.' },
  medicine: {
    label: 'Medicine and health',
    definition: 'Medicine, seizures, and care that needs training or a nurse.',
  },
  eating: { label: 'Eating and drinking', definition: 'Help at meals, tube feeding, and food that is safe.' },
  moving: {
    label: 'Moving and getting in',
    definition: 'The way in, the toilets, and help for a child to move or be moved.',
  },
  communication: {
    label: 'Communication',
    definition: 'The ways in which a child tells and is told things.',
  },
  behaviour: {
    label: 'Behaviour and safety',
    definition: 'How many staff there are, what they know, and how the site keeps a child safe.',
  },
  senses: {
    label: 'Sounds, lights and calm',
    definition: 'What a child hears, sees, smells and feels there, and where it is calm.',
  },
  family: {
    label: 'The family',
    definition: 'Who else may come: brothers and sisters, a parent, a helper of your own.',
  },
} as const;
export type FeatureGroup = keyof typeof featureGroups;
