import { formatDate } from '#kernel/local-date.ts';
import { type FreshnessRules, percentOf, type Shares, tierWords } from '#offer/directory/index.ts';
import { backLink, table } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { freshness } from '../actions/read-freshness.ts';

function sharesTable(rows: readonly { readonly words: string; readonly shares: Shares }[]): Html {
  return table({
    caption: 'How many of each kind',
    captionClasses: 'govuk-table__caption--m',
    classes: 'govuk-table--small-text-until-tablet',
    firstCellIsHeader: true,
    head: [
      { text: 'Kind' },
      { text: 'Checked', format: 'numeric' },
      { text: 'Not sure', format: 'numeric' },
      { text: 'Hidden', format: 'numeric' },
    ],
    rows: rows.map(({ words, shares }) => [
      { text: words },
      ...[shares.fresh + shares.due, shares.stale, shares.hidden].map((count) => ({
        text: String(count),
        format: 'numeric' as const,
      })),
    ]),
  });
}

function howItGoes({ remindAfter, staleAfter, hiddenAfter }: FreshnessRules): Html {
  const reminders = remindAfter.map(String);
  const listed =
    reminders.length === 1 ? reminders[0] : `${reminders.slice(0, -1).join(', ')} and ${reminders.at(-1)}`;
  return html`<ul class="govuk-list govuk-list--bullet govuk-list--spaced">
<li>We ask those who run it after ${listed} months: is all of this still right?</li>
<li>No answer after ${staleAfter} months? Then its page says that it may be out of date.</li>
<li>No answer after ${hiddenAfter} months? Then we hide it until somebody has checked it.</li>
</ul>`;
}

/** How fresh the directory is, for everybody to see. */
export async function howFreshPage(visit: Visit): Promise<Page> {
  const { rules, today, byTier, all } = await freshness(visit);
  const shown = all.all - all.hidden;
  return page({
    title: 'How we keep the directory true',
    description: `How many short breaks in the directory of ${visit.authority.name} were checked lately.`,
    section: 'find',
    before: backLink({ href: '/find', text: 'Find a short break' }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl">How we keep the directory true</h1>
${
  shown === 0
    ? html`<p class="govuk-body-l">There is nothing in the directory now.</p>`
    : html`<div class="daybreak-panel"><p class="govuk-body-l"><strong class="daybreak-figure">${percentOf(all.fresh + all.due, shown)}%</strong> of what the directory shows was checked in the last ${rules.staleAfter} months (${all.fresh + all.due} of ${shown}).</p></div>
<p class="govuk-body">Things change: times, prices, who to call. So we ask again and again.</p>`
}
${howItGoes(rules)}
${sharesTable([...byTier.map(({ tier, shares }) => ({ words: tierWords[tier].short, shares })), { words: 'All', shares: all }])}
<p class="govuk-body daybreak-soft">Counted on ${formatDate(today)}.</p>
<p class="govuk-body">Is something wrong on a page? Open it and choose “Report a problem”.</p>
</div></div>`,
  });
}
