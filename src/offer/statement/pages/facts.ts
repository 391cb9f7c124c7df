import { backLink } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type NotFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { composeFacts } from '../actions/compose-facts.ts';
import { wholeDraft } from '../actions/whole-draft.ts';
import { type Reference, referencesOf } from '../domain/references.ts';

const groups: readonly (readonly [heading: string, belongs: (name: string) => boolean])[] = [
  ['What there is', (name) => name.startsWith('listings.') || name.startsWith('tier:')],
  ['Tables and lists', (name) => name.startsWith('range.')],
  ['Schemes', (name) => name.startsWith('scheme:')],
  ['The council', (name) => /^(?:council|service|contact)\./.test(name)],
  ['The statement', (name) => /^(?:facts|review|consultation)\./.test(name)],
  ['By kind', (name) => name.startsWith('kind:')],
  ['By time', (name) => name.startsWith('time:')],
  ['By need', (name) => name.startsWith('need:')],
  ['By age', (name) => name.startsWith('age:')],
  ['By place', (name) => name.startsWith('place:')],
];

function groupTable(heading: string, references: readonly Reference[]): Html {
  return html`<table class="daybreak-queue daybreak-statement__facts" role="table"><caption class="govuk-table__caption govuk-table__caption--m">${heading}</caption>
<thead role="rowgroup"><tr role="row">${['Write', 'What it is', 'Today'].map((text) => html`<th scope="col" role="columnheader">${text}</th>`)}</tr></thead>
<tbody role="rowgroup">${references.map(
    ({ name, about, value }) => html`<tr role="row">
<th scope="row" role="rowheader"><code class="daybreak-code daybreak-break">{{${name}}}</code></th>
<td role="cell" data-label="What it is">${about}</td>
<td role="cell" data-label="Today">${typeof value === 'string' ? value : 'A part of its own: put it on a line of its own'}</td></tr>`,
  )}</tbody></table>`;
}

/** Every fact that can stand in the statement by its name, with what it is today. */
export async function factsPage(visit: Visit): Promise<Page | NotFound> {
  const whole = await wholeDraft(visit);
  const references =
    whole?.references ??
    referencesOf({
      facts: await composeFacts(visit),
      views: { rounds: [], comments: 0, people: 0, unanswered: 0, published: [] },
      about: { number: null, publishedOn: null, reviewBy: null },
    });
  return page({
    title: 'Facts for the statement',
    section: 'statement',
    isPrivate: true,
    before: backLink({ href: '/practitioners/statement', text: 'The short breaks statement' }),
    main: html`<h1 class="govuk-heading-l">Facts that you can put in</h1>
<p class="govuk-body">Write the name in two braces. When the statement is published, the figure of that day stands there, and stays as it was.</p>
${groups.map(([heading, belongs]) => {
  const those = references.filter(({ name }) => belongs(name));
  return those.length > 0 && groupTable(heading, those);
})}`,
  });
}
