import type { FeatureGroup } from './groups.ts';

/** What the vocabulary says of a feature. */
type Described = {
  readonly group: FeatureGroup;
  /** The statement, as it stands on a listing. */
  readonly label: string;
  /** The same inside a sentence: "Ask about: hoist, Makaton." */
  readonly short: string;
  /** One sentence: what a break that "meets" it does in practice. */
  readonly definition: string;
};

/** One thing that decides whether a child can use a short break. The key is its stable name, also in open data. */
export const features = {
  'personal-care-reminders': {
    group: 'care',
    label: 'Reminders for the toilet and washing',
    short: 'reminders for the toilet',
    definition: 'Staff remind a child to go to the toilet and wash their hands, and wait close by.',
  },
  'personal-care': {
    group: 'care',
    label: 'Help with washing, dressing and the toilet',
    short: 'personal care',
    definition:
      'Trained staff help a child to wash, dress and use the toilet, in private, as the child’s care plan says.',
  },
  'continence-care': {
    group: 'care',
    label: 'Changing pads or nappies',
    short: 'changing pads',
    definition:
      'Trained staff change pads or nappies at any age, in private and lying down where that is needed.',
  },
  medication: {
    group: 'medicine',
    label: 'Gives medicine',
    short: 'medicine',
    definition: 'Trained staff keep a child’s everyday medicine locked, give it on time and write it down.',
  },
  'rescue-medication': {
    group: 'medicine',
    label: 'Gives rescue medicine',
    short: 'rescue medicine',
    definition:
      'Somebody trained to give the child’s own rescue medicine, such as midazolam or an adrenaline pen, is always there.',
  },
  epilepsy: {
    group: 'medicine',
    label: 'Knows what to do in a seizure',
    short: 'seizures',
    definition:
      'Staff with epilepsy training follow the child’s seizure plan and know when to call an ambulance.',
  },
  oxygen: {
    group: 'medicine',
    label: 'Helps with oxygen or suction',
    short: 'oxygen or suction',
    definition: 'Staff trained for this child look after oxygen or suction for the whole time.',
  },
  nurse: {
    group: 'medicine',
    label: 'A nurse is there',
    short: 'a nurse',
    definition: 'A registered nurse is on site for the whole time.',
  },
  'feeding-help': {
    group: 'eating',
    label: 'Help with eating and drinking',
    short: 'help with eating',
    definition:
      'Staff help a child to eat and drink, and prepare soft food or thick drinks as the plan says.',
  },
  'tube-feeding': {
    group: 'eating',
    label: 'Tube feeding',
    short: 'tube feeding',
    definition: 'Staff trained for this child give feeds by gastrostomy (PEG) or nasogastric tube.',
  },
  'special-diet': {
    group: 'eating',
    label: 'Food for allergies and special diets',
    short: 'special diet',
    definition: 'Food and drink are safe for the child’s allergies and diet, or a child may bring their own.',
  },
  'step-free': {
    group: 'moving',
    label: 'No steps on the way in',
    short: 'no steps',
    definition:
      'A wheelchair can go from the road or car park to everything the child does there, without a step.',
  },
  'accessible-toilet': {
    group: 'moving',
    label: 'Accessible toilet',
    short: 'accessible toilet',
    definition: 'There is a toilet with room for a wheelchair and a helper, and with rails.',
  },
  'changing-place': {
    group: 'moving',
    label: 'Changing Places toilet',
    short: 'Changing Places toilet',
    definition:
      'There is a Changing Places toilet on site, with a hoist, a changing bench for an adult, and room for two helpers.',
  },
  'equipment-to-borrow': {
    group: 'moving',
    label: 'Sports chairs, bikes or walkers to borrow',
    short: 'equipment to borrow',
    definition:
      'There are chairs, bikes, walkers or other adapted equipment that a child may use without paying more.',
  },
  'moving-and-handling': {
    group: 'moving',
    label: 'Staff trained to help a child move',
    short: 'help to move',
    definition:
      'Staff with moving and handling training help a child to stand, sit and transfer as the plan says.',
  },
  hoist: {
    group: 'moving',
    label: 'Hoist',
    short: 'hoist',
    definition:
      'There is a working hoist where the child needs one, and staff who are trained to use it; you bring the sling.',
  },
  makaton: {
    group: 'communication',
    label: 'Makaton',
    short: 'Makaton',
    definition: 'At least one member of staff who is with the child signs Makaton.',
  },
  pecs: {
    group: 'communication',
    label: 'Picture exchange (PECS)',
    short: 'PECS',
    definition:
      'At least one member of staff who is with the child knows how to use PECS, and has the pictures there.',
  },
  'picture-plan': {
    group: 'communication',
    label: 'A picture plan of the day',
    short: 'picture plan',
    definition:
      'Each child has a plan of what happens now and next in pictures, and is told before it changes.',
  },
  bsl: {
    group: 'communication',
    label: 'British Sign Language',
    short: 'British Sign Language',
    definition:
      'At least one member of staff who is with the child signs British Sign Language at level 2 or above.',
  },
  aac: {
    group: 'communication',
    label: 'Works with a talking device',
    short: 'talking device',
    definition:
      'Staff know how to talk with a child who uses a device or a communication book, and keep it within reach.',
  },
  'hearing-loop': {
    group: 'communication',
    label: 'Hearing loop',
    short: 'hearing loop',
    definition: 'There is a hearing loop that works in the room where the activity is.',
  },
  'vision-support': {
    group: 'communication',
    label: 'Support for children with low vision',
    short: 'support for low vision',
    definition:
      'Staff know how to guide a child with low vision and say what is going on, and things can be felt.',
  },
  'behaviour-support': {
    group: 'behaviour',
    label: 'Staff trained in behaviour that can challenge',
    short: 'behaviour support',
    definition:
      'Staff are trained in positive behaviour support and follow the child’s own plan when things are too much.',
  },
  'secure-site': {
    group: 'behaviour',
    label: 'A site that a child cannot leave unseen',
    short: 'secure site',
    definition: 'Doors, gates and fences keep a child from leaving without an adult, the whole time.',
  },
  'one-to-one': {
    group: 'behaviour',
    label: 'One member of staff for one child',
    short: 'one to one',
    definition: 'A member of staff can be with your child alone for the whole time.',
  },
  'small-group': {
    group: 'senses',
    label: 'Small group, not crowded',
    short: 'small group',
    definition:
      'There are eight children at most in the group, and it is not open to others at the same time.',
  },
  'quiet-space': {
    group: 'senses',
    label: 'Quiet space',
    short: 'quiet space',
    definition: 'There is a calm room or corner, kept free for this, that a child can go to at any time.',
  },
  'sensory-room': {
    group: 'senses',
    label: 'Sensory room or equipment',
    short: 'sensory room',
    definition: 'There is a sensory room, or equipment to swing, bounce, squeeze, touch or watch.',
  },
  'no-sudden-noise': {
    group: 'senses',
    label: 'No sudden or loud noise',
    short: 'no loud noise',
    definition:
      'There is no loud music, alarm, klaxon, hand dryer or shouting, but for a fire alarm in a fire.',
  },
  'no-flashing-lights': {
    group: 'senses',
    label: 'No flashing or very bright lights',
    short: 'no flashing lights',
    definition: 'No light flashes or flickers, and bright lights can be turned down.',
  },
  'no-strong-smells': {
    group: 'senses',
    label: 'No strong smells',
    short: 'no strong smells',
    definition: 'There is no strong smell of food, animals, chlorine, paint or perfume.',
  },
  'no-unasked-touch': {
    group: 'senses',
    label: 'Nobody touches without asking',
    short: 'no touch without asking',
    definition:
      'Staff ask or show before they touch a child, and the activity can be done without being held.',
  },
  'visit-first': {
    group: 'senses',
    label: 'You can visit first',
    short: 'a visit first',
    definition: 'You and your child can come and look, or meet the staff, before the first time.',
  },
  siblings: {
    group: 'family',
    label: 'Brothers and sisters welcome',
    short: 'brothers and sisters',
    definition: 'Brothers and sisters of any age it is suited to may take part at the same time.',
  },
  'parent-may-stay': {
    group: 'family',
    label: 'A parent may stay',
    short: 'a parent may stay',
    definition: 'A parent carer may stay for as long as they like; nobody has to.',
  },
  'no-parent-needed': {
    group: 'family',
    label: 'You can leave your child there',
    short: 'leaving your child there',
    definition: 'Staff look after the child, so a parent carer may go away for the whole time.',
  },
  'own-helper': {
    group: 'family',
    label: 'Bring your own helper',
    short: 'your own helper',
    definition: 'A personal assistant or enabler may come with the child and does not pay.',
  },
} as const satisfies Record<string, Described>;
export type Feature = keyof typeof features;

/** Every feature, in the order in which they are shown. */
export const featureNames = Object.keys(features) as readonly Feature[];

/** The features of one group, in their order. */
export function featuresOf(group: FeatureGroup): readonly Feature[] {
  return featureNames.filter((name) => features[name].group === group);
}

/** What a provider says of a feature. Where it says nothing, the answer is "ask". */
export const offered = ['meets', 'ask', 'does-not-meet'] as const;
export type Offered = (typeof offered)[number];

/** What a listing says, feature by feature; one that is left out is one to ask about. */
export type Access = Readonly<Partial<Record<Feature, Offered>>>;
