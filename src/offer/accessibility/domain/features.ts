/** What a short break may offer a disabled child, group by group, in the words that families read. */
export const featureGroups = {
  care: 'Personal care',
  medicine: 'Medicine and health',
  eating: 'Eating and drinking',
  moving: 'Moving and getting in',
  communication: 'Communication',
  behaviour: 'Behaviour and safety',
  senses: 'Sounds, lights and calm',
  family: 'The family',
} as const;
export type FeatureGroup = keyof typeof featureGroups;

/** One thing that decides whether a child can use a short break. The key is its stable name, also in open data. */
export const features = {
  'personal-care-reminders': { group: 'care', label: 'Reminders for the toilet and washing' },
  'personal-care': { group: 'care', label: 'Help with washing, dressing and the toilet' },
  'continence-care': { group: 'care', label: 'Changing pads or nappies' },
  medication: { group: 'medicine', label: 'Gives medicine' },
  'rescue-medication': { group: 'medicine', label: 'Gives rescue medicine' },
  epilepsy: { group: 'medicine', label: 'Knows what to do in a seizure' },
  oxygen: { group: 'medicine', label: 'Helps with oxygen or suction' },
  nurse: { group: 'medicine', label: 'A nurse is there' },
  'feeding-help': { group: 'eating', label: 'Help with eating and drinking' },
  'tube-feeding': { group: 'eating', label: 'Tube feeding' },
  'special-diet': { group: 'eating', label: 'Food for allergies and special diets' },
  'step-free': { group: 'moving', label: 'No steps on the way in' },
  'accessible-toilet': { group: 'moving', label: 'Accessible toilet' },
  'changing-place': { group: 'moving', label: 'Changing Places toilet' },
  'moving-and-handling': { group: 'moving', label: 'Staff trained to help a child move' },
  hoist: { group: 'moving', label: 'Hoist' },
  makaton: { group: 'communication', label: 'Makaton' },
  pecs: { group: 'communication', label: 'Picture exchange (PECS)' },
  bsl: { group: 'communication', label: 'British Sign Language' },
  aac: { group: 'communication', label: 'Works with a talking device' },
  'hearing-loop': { group: 'communication', label: 'Hearing loop' },
  'vision-support': { group: 'communication', label: 'Support for children with low vision' },
  'behaviour-support': { group: 'behaviour', label: 'Staff trained in behaviour that can challenge' },
  'secure-site': { group: 'behaviour', label: 'A site that a child cannot leave unseen' },
  'one-to-one': { group: 'behaviour', label: 'One member of staff for one child' },
  'small-group': { group: 'senses', label: 'Small group' },
  'quiet-space': { group: 'senses', label: 'Quiet space' },
  'no-sudden-noise': { group: 'senses', label: 'No sudden or loud noise' },
  'no-flashing-lights': { group: 'senses', label: 'No flashing or very bright lights' },
  'no-strong-smells': { group: 'senses', label: 'No strong smells' },
  'visit-first': { group: 'senses', label: 'You can visit first' },
  siblings: { group: 'family', label: 'Brothers and sisters welcome' },
  'parent-may-stay': { group: 'family', label: 'A parent may stay' },
  'own-helper': { group: 'family', label: 'Bring your own helper' },
} as const satisfies Record<string, { readonly group: FeatureGroup; readonly label: string }>;
export type Feature = keyof typeof features;

/** Every feature, in the order in which they are shown. */
export const featureNames = Object.keys(features) as readonly Feature[];

/** What a provider says of a feature. Where it says nothing, the answer is "ask". */
export const offered = ['meets', 'ask', 'does-not-meet'] as const;
export type Offered = (typeof offered)[number];

/** What a listing says, feature by feature; one that is left out is one to ask about. */
export type Access = Readonly<Partial<Record<Feature, Offered>>>;
