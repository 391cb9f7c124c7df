import { fullName } from '#families/register/index.ts';
import { dateInEngland } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import type { Html } from '#platform/web/html.ts';
import { mark } from '#platform/web/journey.ts';
import type { Application } from '../domain/application.ts';

/** The child's name in an application, as far as it has been said. */
export function childNameOf(application: Application): string {
  const { child } = application.answers;
  return child === undefined
    ? `Application begun on ${formatDate(dateInEngland(application.createdAt))}`
    : fullName(child);
}

/** Where an application stands, in a few words with a colour. */
export function stateMark(application: Application): Html {
  const marks = {
    draft: mark('Not sent yet', 'grey'),
    sent: mark('We are reading it', 'blue'),
    'more-asked': mark('We need something from you', 'yellow'),
    decided: mark('Decided', 'green'),
    withdrawn: mark('Taken back', 'grey'),
  } as const;
  return marks[application.state];
}

/** Where an application stands, and what comes next, in a sentence for the family. */
export function stateWords(application: Application): string {
  switch (application.state) {
    case 'draft':
      return 'You have not sent this yet.';
    case 'sent':
      return application.dueOn === null
        ? 'We are reading it.'
        : `We are reading it. We aim to decide by ${formatDate(application.dueOn)}.`;
    case 'more-asked':
      return 'We cannot go on until you have answered our question.';
    case 'decided':
      return 'We have decided. Read the letter to see what we decided and why.';
    case 'withdrawn':
      return 'You took this application back.';
  }
}
