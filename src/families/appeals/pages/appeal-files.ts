import { fileUpload } from '#platform/govuk/index.ts';
import { refusalOf } from '#platform/web/form.ts';
import type { Html } from '#platform/web/html.ts';
import type { Visit } from '#platform/web/visit.ts';

/** The question for the files of an appeal. */
export function filesQuestion(visit: Visit, label: string): Html {
  const message = refusalOf(visit.formState, 'files');
  return fileUpload({
    id: 'files',
    name: 'files',
    label: { text: label, classes: 'govuk-label--s' },
    hint: { text: 'PDF, JPEG or PNG, up to 10MB for each file. You can choose several.' },
    multiple: true,
    attributes: { accept: 'image/jpeg,image/png,image/webp,application/pdf' },
    ...(message === undefined ? {} : { errorMessage: { text: message } }),
  });
}
