import { kinds } from '#offer/directory/index.ts';
import { backLink, button } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { html, nothing } from '#platform/web/html.ts';
import { choiceQuestion, choicesQuestion, lineQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { providersToWriteFor } from '../actions/create-listing.ts';
import { optionsOf } from '../sections/section.ts';

/** Where a new listing is begun, with the three things that name it. */
export async function newListingPage(visit: Visit): Promise<Page> {
  const providers = await providersToWriteFor(visit);
  const isProvider = visit.person?.kind === 'provider';
  const title = isProvider ? 'A new short break' : 'A new listing';
  return page({
    title,
    section: 'listings',
    isPrivate: true,
    before: backLink(
      isProvider
        ? { href: '/provider', text: 'Your listings' }
        : { href: '/practitioners/listings/all', text: 'All listings' },
    ),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${errorsOf(visit)}
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body-l">Begin with its name. The rest is asked part by part, and saved as you go.</p>
${formTo(
  visit,
  html`${providers.length > 1 ? choiceQuestion(visit, { field: 'provider', label: 'Who runs it?', options: providers.map(({ slug, name }) => ({ value: slug, text: name })) }) : nothing}
${lineQuestion(visit, { field: 'title', label: 'Name' })}
${wordsQuestion(visit, { field: 'summary', label: 'In one or two sentences', hint: 'Up to 250 characters.', rows: 3 })}
${choicesQuestion(visit, { field: 'kinds', label: 'What kind of break is it?', options: optionsOf(kinds) })}
${button({ text: 'Go on', preventDoubleClick: true })}`,
)}</div></div>`,
  });
}
