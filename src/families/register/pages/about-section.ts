import { backLink } from '#platform/govuk/index.ts';
import { errorsOf } from '#platform/web/form-page.ts';
import { html } from '#platform/web/html.ts';
import { type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { childOfVisit, mayChange } from '../child-visit.ts';
import { wordsOf } from '../domain/fact.ts';
import { sectionOf } from '../domain/sections.ts';
import { factsOfChild } from '../of-child.ts';
import { sectionForm } from './section-form.ts';

/** One part of what a family tells of its child; of the child itself, the pictures to choose from. */
export async function aboutSectionPage(visit: Visit): Promise<Page | NotFound> {
  const child = await childOfVisit(visit);
  const section = sectionOf(visit.params.section ?? '');
  if (child === null || section === null || !section.isForFamilies || !(await mayChange(visit, child)))
    return notFound('this page about your child');
  const facts = await factsOfChild(visit, child);
  const called = wordsOf(facts, 'preferred-name') || child.givenName;
  const isMe = section.slug === 'matters';
  return page({
    title: section.plain,
    section: 'account',
    isPrivate: true,
    before: backLink({ href: `/account/children/${child.id}/about`, text: `About ${called}` }),
    main: html`${errorsOf(visit)}<span class="govuk-caption-l">${called}</span>
<h1 class="govuk-heading-l">${section.plain}</h1>
<p class="govuk-body-l">${isMe ? 'Choose as many pictures as you like.' : html`${section.about} Leave out what does not matter.`}</p>
<div class="govuk-grid-row"><div class="${isMe ? 'govuk-grid-column-full' : 'govuk-grid-column-two-thirds'}">${sectionForm(visit, { section, facts, reader: 'family' })}</div></div>`,
  });
}
