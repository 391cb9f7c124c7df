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
    waiting: mark('On the waiting list', 'blue'),
    referred: mark('We are looking at it more closely', 'blue'),
    decided: mark('Decided', 'green'),
    withdrawn: mark('Taken back', 'grey'),
  } as const;
  return marks[application.state];
}

/** Where an application stands, and what comes next, in a sentence for the family. */
export function stateWords(application: Application): string {
  switch (application.state) {
    case 'draft':
      return 'Go on where you stopped, then send it.';
    case 'sent':
      return application.dueOn === null
        ? 'We have it, and somebody reads it.'
        : `We have it. We aim to decide by ${formatDate(application.dueOn)}.`;
    case 'more-asked':
      return 'We asked you something. We go on when you have answered.';
    case 'waiting':
      return 'It is on the waiting list. We write to you as soon as there is money or a place.';
    case 'referred':
      return application.referredTo === 'panel'
        ? 'A panel of people looks at it. We write to you when they have met.'
        : 'Somebody will talk with you about what your child and your family need.';
    case 'decided':
      return 'Read the letter: it says what we decided and why.';
    case 'withdrawn':
      return 'You took this application back.';
  }
}

/** The year that an application asks for, in words: "April 2026 to March 2027". */
export function yearWords(application: Application): string {
  const first = Number(application.grantYear.slice(0, 4));
  return `April ${first} to March ${first + 1}`;
}

/** An application as a card tells of it. */
export function applicationWords(application: Application): {
  readonly childName: string;
  readonly mark: Html;
  readonly words: string;
  readonly year: string;
} {
  return {
    childName: childNameOf(application),
    mark: stateMark(application),
    words: stateWords(application),
    year: yearWords(application),
  };
}
