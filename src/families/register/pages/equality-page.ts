import { breadcrumbs } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { codeWords } from '../codes.ts';
import { type ShownCount, smallestShown, suppressed } from '../domain/disability-register.ts';
import { type CountedFact, countedFacts, registerByDistrict, registerByFact } from '../of-register.ts';

const titles: Readonly<Record<CountedFact, string>> = {
  ethnicity: 'Ethnicity',
  sex: 'Sex',
  disability: 'Disability (a child may count in several)',
  'sen-first': 'First special educational need',
  language: 'Language at home',
};

function label(visit: Visit, fact: CountedFact, answer: string): string {
  if (answer === '') return 'Not known';
  return fact === 'language'
    ? answer
    : codeWords(visit.authority, fact === 'sen-first' ? 'sen-need' : fact, answer);
}

function table(title: string, counts: readonly ShownCount[]): Html {
  return html`<table class="govuk-table daybreak-counts"><caption class="govuk-table__caption govuk-table__caption--m">${title}</caption>
<thead class="govuk-table__head"><tr class="govuk-table__row"><th scope="col" class="govuk-table__header">Answer</th><th scope="col" class="govuk-table__header govuk-table__header--numeric">Children</th></tr></thead>
<tbody class="govuk-table__body">${counts.map((one) => html`<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">${one.label}</th><td class="govuk-table__cell govuk-table__cell--numeric">${one.count ?? 'hidden'}</td></tr>`)}</tbody></table>`;
}

/** Who is on the register, in numbers for commissioners: nobody is named, and small numbers are not shown. */
export async function equalityPage(visit: Visit): Promise<Page> {
  const tables: Html[] = [];
  for (const fact of countedFacts) {
    const counts = await registerByFact(visit, fact);
    tables.push(
      table(
        titles[fact],
        suppressed(counts.map(({ answer, count }) => ({ label: label(visit, fact, answer), count }))),
      ),
    );
  }
  const districts = await registerByDistrict(visit);
  tables.push(
    table(
      'District',
      suppressed(districts.map(({ answer, count }) => ({ label: answer || 'Not known', count }))),
    ),
  );
  return page({
    title: 'Who is on the register',
    section: 'practitioners',
    isPrivate: true,
    before: breadcrumbs({
      items: [{ text: 'Your work', href: '/practitioners' }, { text: 'Who is on the register' }],
    }),
    main: html`<h1 class="govuk-heading-l">Who is on the register</h1>
<p class="govuk-body">Children who are on the register of disabled children today. Numbers below ${smallestShown} are hidden, so that nobody can be picked out; where that would leave one number to be worked out, the next smallest is hidden too.</p>
<div class="daybreak-counts__all">${tables}</div>`,
  });
}
