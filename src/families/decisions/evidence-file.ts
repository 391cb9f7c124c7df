import { evidenceOf } from '#families/register/index.ts';
import { html } from '#platform/web/html.ts';
import { type Download, type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { caseToDecide } from './case-file.ts';

/** Types that a browser shows without running anything. Everything else is saved. */
const shown = new Set(['application/pdf', 'image/jpeg', 'image/png', 'image/webp']);

/** Gives a file of the case's evidence. A file that belongs to another child is not there. */
export async function evidenceFile(visit: Visit): Promise<Download | NotFound | Page> {
  const found = await caseToDecide(visit, visit.params.application ?? '');
  if (found === null) return notFound('a file');
  const evidence = await evidenceOf(visit.transaction, {
    authorityId: visit.authority.id,
    childId: found.child.id,
  });
  const file = evidence.find((one) => one.file?.id === visit.params.file)?.file;
  if (file === undefined || file === null) return notFound('a file');
  visit.concerns('file', file.id, { application: found.application.id });
  const bytes = await visit.files.read(file.id);
  if (!bytes.ok) {
    return page({
      title: 'This file cannot be shown',
      status: 404,
      isPrivate: true,
      section: 'practitioners',
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
