import type { Kind, Listing } from '#offer/directory/index.ts';

/** An activity of the OpenActive Activity List: its address and its label there. */
export type Activity = { readonly id: string; readonly label: string };

/** Where the list stands. Identifiers and labels are facts out of it (OpenActive, CC BY 4.0). */
export const activityList = 'https://openactive.io/activity-list';

function activity(key: string, label: string): Activity {
  return { id: `${activityList}#${key}`, label };
}

/** Activities that a title names, the narrower before the wider. */
const byTitle: readonly (readonly [Activity, RegExp])[] = [
  [
    activity('bd661e66-7781-4934-90f4-8655d07eebd7', 'Wheelchair Basketball'),
    /\b(?:wheelchair basketball)\b/i,
  ],
  [activity('1a05993d-b206-4efe-85da-646fa340bdf4', 'Table Tennis'), /\b(?:table tennis)\b/i],
  [activity('e09776e6-f1b4-421b-b667-5c5913cf97aa', 'Basketball'), /\b(?:basketball)\b/i],
  [activity('611363c5-8acf-4eeb-aeba-c33e9c70146e', 'Boccia'), /\b(?:boccia)\b/i],
  [activity('0082b27f-8be5-4ade-ae1f-5f0b2be9e164', 'Trampolining'), /\b(?:trampolin\w*|rebound)\b/i],
  [activity('0a5f732d-e806-4e51-ad40-0a7de0239c8c', 'Football'), /\b(?:football)\b/i],
  [activity('fbb36017-6222-4af2-8186-392e3da0a418', 'Hockey'), /\b(?:hockey)\b/i],
  [activity('f2ea7405-6098-4378-b0fe-4e398a659fc4', 'Tennis'), /\b(?:tennis)\b/i],
  [activity('77e3f8fa-c8b3-4e4e-bf1a-ff4b914bb6ec', 'Cricket'), /\b(?:cricket)\b/i],
  [activity('f6ccded0-2666-4a51-88a4-ed6905bb4313', 'Gymnastics'), /\b(?:gymnastics?|gym club)\b/i],
  [
    activity('2330f2d4-d0dc-4231-8dd9-07d37a452228', 'Martial Arts'),
    /\b(?:martial arts?|judo|karate|taekwondo)\b/i,
  ],
  [activity('d09970bc-e11c-40cc-a594-38e4ff32d611', 'Climbing'), /\b(?:climb\w*)\b/i],
  [activity('343f01cb-a2e8-48e8-9c0f-dcc7fbaf7ce4', 'Archery'), /\b(?:archery)\b/i],
  [activity('4a19873e-118e-43f4-b86e-05acba8fb1de', 'Cycling'), /\b(?:cycling|cycle\w*|bikes?|trikes?)\b/i],
  [activity('6bb8b844-df3e-4cae-bf5f-3e129c6b1a9d', 'Sailing'), /\b(?:sailing|sailability)\b/i],
  [activity('ba5381a0-c981-4879-9b44-8b18e922c412', 'Surfing'), /\b(?:surf\w*)\b/i],
  [activity('e0425262-6f1d-4c58-ba8a-dd790c5351b1', 'Canoeing'), /\b(?:canoe\w*)\b/i],
  [activity('598ceb23-216c-4f8a-9a7a-0eef6e3a4ae8', 'Kayaking'), /\b(?:kayak\w*)\b/i],
  [activity('0b276929-8b33-4807-9f5e-687c8bb2c2f9', 'Ice Skating'), /\b(?:ice skat\w*)\b/i],
  [activity('1caf9e44-b0b0-43ed-82e3-066f45637d07', 'Ten-Pin Bowling'), /\b(?:bowling)\b/i],
  [
    activity('45a372d9-baca-4f6c-859f-04de3efae742', 'Equestrian'),
    /\b(?:horse riding|riding for the disabled|ponies|equestrian)\b/i,
  ],
  [activity('bf1a5e00-cdcf-465d-8c5a-6f57040b7f7e', 'Yoga'), /\b(?:yoga)\b/i],
  [activity('27422896-7cca-4e1f-8071-117838e70148', 'Circus Skills'), /\b(?:circus)\b/i],
  [activity('6ca15167-51da-4d91-a1ae-8a45dc47b0ea', 'Dance'), /\b(?:danc\w*)\b/i],
  [activity('7d309e76-d794-4f40-8fb0-b4a43e13562e', 'Drumming'), /\b(?:drum\w*)\b/i],
  [activity('e2b21a40-66a4-42bb-a24f-3638cc356299', 'Singing'), /\b(?:choir|singing)\b/i],
  [activity('cf9ff8b8-7a15-48d3-8536-1d17e70345a7', 'Acting'), /\b(?:drama|acting)\b/i],
  [activity('5b880e93-4a16-4c37-86ac-ba2ffba68358', 'Gardening'), /\b(?:gardens?|gardening|allotment)\b/i],
  [activity('9d8d84b4-3a0b-497b-aefa-c7ae723d262f', 'Forest School'), /\b(?:forest school)\b/i],
  [activity('95092977-5a20-4d6e-b312-8fddabe71544', 'Walking'), /\b(?:walks?|walking|ramblers?)\b/i],
  [activity('b3a34a20-b4ef-402c-8763-a54ce9da422d', 'Soft Play'), /\b(?:soft play)\b/i],
];

/** Activities that a kind of short break is by itself; most kinds are none. The first that fits counts. */
const byKind: readonly (readonly [Kind, Activity])[] = [
  ['swimming', activity('2750229d-b725-4171-9276-376be913957c', 'Swimming')],
  ['sport', activity('26a7b902-1ddd-46fd-9371-853e414c9eb3', 'Multisports')],
  ['holiday-scheme', activity('051e492d-e053-4d24-a54c-e9de9fc637cf', 'Activity Holiday Camp')],
];

const earlyYearsPlay = activity('36d7c0f9-1831-44ef-abf6-ead8b1cfa80e', 'Early Years Play');

/** Every activity of the list that is used here. */
export const usedActivities: readonly Activity[] = [
  ...byTitle.map(([used]) => used),
  ...byKind.map(([, used]) => used),
  earlyYearsPlay,
];

/**
 * What a listing is in the OpenActive Activity List: what its title names, else what its kind is. Null where the list
 * has nothing for it, as for a film or a talk over tea.
 */
export function activityOf(listing: Pick<Listing, 'title' | 'kinds' | 'ages'>): Activity | null {
  const named = byTitle.find(([, words]) => words.test(listing.title));
  if (named !== undefined) return named[0];
  const ofKind = byKind.find(([kind]) => listing.kinds.includes(kind));
  if (ofKind !== undefined) return ofKind[1];
  return listing.kinds.includes('play') && listing.ages.to <= 5 ? earlyYearsPlay : null;
}
