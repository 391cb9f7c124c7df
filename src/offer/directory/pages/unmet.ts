import { formatDate } from '#kernel/local-date.ts';
import { features } from '#offer/accessibility/index.ts';
import { csvText } from '#platform/charts/index.ts';
import { backLink, table } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type Download, type Page, page, type Visit } from '#platform/web/visit.ts';
import { periodOf, reportMonths, unmetIn } from '../actions/unmet-searches.ts';
import { kinds, needs, payments, ratios, times } from '../domain/listing.ts';
import { tierWords } from '../domain/listing-words.ts';
import { FEWEST_TOLD, type UnmetReport, type UnmetTopic, unmetTopics } from '../domain/unmet.ts';
import { parts } from '../domain/when-it-runs.ts';
import * as words from './choice-words.ts';

const path = '/practitioners/listings/unmet';

const monthAndYear = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric' });

function monthInWords(value: string): string {
  return monthAndYear.format(Temporal.PlainYearMonth.from(value).toPlainDate({ day: 1 }));
}

function staffWords(value: string): string {
  const ratio = ratios.find((one) => one === value);
  return ratio === undefined ? words.languageWords(value) : words.ratioWords(ratio);
}

/** The words of a value, by its topic; a value that the vocabulary no longer has stands as it was kept. */
const labels: Readonly<Partial<Record<UnmetTopic, Readonly<Record<string, string>>>>> = {
  need: needs,
  access: Object.fromEntries(Object.entries(features).map(([name, { label }]) => [name, label])),
  kind: kinds,
  when: times,
  day: words.dayWords,
  part: parts,
  season: words.seasonWords,
  tier: Object.fromEntries(Object.entries(tierWords).map(([tier, { short }]) => [tier, short])),
  cost: { ...payments, free: 'Free' },
  transport: words.transportWords,
  join: { open: words.withoutReferralWords },
};

function valueWords(topic: UnmetTopic, value: string): string {
  if (topic === 'month') return monthInWords(value);
  if (topic === 'staff') return staffWords(value);
  if (topic === 'within') return `Within ${value} miles`;
  return labels[topic]?.[value] ?? value;
}

function timesWords(count: number | null): string {
  return count === null ? `fewer than ${FEWEST_TOLD}` : String(count);
}

function topicTable({ topic, lines }: UnmetReport['topics'][number]): Html {
  return table({
    caption: unmetTopics[topic],
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: [{ text: 'What was looked for' }, { text: 'Searches', format: 'numeric' }],
    rows: lines.map(({ value, times: count }) => [
      { text: valueWords(topic, value) },
      { text: timesWords(count), format: 'numeric' },
    ]),
  });
}

function periods(chosen: number): Html {
  const said = (months: number) =>
    months === 1 ? 'The last month' : months === 12 ? 'The last year' : `The last ${months} months`;
  return html`<nav aria-label="Period"><ul class="daybreak-views">${reportMonths.map((months) => html`<li><a class="daybreak-views__link" href="${path}?months=${months}"${months === chosen && html` aria-current="page"`}>${said(months)}</a></li>`)}</ul></nav>`;
}

/** What families looked for and did not find, counted without knowing who looked. */
export async function unmetPage(visit: Visit): Promise<Page> {
  const period = periodOf(visit);
  const report = await unmetIn(visit, period);
  return page({
    title: 'Searches that found nothing',
    section: 'listings',
    isPrivate: true,
    before: backLink({ href: '/practitioners/listings', text: 'Listings' }),
    main: html`<h1 class="govuk-heading-l">Searches that found nothing</h1>
<p class="govuk-body-l">What families looked for in the directory when nothing fitted all of it: ${formatDate(period.from)} to ${formatDate(period.until)}.</p>
${periods(period.months)}
${
  report.topics.length === 0 && report.searches === null && report.withOtherWords === null
    ? html`<p class="daybreak-panel">Every search found something, or only a few did not.</p>`
    : html`<p class="govuk-body">Searches: <strong>${timesWords(report.searches)}</strong>. With words that the directory does not know: <strong>${timesWords(report.withOtherWords)}</strong>. <a class="govuk-link" href="${path}/table.csv?months=${period.months}">All of this as a spreadsheet (CSV)</a></p>
<div class="daybreak-counts__all">${report.topics.map(topicTable)}</div>`
}
<h2 class="govuk-heading-m">How to read this</h2>
<ul class="govuk-list govuk-list--bullet">
<li>A search can ask for several things, so the figures of a table may add up to more than the searches.</li>
<li>These are searches and not families: somebody who tries three times counts three times. Searches of staff do not count.</li>
<li>Fewer than ${FEWEST_TOLD} are not told apart. Nothing is kept of who searched, or when beyond the day; of a postcode, its first half; of an age, a band; of words, those that the directory itself uses.</li>
<li>When families use words that the directory does not know, <a class="govuk-link" href="/practitioners/listings/synonyms">add what they mean</a>.</li>
</ul>`,
  });
}

/** The same as a table for spreadsheets. */
export async function unmetCsv(visit: Visit): Promise<Download> {
  const period = periodOf(visit);
  const report = await unmetIn(visit, period);
  const cell = (count: number | null) => (count === null ? timesWords(null) : { number: String(count) });
  const rows = report.topics.flatMap(({ topic, lines }) =>
    lines.map(({ value, times: count }) => [unmetTopics[topic], valueWords(topic, value), cell(count)]),
  );
  return {
    kind: 'download',
    name: `searches-that-found-nothing-${period.from}-to-${period.until}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    body: csvText(
      ['About', 'What was looked for', 'Searches'],
      [
        ...rows,
        ['Words', 'Words that the directory does not know', cell(report.withOtherWords)],
        ['All', 'Searches that found nothing', cell(report.searches)],
      ],
    ),
  };
}
