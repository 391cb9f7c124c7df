import { dateInEngland } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import { button, checkboxes, notificationBanner } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { type QueuedDraft, queueOf } from '../desk-lists.ts';
import { changesInOrder } from '../domain/changes.ts';
import { movedOn } from '../domain/draft.ts';
import { fieldInWords, fieldLabel } from '../field-words.ts';
import { deskTools, otherDesks } from './desk-tools.ts';

function short(lines: readonly string[]): string {
  const text = lines.join(' · ');
  return text === '' ? 'nothing' : text.length > 90 ? `${text.slice(0, 88).trimEnd()}…` : text;
}

/** What changes, a line each; of a new listing what it is. */
function whatChanges({ draft, proposed, published }: QueuedDraft): Html {
  if (draft.content !== null) return html`<li><strong>New.</strong> ${proposed.summary}</li>`;
  const waiting = changesInOrder(draft.changes).filter(([, { state }]) => state === 'waiting');
  const content = published ?? {};
  return html`${waiting.map(([field, { before, after }]) => html`<li><strong>${fieldLabel(field)}</strong>: <del>${short(fieldInWords(field, before, content))}</del> <span aria-hidden="true">→</span> <ins>${short(fieldInWords(field, after, content))}</ins></li>`)}`;
}

const sources = { provider: 'from the provider', council: 'from the council', import: 'from an import' };

function row(visit: Visit, queued: QueuedDraft): Html {
  const { draft, proposed, published, isOwn } = queued;
  const title = published === null ? proposed.title : String(published.title);
  const on = dateInEngland(draft.proposedAt);
  const age = on.until(visit.clock.today()).days;
  const hasMoved =
    published !== null && draft.content === null && movedOn(published, draft.changes).length > 0;
  const mayTick = !isOwn && !hasMoved;
  return html`<li class="daybreak-tick">${
    mayTick
      ? checkboxes({
          idPrefix: `draft-${draft.slug}`,
          name: 'draft',
          classes: 'govuk-checkboxes--small',
          items: [
            {
              value: `${draft.slug}@${draft.revision}`,
              html: html`<span class="govuk-visually-hidden">Approve ${title}</span>`,
              checked: visit.form.get('draft')?.includes(`${draft.slug}@${draft.revision}`) ?? false,
            },
          ],
        })
      : html`<div></div>`
  }<div><h2 class="govuk-heading-s govuk-!-margin-bottom-1"><a class="govuk-link" href="/practitioners/listings/drafts/${draft.slug}">${title}</a></h2>
<p class="daybreak-soft govuk-!-margin-bottom-1">${draft.byWords}, ${sources[draft.source]}, ${age === 0 ? 'today' : `${formatDate(on)} (${age} ${age === 1 ? 'day' : 'days'})`}</p>
<ul class="govuk-list daybreak-tick__changes">${whatChanges(queued)}</ul>
${isOwn && html`<p class="govuk-body govuk-!-font-weight-bold">You write for this provider, so somebody else decides.</p>`}
${hasMoved && html`<p class="govuk-body govuk-!-font-weight-bold">Families read something else by now. Open it to decide.</p>`}</div></li>`;
}

function done(visit: Visit): Html {
  const approved = Number(visit.query.get('approved') ?? '');
  const left = Number(visit.query.get('left') ?? '');
  if (visit.query.has('decided'))
    return notificationBanner({ type: 'success', text: 'Done. The provider is told.' });
  if (!visit.query.has('approved') || !Number.isInteger(approved) || !Number.isInteger(left)) return nothing;
  const words = `${approved} ${approved === 1 ? 'listing is' : 'listings are'} live.`;
  const rest =
    left === 0
      ? ''
      : ` ${left} ${left === 1 ? 'was' : 'were'} left: somebody changed ${left === 1 ? 'it' : 'them'} or decided in the meantime. Look at what is still here.`;
  return notificationBanner({ ...(left === 0 ? { type: 'success' } : {}), text: `${words}${rest}` });
}

/** What waits for the council: each listing with what changes, to be approved many at once or one by one. */
export async function queuePage(visit: Visit): Promise<Page> {
  const { queue, count } = await queueOf(visit);
  return page({
    title: 'Changes to listings',
    section: 'listings',
    isPrivate: true,
    main: html`${errorsOf(visit)}${done(visit)}<h1 class="govuk-heading-xl">Listings</h1>${deskTools('waiting')}
${
  queue.length === 0
    ? html`<p class="govuk-body-l">Nothing waits. Families read what providers last wrote.</p>`
    : html`<p class="govuk-body-l">${count === 1 ? '1 listing waits' : `${count} listings wait`}. Until you decide, families read what was approved last.</p>
${formTo(
  visit,
  html`<fieldset class="govuk-fieldset"><legend class="govuk-visually-hidden">Which do you approve?</legend><ul class="daybreak-ticks" id="draft" data-choose-all="on this page">${queue.map((queued) => row(visit, queued))}</ul></fieldset>
${count > queue.length && html`<p class="govuk-body">These are the ${queue.length} that wait longest.</p>`}
${button({ text: 'Approve those that I ticked', preventDoubleClick: true })}`,
  { to: '/practitioners/listings/approve' },
)}`
}
${otherDesks(visit)}`,
  });
}
