import { dateInEngland } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import { backLink, button } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import { choiceQuestion, lineQuestion } from '#platform/web/questions.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import {
  partsOfWaitingList,
  type WaitingLine,
  type WaitingPart,
  waitingList,
  waitingListSize,
} from '../waiting-list.ts';
import { recommendationWords } from './words.ts';

/** Who waits for money or a place, in the order in which it is offered. */
export async function waitingListPage(visit: Visit): Promise<Page> {
  const lines = await waitingList(visit);
  return page({
    title: 'Waiting list',
    section: 'applications',
    isPrivate: true,
    before: backLink({ href: '/practitioners/applications', text: 'All applications' }),
    main: html`<h1 class="govuk-heading-l">Waiting list</h1>
${lines.length === 0 ? html`<p class="daybreak-panel">Nobody waits.</p>` : html`${release(visit, await partsOfWaitingList(visit))}${list(lines)}`}`,
  });
}

/** Asks by address how many are looked at; nothing is awarded until that list is confirmed. */
function release(visit: Visit, parts: readonly WaitingPart[]): Html {
  return html`<form method="get" action="/practitioners/waiting-list/release" class="daybreak-panel">
${lineQuestion(visit, {
  field: 'first',
  label: 'There is money or a place again: for how many?',
  hint: 'You see the first of the list and the exceptions before anything is awarded.',
  saved: '10',
  width: 4,
  inputmode: 'numeric',
})}
${
  parts.length > 1 &&
  choiceQuestion(visit, {
    field: 'part',
    label: 'What is it for?',
    saved: '',
    options: [
      { value: '', text: 'Everything on the list' },
      ...parts.map(({ id, name }) => ({ value: id, text: name })),
    ],
  })
}
${button({ text: 'Look at the first of the list', classes: 'govuk-!-margin-bottom-0' })}</form>`;
}

const ordinals = new Intl.PluralRules('en-GB', { type: 'ordinal' });
const endings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };

/** A place in words: "1st", "22nd". */
function placeWords(place: number): string {
  return `${place}${endings[ordinals.select(place)] ?? 'th'}`;
}

function list(lines: readonly WaitingLine[]): Html {
  const hasPlaces = lines.some(({ place }) => place !== null);
  const shown = lines.length === waitingListSize ? `The first ${lines.length}` : `All ${lines.length}`;
  return html`<table class="daybreak-queue" role="table">
<caption class="govuk-visually-hidden">${shown} on the list, in the order in which it is offered</caption>
<thead role="rowgroup"><tr role="row">${['Child', 'Reference', ...(hasPlaces ? ['Place'] : []), 'Sent', 'Scheme recommends'].map((heading) => html`<th scope="col" role="columnheader">${heading}</th>`)}</tr></thead>
<tbody role="rowgroup">${lines.map((line) => row(line, hasPlaces))}</tbody>
</table>
<p class="govuk-body-s daybreak-soft">${shown} on the list, in the order in which it is offered</p>`;
}

function row(line: WaitingLine, hasPlaces: boolean): Html {
  const sent = line.sentAt === null ? '' : formatDate(dateInEngland(line.sentAt));
  const { place, recommendation } = line;
  return html`<tr role="row">
<th scope="row" role="rowheader"><a class="govuk-link" href="/practitioners/applications/${line.id}">${line.childName}</a><span class="daybreak-queue__age daybreak-soft">, ${line.age}</span></th>
<td role="cell" data-label="Reference" class="daybreak-queue__reference">${line.reference}</td>
${hasPlaces && html`<td role="cell" data-label="Place">${place === null ? '' : placeWords(place)}</td>`}
<td role="cell" data-label="Sent">${sent}</td>
<td role="cell" data-label="To award"><div>${recommendation === null ? 'Cannot be read' : recommendationWords(recommendation)}</div></td>
</tr>`;
}
