import { tag } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import { givingWords } from '../decided-words.ts';
import type { ClockWords, Urgency } from '../domain/clock-words.ts';
import { type Giving, isSameGiving } from '../domain/giving.ts';
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
      return html`<strong>${givingWords(recommendation.giving)}</strong>${recommendation.isReduced && ' at the reduced rate'}`;
    case 'agree':
      return html`To say yes: there is no amount to set`;
    case 'choose':
      return html`<strong>${recommendation.menu.map(givingWords).join(' or ')}</strong>`;
    case 'refuse':
      return html`${refusals[recommendation.as]}`;
    case 'ask':
      return html`To ask for evidence`;
    case 'wait':
      return html`To put on the waiting list`;
    case 'refer':
      return recommendation.to === 'panel' ? html`To send to the panel` : html`To send to an assessment`;
    case 'judge':
      return recommendation.lowest === null || recommendation.highest === null
        ? html`For you to judge`
        : html`For you to judge: ${spanWords(recommendation.lowest, recommendation.highest)}`;
  }
}

const refusals = {
  refused: 'To refuse',
  closed: 'To refuse: the scheme is closed',
  late: 'To refuse: it came too late',
} as const;

function spanWords(lowest: Giving, highest: Giving): string {
  return isSameGiving(lowest, highest)
    ? givingWords(lowest)
    : `${givingWords(lowest)} to ${givingWords(highest)}`;
}
