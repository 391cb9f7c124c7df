import { formatDate } from '#kernel/local-date.ts';
import { tag } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type ComplaintCase, isOverdue } from '../case-of-complaint.ts';
import type { Standing, StepKind, Way } from '../domain/complaint.ts';
import { isClosed, isWithCouncil, type Phase } from '../domain/stand.ts';

/** What a person wrote, with its line ends kept. */
export function linesOf(text: string): Html {
  return html`${text.split('\n').map((line, index) => html`${index > 0 && html`<br>`}${line}`)}`;
}

/** A phase at the desk. */
export const phaseWords: Readonly<Record<Phase, string>> = {
  'stage-1': 'Stage 1: to answer',
  'answered-1': 'Stage 1: answered',
  'stage-2': 'Stage 2: being investigated',
  'answered-2': 'Stage 2: answered',
  panel: 'Stage 3: panel to be held',
  findings: 'Stage 3: findings to come',
  response: 'Stage 3: to answer the findings',
  'answered-3': 'Stage 3: answered',
  withdrawn: 'Taken back',
  moved: 'Moved to appeals',
  'late-refused': 'Too late',
};

/** A phase for who complained. */
export const ownPhaseWords: Readonly<Record<Phase, string>> = {
  'stage-1': 'We are looking at it',
  'answered-1': 'We answered',
  'stage-2': 'It is being looked into',
  'answered-2': 'We answered',
  panel: 'A review panel looks at it',
  findings: 'A review panel looks at it',
  response: 'The council answers the panel',
  'answered-3': 'We answered for the last time',
  withdrawn: 'You took it back',
  moved: 'It goes on as an appeal',
  'late-refused': 'We cannot look at it any more',
};

export const standingWords: Readonly<Record<Standing, string>> = {
  'young-person': 'A child or young person',
  'parent-carer': 'A parent or carer',
  'somebody-else': 'Somebody else who knows the child',
};

export const wayWords: Readonly<Record<Way, string>> = {
  online: 'On the website',
  phone: 'By telephone',
  letter: 'By letter or e-mail',
  'in-person': 'In person',
};

export const stepWords: Readonly<Record<StepKind, string>> = {
  made: 'Complaint made',
  'late-refused': 'Not looked at, because it came too late',
  about: 'Named who it is about',
  taken: 'Given to somebody',
  extended: 'Time extended',
  answered: 'Answered',
  'asked-on': 'Asked for the next stage',
  investigators: 'Investigator and independent person named',
  panel: 'Panel met',
  findings: 'Panel’s findings',
  'asked-for-account': 'Asked for an account',
  account: 'Account given',
  remedy: 'To put it right',
  'remedy-done': 'Put right',
  learning: 'Learned from it',
  advocate: 'Advocate found',
  note: 'Note',
  withdrawn: 'Taken back',
  moved: 'Moved to appeals',
};

/** Whose turn it is, and whether it is late, as a mark. */
export function dueTag(found: Pick<ComplaintCase, 'stand' | 'due'>, today: Temporal.PlainDate): Html {
  const { phase } = found.stand;
  if (isClosed(phase)) return tag({ text: 'Closed', classes: 'govuk-tag--grey' });
  const isLate = isOverdue(found.due, today);
  if (!isWithCouncil(phase))
    return isLate
      ? tag({ text: 'Closed', classes: 'govuk-tag--grey' })
      : tag({ text: 'With the family', classes: 'govuk-tag--yellow' });
  if (isLate) return tag({ text: 'Overdue', classes: 'govuk-tag--red' });
  const days = found.due === null ? 0 : today.until(found.due, { largestUnit: 'days' }).days;
  return days <= 3
    ? tag({ text: 'Due soon', classes: 'govuk-tag--orange' })
    : tag({ text: 'In time', classes: 'govuk-tag--green' });
}

/** The last day of what runs now, in words. */
export function dueWords({ due }: Pick<ComplaintCase, 'due'>): string {
  return due === null ? '' : formatDate(due);
}
