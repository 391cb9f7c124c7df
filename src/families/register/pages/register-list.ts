import { dateInEngland } from '#kernel/clock.ts';
import { ageOn, formatDate } from '#kernel/local-date.ts';
import { csvText } from '#platform/charts/index.ts';
import { breadcrumbs } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type Download, type Page, page, type Visit } from '#platform/web/visit.ts';
import { type RegisterState, registerStates } from '../domain/disability-register.ts';
import { type ListedEntry, registerIn } from '../of-register.ts';
import { registerStateWords } from './register-words.ts';

/** The most that one page lists; the CSV has all of them. */
const mostOnPage = 100;

function stateOf(visit: Visit): RegisterState {
  const text = visit.query.get('state') ?? '';
  return registerStates.find((one) => one === text) ?? 'asked';
}

/** The register of disabled children: who asks to be on it, who is, and who was. */
export async function registerListPage(visit: Visit): Promise<Page> {
  const wanted = stateOf(visit);
  const { counts, entries } = await registerIn(visit, { state: wanted, limit: mostOnPage });
  return page({
    title: 'Who is on the register of disabled children',
    section: 'practitioners',
    isPrivate: true,
    before: breadcrumbs({
      items: [
        { text: 'Your work', href: '/practitioners' },
        { text: 'Children', href: '/practitioners/children' },
        { text: 'Register' },
      ],
    }),
    main: html`<h1 class="govuk-heading-l">Register of disabled children</h1>
<nav aria-label="Which entries"><ul class="daybreak-views">${registerStates.map(
      (state) =>
        html`<li><a class="daybreak-views__link" href="/practitioners/register?state=${state}"${state === wanted && html` aria-current="page"`}>${registerStateWords[state]} <span class="daybreak-views__count">${counts.get(state) ?? 0}</span></a></li>`,
    )}</ul></nav>
${entries.length === 0 ? html`<p class="daybreak-panel">Nobody here.</p>` : table(visit, entries, wanted)}
<p class="govuk-body"><a class="govuk-link" href="/practitioners/register/list.csv?state=${wanted}">This list as a spreadsheet (CSV)</a> · <a class="govuk-link" href="/practitioners/register/equality">Who is on the register, in numbers</a>${visit.person?.roles.some((role) => role === 'team-manager' || role === 'data-protection-officer') && html`<br><a class="govuk-link" href="/practitioners/register/import">Bring a register over</a>`}</p>`,
  });
}

function table(visit: Visit, entries: readonly ListedEntry[], state: RegisterState): Html {
  const found = `${registerStateWords[state]}, ${entries.length} shown`;
  return html`<table class="daybreak-queue" role="table"><caption class="govuk-visually-hidden">${found}</caption>
<thead role="rowgroup"><tr role="row">${['Child', 'Number', 'Asked', 'District', 'Leaves'].map((heading) => html`<th scope="col" role="columnheader">${heading}</th>`)}</tr></thead>
<tbody role="rowgroup">${entries.map(
    (
      one,
    ) => html`<tr role="row"><th scope="row" role="rowheader"><a class="govuk-link" href="/practitioners/children/${one.childId}/register">${one.name}</a><span class="daybreak-queue__age daybreak-soft">, ${ageOn(one.bornOn, visit.clock.today())}</span></th>
<td role="cell" data-label="Number" class="daybreak-queue__reference">${one.reference}</td><td role="cell" data-label="Asked">${formatDate(dateInEngland(one.askedAt))}</td><td role="cell" data-label="District">${one.district ?? 'Not known'}</td><td role="cell" data-label="Leaves">${formatDate(one.leftOn ?? one.leavesOn)}</td></tr>`,
  )}</tbody></table>`;
}

/** The same list for a spreadsheet, whole. */
export async function registerCsv(visit: Visit): Promise<Download> {
  const wanted = stateOf(visit);
  const { entries } = await registerIn(visit, { state: wanted, limit: 100_000 });
  return {
    kind: 'download',
    name: `register-${wanted}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    body: csvText(
      ['Number', 'Child', 'Born', 'District', 'State', 'Asked', 'Leaves', 'Left', 'Because'],
      entries.map((one) => [
        one.reference,
        one.name,
        one.bornOn.toString(),
        one.district ?? '',
        one.state,
        dateInEngland(one.askedAt).toString(),
        one.leavesOn.toString(),
        one.leftOn?.toString() ?? '',
        one.leftBecause ?? '',
      ]),
    ),
  };
}
