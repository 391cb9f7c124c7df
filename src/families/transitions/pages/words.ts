import { formatDate } from '#kernel/local-date.ts';
import { tag } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import type { TooLong } from '../age-limit.ts';
import type { StandingMilestone } from '../case-of-transition.ts';
import type { HopesBy, ReferralState } from '../domain/entry.ts';

/** What a person wrote, with its line ends kept. */
export function linesOf(text: string): Html {
  return html`${text.split('\n').map((line, index) => html`${index > 0 && html`<br>`}${line}`)}`;
}

export const hopesByWords: Readonly<Record<HopesBy, string>> = {
  'young-person': 'The young person’s own words',
  'with-help': 'The young person’s words, with help',
  'somebody-else': 'Words of somebody who knows them well',
};

export const referralWords: Readonly<Record<ReferralState, string>> = {
  sent: 'Sent to adult services',
  accepted: 'Accepted by adult services',
  refused: 'Refused by adult services',
  assessed: 'The assessment is done',
};

/** Where a milestone stands, as a mark. */
export function stateTag({ state }: StandingMilestone): Html {
  switch (state) {
    case 'done':
      return tag({ text: 'Done', classes: 'govuk-tag--green' });
    case 'overdue':
      return tag({ text: 'Overdue', classes: 'govuk-tag--red' });
    case 'due':
      return tag({ text: 'Due now', classes: 'govuk-tag--orange' });
    case 'soon':
      return tag({ text: 'Within 6 months', classes: 'govuk-tag--yellow' });
    case 'later':
      return tag({ text: 'Later', classes: 'govuk-tag--grey' });
    case 'lapsed':
      return tag({ text: 'Past', classes: 'govuk-tag--grey' });
  }
}

/** The day that counts of a milestone, in words. */
export function dayWords(milestone: StandingMilestone): string {
  const { rule, day, dueBy } = milestone;
  if (rule.kind === 'end' || day.equals(dueBy)) return formatDate(day);
  return `from ${formatDate(day)}, by ${formatDate(dueBy)}`;
}

/** Says that an award runs past an age. */
export function tooLongWords({ award, age, day }: TooLong): string {
  return `Award ${award.reference} runs until ${formatDate(award.endsOn)}, past the age of ${age} on ${formatDate(day)}.`;
}
