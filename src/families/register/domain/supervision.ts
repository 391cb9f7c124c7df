import type { FactDefinition, FactOption } from './fact.ts';

/** The kinds of activity for which a child may need a different number of staff. */
export const supervisedActivities = {
  everyday: 'Everyday, at home or in a room they know',
  group: 'In a group or a club',
  outings: 'Out and about',
  swimming: 'Swimming',
  transport: 'On the way, in a car or bus',
  nights: 'At night',
} as const;
export type SupervisedActivity = keyof typeof supervisedActivities;

/** Staff to children, in twelfths of one member of staff for each child. */
export const ratioTwelfths = { '2:1': 24, '1:1': 12, '1:2': 6, '1:3': 4, '1:4': 3 } as const;
export type SupervisionRatio = keyof typeof ratioTwelfths;

const ratioOptions: readonly FactOption[] = [
  { value: '2:1', label: '2:1', plain: 'Two adults for my child alone' },
  { value: '1:1', label: '1:1', plain: 'One adult for my child alone' },
  { value: '1:2', label: '1:2', plain: 'One adult for two children' },
  { value: '1:3', label: '1:3', plain: 'One adult for three children' },
  { value: '1:4', label: '1:4', plain: 'One adult for four children' },
];

/** How many adults the child needs, by kind of activity. */
export const supervision: readonly FactDefinition[] = Object.entries(supervisedActivities).map(
  ([key, label]) => ({
    key: `supervision-${key}`,
    label,
    plain: label,
    kind: 'choice',
    options: ratioOptions,
  }),
);
