import {
  councilFieldsOfLetter,
  type Template,
  type TemplateField,
  usualFields,
} from '#platform/words/index.ts';

const { name, child, link } = usualFields;
const kind: TemplateField = {
  name: 'kind',
  about: 'What it is called',
  sample: 'child and family assessment',
  isNeeded: true,
};

function message(id: string, title: string, own: readonly TemplateField[]): Template {
  return { id, name: title, kind: 'message', fields: [name, child, ...own, link, ...councilFieldsOfLetter] };
}

/** What is written about assessments and support plans. */
export const templates: readonly Template[] = [
  message('assessment-to-read', 'Read what we wrote in the assessment', [kind]),
  message('assessment-agreed', 'The assessment is finished', [kind]),
  message('assessment-closed', 'The assessment is stopped', [kind]),
  message('plan-to-read', 'Read the support plan', []),
  message('plan-agreed', 'The support plan is agreed', [
    {
      name: 'words',
      about: 'What the manager or the panel wrote for the family',
      sample: 'We look at it again in three months.',
      mayBeEmpty: true,
    },
  ]),
];
