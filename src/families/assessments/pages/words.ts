import { formatHours } from '#families/awards/index.ts';
import { dateInEngland } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import { formatPounds } from '#kernel/money.ts';
import { tag } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import type { AssessmentState } from '../domain/assessment.ts';
import type { PlanAmount, PlanRhythm } from '../domain/cost.ts';
import type { PlanLineWords, PlanState, Wish } from '../domain/plan.ts';

const assessmentTags: Readonly<Record<AssessmentState, readonly [string, string]>> = {
  asked: ['Asked for', 'yellow'],
  'in-progress': ['Being written', 'blue'],
  submitted: ['To agree', 'purple'],
  agreed: ['Agreed', 'green'],
  closed: ['Stopped', 'grey'],
};

const planTags: Readonly<Record<PlanState, readonly [string, string]>> = {
  draft: ['Being written', 'blue'],
  ready: ['To agree', 'purple'],
  'at-panel': ['With the panel', 'yellow'],
  agreed: ['Agreed', 'green'],
  closed: ['Stopped', 'grey'],
};

export function assessmentTag(state: AssessmentState): Html {
  const [text, colour] = assessmentTags[state];
  return tag({ text, classes: `govuk-tag--${colour}` });
}

export function planTag(state: PlanState): Html {
  const [text, colour] = planTags[state];
  return tag({ text, classes: `govuk-tag--${colour}` });
}

export const rhythmWords: Readonly<Record<PlanRhythm, string>> = {
  week: 'a week',
  'four-weeks': 'every 4 weeks',
  month: 'a month',
  year: 'a year',
  period: 'once, for the whole plan',
};

/** An amount as people say it: "3 hours a week", "2 nights a month", "£250 once, for the whole plan". */
export function amountWords(amount: PlanAmount): string {
  const what =
    amount.measure === 'money'
      ? formatPounds(amount.amount)
      : amount.measure === 'hours'
        ? formatHours(amount.minutes)
        : `${amount.nights} ${amount.nights === 1 ? 'night' : 'nights'}`;
  return `${what} ${rhythmWords[amount.per]}`;
}

export const kindNames: Readonly<Record<NonNullable<PlanLineWords['breakKind']>, string>> = {
  grant: 'Money to spend on breaks',
  club: 'Club or group',
  holiday: 'Holiday activity',
  enabler: 'Somebody to go out with (enabler or personal assistant)',
  homecare: 'Care at home (floating support)',
  overnight: 'Nights away or at home',
  other: 'Something else',
};

export const wayNames: Readonly<Record<NonNullable<PlanLineWords['way']>, string>> = {
  'direct-payment': 'Direct payment',
  'prepaid-card': 'Direct payment on a prepaid card',
  'managed-account': 'Direct payment in a managed account',
  'one-off-payment': 'One payment',
  commissioned: 'Arranged by us, with a provider under contract',
  spot: 'Arranged by us, bought for this child',
  'in-house': 'Given by the council itself',
};

export const payerNames: Readonly<Record<PlanLineWords['paidBy'], string>> = {
  council: 'The council',
  health: 'Health',
  education: 'Education',
  joint: 'The council and health together',
};

export const wishNames: Readonly<Record<Wish, string>> = {
  'direct-payment': 'as money, to arrange it ourselves',
  arranged: 'arranged by the council',
  'not-sure': 'not sure yet',
};

/** A day and who, for histories. */
export function moment(at: Temporal.Instant): string {
  return formatDate(dateInEngland(at));
}

/** Words that somebody typed, with their line breaks. */
export function typed(words: string): Html {
  return html`${words.split('\n').map((line, index) => html`${index > 0 && html`<br>`}${line}`)}`;
}
