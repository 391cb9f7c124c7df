import { formatPounds } from '#kernel/money.ts';
import { tag } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import type { ClockWords, Urgency } from '../domain/clock-words.ts';
import type { Recommendation } from '../domain/recommendation.ts';

const colours: Readonly<Record<Urgency, string>> = {
  late: 'red',
  today: 'orange',
  soon: 'yellow',
  'in-time': 'green',
  stopped: 'grey',
  decided: 'blue',
};

/** The clock as a tag; its words say everything that its colour does. */
export function clockTag(clock: ClockWords): Html {
  return tag({ text: clock.text, classes: `govuk-tag--${colours[clock.urgency]}` });
}

/** What is recommended, in a few words. */
export function recommendationWords(recommendation: Recommendation): Html {
  switch (recommendation.kind) {
    case 'award':
      return html`<strong>${formatPounds(recommendation.amount)}</strong>`;
    case 'refuse':
      return html`To refuse`;
    case 'ask':
      return html`To ask for evidence`;
    case 'judge':
      return recommendation.lowest === null || recommendation.highest === null
        ? html`For you to judge`
        : html`For you to judge: ${formatPounds(recommendation.lowest)} to ${formatPounds(recommendation.highest)}`;
  }
}
