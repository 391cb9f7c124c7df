import { backLink, button } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { html } from '#platform/web/html.ts';
import { lineQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { namedProvider } from '../desk-lists.ts';

/** What the directory says of a provider itself, beside its listings. */
export async function providerRecordPage(visit: Visit): Promise<Page | NotFound> {
  const record = await namedProvider(visit);
  if (record === null) return notFound('the provider');
  return page({
    title: `About ${record.name}`,
    section: 'listings',
    isPrivate: true,
    before: backLink({ text: 'Providers and their people', href: '/practitioners/listings/providers' }),
    main: html`${errorsOf(visit)}<h1 class="govuk-heading-xl">About ${record.name}</h1>
<p class="govuk-body">Open data tells this of the provider itself. Each listing says how to reach it on its own.</p>
${formTo(
  visit,
  html`${wordsQuestion(visit, { field: 'about', label: 'What they do', saved: record.about ?? '' })}
${lineQuestion(visit, { field: 'email', label: 'Email address', type: 'email', saved: record.email ?? '' })}
${lineQuestion(visit, { field: 'url', label: 'Website', saved: record.url ?? '' })}
${button({ text: 'Save', preventDoubleClick: true })}`,
)}`,
  });
}
