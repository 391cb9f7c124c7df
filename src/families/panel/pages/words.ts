import { dateInEngland } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import { tag } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import type { Meeting, Outcome } from '../domain/panel.ts';
import { outcomeWords } from '../domain/panel.ts';

const stateTags: Readonly<Record<Meeting['state'], readonly [string, string]>> = {
  planned: ['Planned', 'blue'],
  'papers-issued': ['Papers are out', 'purple'],
  closed: ['Minutes confirmed', 'green'],
  cancelled: ['Cancelled', 'grey'],
};

export function meetingTag(state: Meeting['state']): Html {
  const [text, colour] = stateTags[state];
  return tag({ text, classes: `govuk-tag--${colour}` });
}

const colours: Readonly<Record<Outcome, string>> = {
  agreed: 'green',
  'agreed-with-conditions': 'green',
  'agreed-less': 'yellow',
  'not-agreed': 'red',
  deferred: 'grey',
};

export function outcomeTag(outcome: Outcome): Html {
  return tag({ text: outcomeWords[outcome], classes: `govuk-tag--${colours[outcome]}` });
}

/** Days that something has waited until now, in words. */
export function waited(since: Temporal.Instant, today: Temporal.PlainDate): string {
  const { days } = dateInEngland(since).until(today, { largestUnit: 'days' });
  if (days < 1) return 'less than a day';
  return days === 1 ? '1 day' : `${days} days`;
}

export function day(at: Temporal.Instant): string {
  return formatDate(dateInEngland(at));
}

/** Words that somebody typed, with their line breaks. */
export function typed(words: string): Html {
  return html`${words.split('\n').map((line, index) => html`${index > 0 && html`<br>`}${line}`)}`;
}
