import { breadcrumbs, button, insetText, tag } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { choicesQuestion } from '#platform/web/questions.ts';
import { type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { countsOfVisit, importOfVisit, rowsOfVisit } from '../actions/import-of-visit.ts';
import type { KeptImport, ShownRow } from '../domain/import.ts';
import type { Counts, Outcome } from '../domain/outcome.ts';
import { stateWords } from './imports.ts';

/** So many rows of one outcome stand on the page; all wrong ones can be downloaded. */
const mostShown = 100;
/** So many oddities of one row stand on the page. */
const mostOddities = 12;

const outcomeWords: Readonly<Record<Outcome, { readonly title: string; readonly about: string }>> = {
  wrong: { title: 'Wrong', about: 'These cannot be taken in. Mend them in the file and send it again.' },
  like: {
    title: 'Perhaps there already',
    about: 'These look like something else. Choose those that are different after all.',
  },
  new: { title: 'New', about: 'These are not in the directory yet.' },
  changed: { title: 'Changed', about: 'These are in the directory and would say something else.' },
  same: { title: 'The same', about: 'Nothing happens to these.' },
};

/** What parts a sentence from the words that a column may hold. */
const wordsFollow = '; use one of: ';

/** The wrong rows. The words that a column may hold are long, and stand where they are needed first. */
function wrongList(rows: readonly ShownRow[]): Html {
  const said = new Set<string>();
  const short = (message: string) => {
    const [what = '', words] = message.split(wordsFollow);
    if (words === undefined || !said.has(words)) {
      said.add(words ?? '');
      return message;
    }
    return `${what}; use one of the words above`;
  };
  return html`<ul class="govuk-list govuk-list--spaced">${rows.map(({ number, title, wrongs }) => html`<li><strong>Row ${number}</strong>, ${title}<ul class="govuk-list govuk-list--bullet">${wrongs.map(({ column, message }) => html`<li>${column}: ${short(message)}</li>`)}</ul></li>`)}</ul>`;
}

function oddities({ oddities: all }: ShownRow): Html {
  if (all.length === 0) return nothing;
  const more = all.length - mostOddities;
  return html`<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">${all.length === 1 ? '1 oddity' : `${all.length} oddities`}</span></summary><div class="govuk-details__text"><ul class="govuk-list govuk-list--bullet">${all.slice(0, mostOddities).map(({ path, given, done }) => html`<li><code class="daybreak-break">${path}</code> (<span class="daybreak-break">${given}</span>): ${done}</li>`)}${more > 0 && html`<li>and ${more} more, kept with the import</li>`}</ul></div></details>`;
}

function plainLine(row: ShownRow): Html {
  return html`<li>${row.title} <span class="daybreak-soft">row ${row.number}</span>${oddities(row)}</li>`;
}

/** The rows that are like something else, to be chosen one by one or all together. */
function likeRows(visit: Visit, rows: readonly ShownRow[], all: number): Html {
  const each = rows.map((row) => ({
    value: String(row.number),
    text: `${row.title}, row ${row.number}`,
    hint: `Looks like ${row.likeWhat ?? 'another'}`,
  }));
  const together = { value: 'all', text: `All ${counted(all)}, also those not shown here` };
  return choicesQuestion(visit, {
    field: 'alike',
    label: 'Which are different after all?',
    hint: 'Only those you tick are taken in.',
    options: all > rows.length ? [together, ...each] : each,
  });
}

const counted = (count: number) => count.toLocaleString('en-GB');

/** Lists that nobody has to act on stand folded, so that what is wrong or like another is near the button. */
function folded(rows: readonly ShownRow[], outcome: Outcome): Html {
  const words =
    rows.length === 1 ? 'Show it' : `Show ${rows.length < mostShown ? 'them' : `the first ${mostShown}`}`;
  return html`<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">${words}<span class="govuk-visually-hidden"> (${outcomeWords[outcome].title.toLowerCase()})</span></span></summary><div class="govuk-details__text"><ul class="govuk-list govuk-list--spaced">${rows.map(plainLine)}</ul></div></details>`;
}

function listOf(
  visit: Visit,
  outcome: Outcome,
  rows: readonly ShownRow[],
  all: number,
  one: KeptImport,
): Html {
  if (outcome === 'wrong') return wrongList(rows);
  if (outcome !== 'like') return folded(rows, outcome);
  return one.state === 'waiting'
    ? likeRows(visit, rows, all)
    : html`<ul class="govuk-list govuk-list--spaced">${rows.map(plainLine)}</ul>`;
}

function rowsPart(
  visit: Visit,
  outcome: Outcome,
  rows: readonly ShownRow[],
  all: number,
  one: KeptImport,
): Html {
  if (all === 0) return nothing;
  const { title, about } = outcomeWords[outcome];
  const more = all - rows.length;
  return html`<section aria-labelledby="rows-${outcome}"><h2 class="govuk-heading-m" id="rows-${outcome}">${title} <span class="daybreak-soft">(${counted(all)})</span></h2>
<p class="govuk-body">${about}${outcome === 'wrong' && html` <a class="govuk-link" href="/practitioners/listings/import/${one.id}/wrong.csv">Get all of them as a spreadsheet</a>`}</p>${listOf(visit, outcome, rows, all, one)}${more > 0 && html`<p class="govuk-body daybreak-soft">… and ${counted(more)} more.</p>`}</section>`;
}

/** How many rows came to what, each a way to its part of the page. */
function overview(counts: Counts): Html {
  const there = order.filter((outcome) => counts[outcome] > 0);
  if (there.length < 2) return nothing;
  return html`<nav aria-label="What would happen"><ul class="daybreak-views">${there.map((outcome) => html`<li><a class="daybreak-views__link" href="#rows-${outcome}">${outcomeWords[outcome].title} <span class="daybreak-views__count">${counted(counts[outcome])}</span></a></li>`)}</ul></nav>`;
}

const order: readonly Outcome[] = ['wrong', 'like', 'new', 'changed', 'same'];

function decision(visit: Visit, one: KeptImport, counts: Counts, rows: Html): Html {
  const { wrong } = counts;
  const mayTake = counts.new + counts.changed + counts.like > 0;
  const to = `/practitioners/listings/import/${one.id}`;
  const leavesOut =
    wrong > 0 &&
    choicesQuestion(visit, {
      field: 'leaveOut',
      label: 'The wrong rows',
      options: [
        {
          value: 'yes',
          text: `Leave ${wrong === 1 ? 'the wrong row' : `the ${counted(wrong)} wrong rows`} out`,
        },
      ],
    });
  const accepting = html`<h2 class="govuk-heading-m">Is it as you want it?</h2>${leavesOut}
<p class="govuk-body">They then wait for approval under “Listings”. Families see nothing before that.</p>
${button({ text: 'Take them in', preventDoubleClick: true })}`;
  return html`${
    mayTake
      ? formTo(visit, html`<input type="hidden" name="what" value="accept">${rows}${accepting}`, { to })
      : html`${rows}<p class="govuk-body">There is nothing in it that could be taken in.</p>`
  }
${formTo(visit, html`<input type="hidden" name="what" value="set-aside">${button({ text: 'Set this import aside', classes: 'govuk-button--secondary', preventDoubleClick: true })}`, { to })}`;
}

/** One import: what would happen row by row while it waits, and what has happened after. */
export async function importPage(visit: Visit): Promise<Page | NotFound> {
  const one = await importOfVisit(visit);
  if (one === null) return notFound('this import');
  const { counts, chosen, takenIn, odd } = await countsOfVisit(visit, one);
  const parts: Html[] = [];
  for (const outcome of order)
    parts.push(
      rowsPart(visit, outcome, await rowsOfVisit(visit, one, outcome, mostShown), counts[outcome], one),
    );
  const rows = html`${parts}`;
  const { text, colour } = stateWords[one.state];
  return page({
    title: `Bring listings in: ${one.name}`,
    section: 'listings',
    isPrivate: true,
    before: breadcrumbs({
      items: [
        { text: 'Listings', href: '/practitioners/listings' },
        { text: 'Bring listings in', href: '/practitioners/listings/import' },
        { text: one.name },
      ],
    }),
    main: html`${errorsOf(visit)}<h1 class="govuk-heading-xl daybreak-break">${one.name}</h1>
<p class="govuk-body-l">${tag({ text, classes: `govuk-tag--${colour}` })} ${counted(one.rowCount)} ${one.rowCount === 1 ? 'row' : 'rows'}${odd > 0 && html`, ${odd} with something odd in ${odd === 1 ? 'it' : 'them'}`}</p>
${one.problem !== null && insetText({ text: one.problem })}
${one.state === 'fetching' && html`<p class="govuk-body">The feed is fetched within a minute or two. <a class="govuk-link" href="${visit.path}">Look again</a></p>`}
${(one.state === 'accepted' || one.state === 'taken-in') && html`<p class="govuk-body" role="status">${counted(takenIn)} of ${counted(chosen)} are taken in. They wait <a class="govuk-link" href="/practitioners/listings">for approval</a>.</p>`}
${one.oddities.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${one.oddities.map((words) => html`<li>${words}</li>`)}</ul>`}
${overview(counts)}
${one.state === 'waiting' ? decision(visit, one, counts, rows) : rows}`,
  });
}
