import { england } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import type { ListedSession } from '#offer/sessions/index.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import type { Listing } from '../../domain/listing.ts';
import { placeInWords, timeInWords, whenInWords } from '../../domain/listing-words.ts';

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** "Saturday 28 November 2026, 10am to 11am". */
function sessionInWords({ onDay, startsAt, endsAt }: ListedSession): string {
  const at = (instant: Temporal.Instant) => timeInWords(instant.toZonedDateTimeISO(england).toPlainTime());
  return `${dayNames[onDay.dayOfWeek - 1]} ${formatDate(onDay)}, ${at(startsAt)} to ${at(endsAt)}`;
}

function placesWords({ placesLeft, places }: ListedSession): string | null {
  if (placesLeft !== null) return placesLeft === 1 ? '1 place left' : `${placesLeft} places left`;
  return places === null ? null : `${places} places in all. Ask how many are left`;
}

function sessionItem(session: ListedSession, listing: Listing): Html {
  const words = placesWords(session);
  const other = session.placeNumber === 0 ? null : listing.otherPlaces[session.placeNumber - 1]?.place;
  return html`<li>${session.isCancelled ? html`<s>${sessionInWords(session)}</s> <strong>Not on</strong>` : sessionInWords(session)}${other !== null && other !== undefined && html`<br>${placeInWords(other)}`}${words !== null && !session.isCancelled && html`<br><span class="daybreak-soft">${words}</span>`}</li>`;
}

/** The next sessions, and the times as a file for a calendar. */
export function nextTimes(
  listing: Listing,
  given: { readonly sessions: readonly ListedSession[]; readonly hasCalendar: boolean },
): Html {
  const { sessions, hasCalendar } = given;
  if (sessions.length === 0 && !hasCalendar) return nothing;
  return html`<section aria-labelledby="times"><h2 class="govuk-heading-m" id="times">The next times</h2>
${
  sessions.length > 0
    ? html`<ul class="daybreak-rows">${sessions.map((session) => sessionItem(session, listing))}</ul>
<p class="govuk-body-s daybreak-soft">Worked out from what the provider told us. Ask before you go.</p>`
    : html`<p class="govuk-body">We know no dates yet.</p>`
}
${hasCalendar && html`<p class="govuk-body daybreak-no-print"><a class="govuk-link" href="/find/${listing.slug}/times.ics">Put the times in your calendar</a></p>`}
</section>`;
}

/** The other places of the same short break, each with its own times. */
export function otherPlaces({ otherPlaces: others }: Listing): Html {
  if (others.length === 0) return nothing;
  return html`<section aria-labelledby="other-places"><h2 class="govuk-heading-m" id="other-places">Other places</h2>
<ul class="daybreak-rows">${others.map(
    ({ place, when }) =>
      html`<li><strong>${placeInWords(place)}</strong>, ${place.postcode}<br>${whenInWords(when)}${when.note !== null && html`<br><span class="daybreak-soft">${when.note}</span>`}</li>`,
  )}</ul></section>`;
}
