import { grantOn } from '#families/schemes/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import { describedChild } from '#offer/accessibility/index.ts';
import { commentsOnListing } from '#offer/listing-voices/index.ts';
import { nextSessions } from '#offer/sessions/index.ts';
import { backLink, insetText } from '#platform/govuk/index.ts';
import { mapOf } from '#platform/maps/index.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { awardsThatMayPay } from '../actions/awards-that-may-pay.ts';
import { type OpenedListing, openListing } from '../actions/open-listing.ts';
import { pointsOfListing } from '../actions/points-of-listing.ts';
import { distanceTo, readSearch } from '../actions/search-offer.ts';
import { timesOfListing } from '../actions/times-of-listing.ts';
import { type FreshnessRules, stageOf } from '../domain/freshness.ts';
import { freshnessOf } from '../freshness-file.ts';
import { findAddress } from './addresses.ts';
import { milesAway } from './distance.ts';
import { doWithIt, howToJoin, whereItIs } from './listing/aside-parts.ts';
import { whatFamiliesSaid } from './listing/comments-part.ts';
import { afterAwards, whatPays } from './listing/cost-parts.ts';
import { facts } from './listing/facts-part.ts';
import { whatItOffers } from './listing/features-part.ts';
import { linkedDataOf } from './listing/linked-data.ts';
import { whereFactsComeFrom } from './listing/source-part.ts';
import { nextTimes, otherPlaces } from './listing/times-parts.ts';
import { pictures, whatItIsLike } from './listing/told-parts.ts';
import { tierMark } from './result.ts';

function notices(
  { listing, withdrawnAt }: OpenedListing,
  { rules, today }: { readonly rules: FreshnessRules; readonly today: Temporal.PlainDate },
): Html {
  if (withdrawnAt !== null) {
    return insetText({
      html: html`<strong>This is no longer in the directory.</strong> What you read here may not be true any more. <a class="govuk-link" href="/find">Look for something else</a>`,
    });
  }
  if (listing.paused !== null) {
    const { pausedUntil } = listing;
    return insetText({
      html: html`<strong>This is not running now.</strong> ${listing.paused}${pausedUntil !== null && ` It is closed until ${formatDate(pausedUntil)}.`}`,
    });
  }
  const stage = stageOf(listing.checkedOn, rules, today);
  if (stage === 'hidden') {
    return insetText({
      html: html`<strong>We do not show this in our searches any more.</strong> Nobody has checked it since ${formatDate(listing.checkedOn)}. Ask before you go: it may have changed. <a class="govuk-link" href="/find">Look for something else</a>`,
    });
  }
  if (stage === 'stale') {
    return insetText({
      html: html`We last checked this on ${formatDate(listing.checkedOn)}. Ask before you go: it may have changed.`,
    });
  }
  return nothing;
}

async function whatIsKnown(visit: Visit, opened: OpenedListing) {
  const { transaction, authority, clock } = visit;
  const { listing } = opened;
  const authorityId = authority.id;
  const search = readSearch(visit.query);
  const distance = await distanceTo(transaction, { listing, postcode: search.postcode });
  return {
    search,
    away: distance === null ? null : milesAway(distance, distance.from),
    hasGrant: (await grantOn(authority.folder, clock.today())) !== null,
    sessions: await nextSessions(transaction, { authorityId, slug: listing.slug, now: clock.now(), most: 6 }),
    hasCalendar: opened.withdrawnAt === null && timesOfListing(visit, listing).length > 0,
    comments: await commentsOnListing(visit, listing.slug),
    awards: await awardsThatMayPay(visit, listing),
    points: await pointsOfListing(transaction, listing),
  };
}

/** One listing: what it is like, what decides, how to join, what can pay, what others said, and who says so. */
export async function listingPage(visit: Visit): Promise<Page | NotFound> {
  const { authority, params, query, clock } = visit;
  const slug = params.slug ?? '';
  const opened = await openListing(visit.transaction, { authorityId: authority.id, slug });
  if (opened === null) return notFound('this short break');
  const { listing } = opened;
  const known = await whatIsKnown(visit, opened);
  return page({
    title: `${listing.title}, ${listing.provider}`,
    description: listing.summary,
    section: 'find',
    hasQuickExit: true,
    enhancements: ['map'],
    linkedData: linkedDataOf(listing, { origin: visit.origin, sessions: known.sessions }),
    before: backLink({
      text: query.size > 0 ? 'Back to your search' : 'All short breaks',
      href: findAddress(known.search),
    }),
    main: html`<div class="daybreak-listing"><div>
<h1 class="govuk-heading-xl daybreak-listing__title">${listing.title}</h1>
<p class="daybreak-result__by">${tierMark(listing.tier)} <span>By ${listing.provider}</span>${listing.neighbour !== null && html` <span class="daybreak-neighbour">From ${listing.neighbour}</span>`}</p>
${notices(opened, { rules: freshnessOf(authority, clock.today()), today: clock.today() })}
<p class="govuk-body-l">${listing.summary}</p>
${pictures(listing)}
<p class="govuk-body">${listing.description}</p>
${facts(listing, known.away)}
</div>
<div class="daybreak-listing__join">
${howToJoin(listing)}
${afterAwards(known.awards, listing)}
${whatPays(listing, known.hasGrant)}
${whereItIs(listing, known.away)}
${mapOf(authority, { label: `Where ${listing.title} is`, points: known.points })}
${doWithIt(visit, listing)}
</div>
<div>
${whatItIsLike(listing)}
${whatItOffers(listing, describedChild(visit))}
${nextTimes(listing, known)}
${otherPlaces(listing)}
${whatFamiliesSaid(listing.slug, known.comments)}
</div></div>
${whereFactsComeFrom(listing, authority)}`,
  });
}
