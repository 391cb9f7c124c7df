import { html } from '#platform/web/html.ts';
import { type Answer, notFound, page, type Visit } from '#platform/web/visit.ts';
import { caseOfAppeal } from './case-of-appeal.ts';

/** Types that a browser shows without running anything. Everything else is saved. */
const shown = new Set(['application/pdf', 'image/jpeg', 'image/png', 'image/webp']);

/** Gives a file that came with the appeal of the address. */
export async function fileOfAppeal(visit: Visit): Promise<Answer> {
  const found = await caseOfAppeal(visit);
  return storedFile(
    visit,
    found?.files.find(({ id }) => id === visit.params.file),
  );
}

/** Gives a stored file to be shown or saved; a sentence where its bytes cannot be given. */
export async function storedFile(
  visit: Visit,
  file: { readonly id: string; readonly name: string; readonly mediaType: string } | undefined,
): Promise<Answer> {
  if (file === undefined) return notFound('a file');
  visit.concerns('file', file.id);
  const bytes = await visit.files.read(file.id);
  if (!bytes.ok) {
    return page({
      title: 'This file cannot be shown',
      status: 404,
      isPrivate: true,
      main: html`<h1 class="govuk-heading-l">This file cannot be shown</h1><p class="govuk-body">${bytes.message}.</p>`,
    });
  }
  return {
    kind: 'download',
    name: file.name,
    mediaType: file.mediaType,
    body: bytes.value,
    inline: shown.has(file.mediaType),
  };
}
