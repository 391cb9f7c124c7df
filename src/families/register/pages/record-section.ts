import { html } from '#platform/web/html.ts';
import { type NotFound, notFound, type Page, type Visit } from '#platform/web/visit.ts';
import { childOfVisit } from '../child-visit.ts';
import { sectionOf } from '../domain/sections.ts';
import { factsOfChild } from '../of-child.ts';
import { childPage } from './child-frame.ts';
import { sectionForm } from './section-form.ts';

/** One section of a child's record, to record or change. */
export async function recordSectionPage(visit: Visit): Promise<Page | NotFound> {
  const child = await childOfVisit(visit);
  const section = sectionOf(visit.params.section ?? '');
  if (child === null || section === null) return notFound('a page about a child');
  const facts = await factsOfChild(visit, child);
  return childPage(visit, child, {
    title: section.title,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${sectionForm(visit, { section, facts, reader: 'practitioner' })}</div></div>`,
  });
}
