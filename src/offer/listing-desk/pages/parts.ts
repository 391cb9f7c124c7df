import { formatDate } from '#kernel/local-date.ts';
import type { Listing } from '#offer/directory/index.ts';
import { notificationBanner, tag } from '#platform/govuk/index.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { Freshness, OwnListing } from '../desk-lists.ts';
import type { Change, Content } from '../domain/changes.ts';
import { fieldInWords, fieldLabel } from '../field-words.ts';

const saved: Readonly<Record<string, string>> = {
  live: 'Saved. Families can read it now.',
  waits:
    'Saved. The council looks at it before families read it. Until then they read what was there before.',
  'part-waits': 'Saved. Part of it is live now, and the council looks at the rest first.',
  nothing: 'Nothing was different, so nothing was changed.',
  draft: 'Saved. Nobody else sees it until you have sent it to the council.',
  begun: 'Your new listing is begun. Fill in its parts, then send it to the council.',
  sent: 'Sent. The council looks at it, and writes to you.',
  'still-right': 'Thank you. Families now see that it was checked today.',
  closed: 'Families now see that it is closed for now.',
  open: 'Families now see that it runs again.',
  shown: 'Saved.',
  withdrawn: 'It is out of the directory. Its page says so.',
  picture: 'The picture is saved. The council looks at it before families see it.',
  'picture-live': 'Saved. Families can see it now.',
};

/** Says what has just been done, where something was. */
export function savedBanner(visit: Visit): Html {
  const said = saved[visit.query.get('saved') ?? ''];
  if (said === undefined) return nothing;
  const also = visit.query.get('also') === 'yes';
  return notificationBanner({
    type: 'success',
    text: also ? `${said} Somebody else had changed other things here: both are kept.` : said,
  });
}

const freshWords: Readonly<Record<Freshness, { readonly text: string; readonly classes: string }>> = {
  fresh: { text: 'Fresh', classes: 'govuk-tag--green' },
  due: { text: 'Check it soon', classes: 'govuk-tag--yellow' },
  stale: { text: 'May be out of date', classes: 'govuk-tag--orange' },
  hidden: { text: 'Hidden until it is checked', classes: 'govuk-tag--red' },
  withdrawn: { text: 'Taken out', classes: 'govuk-tag--grey' },
};

/** How fresh a listing is, as a tag. */
export function freshTag(freshness: Freshness): Html {
  return tag(freshWords[freshness]);
}

/** How many changes of a listing wait and how many came back, in words. */
export function draftWords({ draft }: Pick<OwnListing, 'draft'>): Html {
  if (draft === null) return nothing;
  const returned = Object.values(draft.changes).filter(({ state }) => state === 'returned').length;
  const isNew = draft.content !== null;
  const waits = isNew
    ? 'Waits for the council'
    : `${draft.waiting} ${draft.waiting === 1 ? 'change waits' : 'changes wait'} for the council`;
  return html`${draft.waiting > 0 && html`<li>${tag({ text: waits, classes: 'govuk-tag--blue' })}</li>`}${returned > 0 && html`<li>${tag({ text: isNew ? 'Came back to you' : `${returned} came back to you`, classes: 'govuk-tag--orange' })}</li>`}${isNew && draft.waiting === 0 && returned === 0 && html`<li>${tag({ text: 'Not sent yet', classes: 'govuk-tag--grey' })}</li>`}`;
}

/** Words of people, line by line. */
export function linesOf(lines: readonly string[], empty: string): Html {
  if (lines.length === 0) return html`<p class="govuk-body daybreak-soft">${empty}</p>`;
  return html`${lines.map((line) => html`<p class="govuk-body">${line}</p>`)}`;
}

/** One change in words: what families read now, and what they are to read. `says` are the words over the two. */
export function changeInWords(
  of: { readonly field: string; readonly change: Change; readonly content: Content },
  says: { readonly before: string; readonly after: string } = { before: 'Now', after: 'Changed to' },
): Html {
  const { field, change, content } = of;
  return html`<div class="daybreak-change">
<div class="daybreak-change__before"><h4 class="govuk-heading-s"><span class="govuk-visually-hidden">${fieldLabel(field)}, </span>${says.before}</h4>${linesOf(fieldInWords(field, change.before, content), 'Nothing')}</div>
<div class="daybreak-change__after"><h4 class="govuk-heading-s"><span class="govuk-visually-hidden">${fieldLabel(field)}, </span>${says.after}</h4>${linesOf(fieldInWords(field, change.after, content), 'Nothing')}</div>
</div>`;
}

/** When a listing was checked, and by whom. */
export function checkedWords({ checkedOn, checkedBy }: Pick<Listing, 'checkedOn' | 'checkedBy'>): string {
  return `Checked on ${formatDate(checkedOn)}${checkedBy === null ? '' : ` by ${checkedBy}`}`;
}
