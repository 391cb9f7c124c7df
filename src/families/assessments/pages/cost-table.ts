import { formatHours } from '#families/awards/index.ts';
import { formatPounds } from '#kernel/money.ts';
import { type Html, html } from '#platform/web/html.ts';
import type { PlanAmount } from '../domain/cost.ts';
import { costAtPrice, formatRatio, type Price, staffTwelfthMinutes } from '../domain/prices.ts';
import { wayNames } from './words.ts';

/** What an amount would cost in a year at each published price: by ratio and by the ways that the price allows. */
export function costTable(given: { readonly amount: PlanAmount; readonly prices: readonly Price[] }): Html {
  const { amount } = given;
  const rows = given.prices.flatMap((price) => {
    const cost = costAtPrice(amount, price);
    return cost === null ? [] : [{ price, cost }];
  });
  if (rows.length === 0) return html`<p class="govuk-body">No price is published for this.</p>`;
  const sources = [...new Set(rows.map(({ price }) => price.source))];
  const heads = ['Support', 'Staff to children', 'Ways', 'Staff time', 'A year'];
  return html`<p class="govuk-body"><strong>In a year, at the prices that the council has published</strong></p>
<table class="daybreak-queue" role="table"><caption class="govuk-visually-hidden">Costs in a year by ratio and way</caption>
<thead role="rowgroup"><tr role="row">${heads.map((head) => html`<th scope="col" role="columnheader">${head}</th>`)}</tr></thead>
<tbody role="rowgroup">${rows.map(
    ({ price, cost }) => html`<tr role="row"><th scope="row" role="rowheader">${price.name}</th>
<td role="cell" data-label="Staff to children">${price.ratioTwelfths === null ? 'by the night' : formatRatio(price.ratioTwelfths)}</td>
<td role="cell" data-label="Ways">${waysOf(price)}</td>
<td role="cell" data-label="Staff time">${staffTime(amount, price)}</td>
<td role="cell" data-label="A year">${cost.low === cost.high ? formatPounds(cost.low) : `${formatPounds(cost.low)} to ${formatPounds(cost.high)}`}</td></tr>`,
  )}</tbody></table>
<p class="govuk-body-s daybreak-soft">${sources.join(' ')} Each to the nearest penny.</p>`;
}

function waysOf(price: Price): string {
  const isDirect = price.ways.includes('direct-payment');
  const isArranged = price.ways.includes('commissioned') || price.ways.includes('spot');
  const words = [
    isDirect && 'direct payment',
    isArranged && 'arranged by us',
    price.ways.includes('in-house') && wayNames['in-house'].toLowerCase(),
  ].filter((one) => one !== false);
  return words.join(', ');
}

function staffTime(amount: PlanAmount, price: Price): string {
  if (price.ratioTwelfths === null) return '–';
  const twelfths = staffTwelfthMinutes(amount, price.ratioTwelfths);
  return twelfths === null ? '–' : formatHours(Math.round(twelfths / 12));
}
