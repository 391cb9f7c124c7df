import { html } from '#platform/web/html.ts';
import { type Download, type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { childOfVisit } from './child-visit.ts';
import { evidenceOf } from './store/children.ts';

/** Types that a browser shows without running anything. Everything else is saved. */
const shown = new Set(['application/pdf', 'image/jpeg', 'image/png', 'image/webp']);

/** Gives a file of a child's evidence to who may see the child. A file that belongs to another child is not there. */
export async function evidenceOfChildFile(visit: Visit): Promise<Download | NotFound | Page> {
  const child = await childOfVisit(visit);
  if (child === null) return notFound('a file');
  const held = await evidenceOf(visit.transaction, { authorityId: visit.authority.id, childId: child.id });
  const file = held.find((one) => one.file?.id === visit.params.file)?.file;
  if (file === undefined || file === null) return notFound('a file');
  visit.concerns('file', file.id, { child: child.id });
  const bytes = await visit.files.read(file.id);
  if (!bytes.ok)
    return page({
      title: 'This file cannot be shown',
      status: 404,
      isPrivate: true,
      section: 'none',
      main: html`<h1 class="govuk-heading-l">This file cannot be shown</h1><p class="govuk-body">${bytes.message}.</p>`,
    });
  const { name, mediaType } = file;
  return { kind: 'download', name, mediaType, body: bytes.value, inline: shown.has(mediaType) };
}
