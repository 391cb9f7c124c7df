import {
  councilFieldsOfLetter,
  type Template,
  type TemplateField,
  usualFields,
} from '#platform/words/index.ts';
import type { Outcome } from './domain/panel.ts';

const { name, child, link } = usualFields;
const met: TemplateField = {
  name: 'met',
  about: 'The day on which the panel met',
  sample: '8 December 2026',
};
const why: TemplateField = {
  name: 'why',
  about: 'The panel’s reasons',
  sample: 'Zayn needs one person with him all the time.',
  isNeeded: true,
};
const less: TemplateField = {
  name: 'less',
  about: 'What is agreed instead',
  sample: 'Four hours a week instead of six.',
  isNeeded: true,
};
const conditions: TemplateField = {
  name: 'conditions',
  about: 'The panel’s conditions',
  sample: 'We look at it again after three months.',
  mayBeEmpty: true,
};

function letter(id: string, title: string, own: readonly TemplateField[]): Template {
  return {
    id,
    name: title,
    kind: 'letter',
    fields: [name, child, met, why, ...own, link, ...councilFieldsOfLetter],
  };
}

/** What is written when the panel has met; a plan that it agrees has the plan's own message. */
export const templates: readonly Template[] = [
  letter('panel-agreed', 'The panel has agreed', [conditions]),
  letter('panel-agreed-less', 'The panel has agreed something less', [less, conditions]),
  letter('panel-not-agreed', 'The panel has not agreed what an application asks for', [conditions]),
  letter('panel-plan-back', 'The panel has not agreed a plan', [conditions]),
  letter('panel-deferred', 'The panel has not decided yet', [conditions]),
];

/** Which letter tells of what the panel decided. */
export function panelTemplateOf(outcome: Outcome, isPlan: boolean): string {
  switch (outcome) {
    case 'agreed':
    case 'agreed-with-conditions':
      return 'panel-agreed';
    case 'agreed-less':
      return 'panel-agreed-less';
    case 'not-agreed':
      return isPlan ? 'panel-plan-back' : 'panel-not-agreed';
    case 'deferred':
      return 'panel-deferred';
  }
}
