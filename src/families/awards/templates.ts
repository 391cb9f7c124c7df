import {
  councilFieldsOfLetter,
  type Template,
  type TemplateField,
  usualFields,
} from '#platform/words/index.ts';
import type { ChangeKind } from './domain/change.ts';

const { name, child, reference, link } = usualFields;
const from: TemplateField = {
  name: 'from',
  about: 'The first day of it',
  sample: '1 January 2027',
  isNeeded: true,
};
const why: TemplateField = {
  name: 'why',
  about: 'The reason, as it was written for the family',
  sample: 'You told us that you do not need it in the winter.',
  isNeeded: true,
};

/** Which message tells of which change. */
export const templateOfChange = {
  changed: 'award-changed',
  suspended: 'award-stopped-for-now',
  resumed: 'award-goes-on',
  ended: 'award-ended',
  'taken-back': 'award-change-taken-back',
} as const satisfies Readonly<Record<ChangeKind, string>>;

function changeTemplate(kind: ChangeKind, title: string, own: readonly TemplateField[]): Template {
  return {
    id: templateOfChange[kind],
    name: title,
    kind: 'message',
    fields: [name, child, reference, ...own, why, link, ...councilFieldsOfLetter],
  };
}

/** What is written when an award changes while it runs. */
export const templates: readonly Template[] = [
  changeTemplate('changed', 'An award changes', [
    from,
    {
      name: 'granted',
      about: 'What the family has from then on',
      sample: '£500 for the year',
      isNeeded: true,
    },
  ]),
  changeTemplate('suspended', 'An award stops for now', [from]),
  changeTemplate('resumed', 'An award goes on', [from]),
  changeTemplate('ended', 'An award ends', [
    { name: 'last-day', about: 'The last day of it', sample: '31 December 2026', isNeeded: true },
  ]),
  changeTemplate('taken-back', 'A change of an award is taken back', []),
];
