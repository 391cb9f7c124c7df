import { dateInEngland } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import type { Stage } from '#offer/directory/index.ts';
import { backLink, button, checkboxes, notificationBanner, pagination, tag } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { listingsToCheck, type StageToCheck, stageOfQuery, type ToCheck } from '../actions/read-freshness.ts';

const here = '/practitioners/listings/freshness';

const stageTag: Readonly<Record<Stage, { readonly text: string; readonly colour: string }>> = {
  fresh: { text: 'Fresh', colour: 'green' },
  due: { text: 'Due', colour: 'yellow' },
  stale: { text: 'May be out of date', colour: 'orange' },
  hidden: { text: 'Hidden', colour: 'red' },
};

const filterWords: Readonly<Record<StageToCheck, string>> = {
  hidden: 'Hidden from families',
  stale: 'May be out of date',
  due: 'Due',
};

/** So many stand on a page. */
const mostShown = 50;

/** The address of the list with one stage alone, or of one of its pages. */
function addressOf(stage: StageToCheck | null, number = 1): string {
  const query = new URLSearchParams();
  if (stage !== null) query.set('stage', stage);
  if (number > 1) query.set('page', String(number));
  return query.size === 0 ? here : `${here}?${query}`;
}

function reminderWords({ reminder, email, provenance }: ToCheck): Html {
  if (provenance === 'feed')
    return html`Comes by a feed: <a class="govuk-link" href="/practitioners/listings/import">bring it in again</a>`;
  if (email === null) return html`No email address to write to`;
  if (reminder === null) return html`No reminder yet`;
  return html`Reminder ${reminder.step} went out on ${formatDate(dateInEngland(reminder.at))}, no answer`;
}

/** A number to call stands where writing has not helped, or cannot. */
function phoneOf({ phone, reminder, email, stage }: ToCheck): Html {
  const isToCall = reminder !== null || email === null || stage !== 'due';
  if (phone === null || !isToCall) return nothing;
  return html`<br>Call <a class="govuk-link" href="tel:${phone.replace(/[^+\d]/g, '')}">${phone}</a>`;
}

function line(visit: Visit, listing: ToCheck): Html {
  const { slug, title, stage } = listing;
  const { text, colour } = stageTag[stage];
  const box = checkboxes({
    idPrefix: `listing-${slug}`,
    name: 'listing',
    classes: 'govuk-checkboxes--small',
    items: [
      {
        value: slug,
        html: html`<span class="govuk-visually-hidden">Choose ${title}</span>`,
        checked: visit.form.get('listing')?.includes(slug) ?? false,
      },
    ],
  });
  return html`<li class="daybreak-tick">${box}<div><h2 class="govuk-heading-s govuk-!-margin-bottom-1"><a class="govuk-link" href="/practitioners/listings/listing/${slug}">${title}</a></h2>
<p class="govuk-body govuk-!-margin-bottom-2">${tag({ text, classes: `govuk-tag--${colour}` })} Last checked ${formatDate(listing.checkedOn)}<br>
<span class="daybreak-soft">${listing.provider}. ${reminderWords(listing)}</span>${phoneOf(listing)}</p></div></li>`;
}

/** The ways to one stage alone, each with how many. */
function filters(counts: ReadonlyMap<StageToCheck, number>, chosen: StageToCheck | null, all: number): Html {
  const one = (stage: StageToCheck | null, text: string, count: number) =>
    html`<li><a class="daybreak-views__link" href="${addressOf(stage)}"${stage === chosen && html` aria-current="page"`}>${text} <span class="daybreak-views__count">${count}</span></a></li>`;
  const stages = [...counts].map(([stage, count]) => one(stage, filterWords[stage], count));
  return html`<nav aria-label="Which listings"><ul class="daybreak-views">${one(null, 'All', all)}${stages}</ul></nav>`;
}

function pager(stage: StageToCheck | null, number: number, pages: number): Html {
  if (pages === 1) return nothing;
  const items = Array.from({ length: pages }, (_, at) => ({
    number: at + 1,
    href: addressOf(stage, at + 1),
    current: at + 1 === number,
  }));
  return pagination({ landmarkLabel: 'More listings to check', items });
}

function list(visit: Visit, listings: readonly ToCheck[], stage: StageToCheck | null): Html {
  if (listings.length === 0) return html`<p class="govuk-body">Nothing here has to be checked now.</p>`;
  const pages = Math.ceil(listings.length / mostShown);
  const asked = Number(visit.query.get('page') ?? '1');
  const number = Number.isSafeInteger(asked) ? Math.min(pages, Math.max(1, asked)) : 1;
  const shown = listings.slice((number - 1) * mostShown, number * mostShown);
  return html`${formTo(
    visit,
    html`<p class="govuk-body">Tick those of which you know that everything on the page is right: you have called, or looked.</p>
<fieldset class="govuk-fieldset"><legend class="govuk-visually-hidden">Which are still right?</legend><ul class="daybreak-ticks" id="listing" data-choose-all="on this page">${shown.map((one) => line(visit, one))}</ul></fieldset>
${button({ text: 'Those I ticked are still right', preventDoubleClick: true })}`,
    { to: addressOf(stage, number) },
  )}${pager(stage, number, pages)}`;
}

function done(visit: Visit): Html {
  const count = Number(visit.query.get('checked') ?? '0');
  if (!Number.isSafeInteger(count) || count < 1) return nothing;
  const text = count === 1 ? '1 listing is marked' : `${count} listings are marked`;
  return notificationBanner({ type: 'success', text: `${text} as checked today.` });
}

/** What the keepers of the directory have to check, the longest unchecked first, and who was reminded. */
export async function toCheckPage(visit: Visit): Promise<Page> {
  const { all, counts } = await listingsToCheck(visit);
  const stage = stageOfQuery(visit.query);
  const listings = stage === null ? all : all.filter((one) => one.stage === stage);
  return page({
    title: 'Listings to check',
    section: 'listings',
    isPrivate: true,
    before: backLink({ href: '/practitioners/listings', text: 'Listings' }),
    main: html`${errorsOf(visit)}${done(visit)}
<h1 class="govuk-heading-xl">Listings to check</h1>
${
  all.length === 0
    ? html`<p class="govuk-body-l">Everything in the directory was checked lately.</p>`
    : html`<p class="govuk-body-l">Providers are reminded by email. Call those who do not answer. The longest unchecked come first.</p>
${filters(counts, stage, all.length)}${list(visit, listings, stage)}`
}
<p class="govuk-body"><a class="govuk-link" href="/how-fresh">What families see of this</a></p>`,
  });
}
