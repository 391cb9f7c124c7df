import { type Day, days, type Joining, type Listing, type Tier } from './listing.ts';
import { costInWords, placeInWords, timeInWords } from './listing-words.ts';

/** What a sentence of Easy Read is about; each has its picture. */
export type EasyTopic =
  | 'what'
  | 'who'
  | 'when'
  | 'where'
  | 'cost'
  | 'help'
  | 'join'
  | 'phone'
  | 'stopped'
  | 'there';

/** A sentence or two of Easy Read under one picture. */
export type EasyLine = { readonly topic: EasyTopic; readonly sentences: readonly string[] };

const dayNames: Readonly<Record<Day, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

const joinSentences: Readonly<Record<Joining, readonly string[]>> = {
  'turn-up': ['You can just go.', 'You do not have to ask first.'],
  book: ['You must book a place first.'],
  'refer-yourself': ['You ask for a place yourself.'],
  referral: ['You need somebody to ask for you.', 'This can be a social worker, a nurse or your school.'],
  apply: ['You ask the council for a place.'],
};

const tierSentences: Readonly<Record<Tier, string>> = {
  universal: 'It is for everybody.',
  targeted: 'It is for disabled children and young people.',
  specialist: 'It is for disabled children and young people who need a lot of help.',
};

function whenSentences({ when }: Listing): readonly string[] {
  const on = days.filter((day) => when.days.includes(day)).map((day) => dayNames[day]);
  const [only] = on;
  const daySentence =
    on.length === 7
      ? ['It is on every day.']
      : on.length === 1 && only !== undefined
        ? [`It is on ${only}.`]
        : on.length > 1
          ? ['It is on these days:', ...on.map((day) => `${day}.`)]
          : [];
  const hours =
    when.from === null || when.until === null
      ? []
      : [`It starts at ${timeInWords(when.from)}.`, `It ends at ${timeInWords(when.until)}.`];
  return daySentence.length + hours.length === 0 ? ['Ask when it is.'] : [...daySentence, ...hours];
}

function ageSentence({ from, to }: Listing['ages']): string {
  if (from === 0) return `You can go until you are ${to} years old.`;
  return from === to
    ? `You can go if you are ${from} years old.`
    : `You can go if you are ${from} to ${to} years old.`;
}

function costSentences({ cost }: Listing): readonly string[] {
  switch (cost.kind) {
    case 'free':
      return ['It is free.', 'You do not pay.'];
    case 'amount':
      return [`It costs ${costInWords(cost)}.`];
    case 'ask':
      return ['Ask what it costs.'];
  }
}

function phoneSentences({ contact }: Listing): readonly string[] {
  return [
    contact.phone === null ? '' : `You can ring ${contact.phone}.`,
    contact.email === null ? '' : `You can write to ${contact.email}.`,
  ].filter((sentence) => sentence !== '');
}

/**
 * A listing in Easy Read: short sentences with one idea each, in an order that starts with what it is. What somebody
 * wrote for it stands first; the rest follows from the facts, so that it never says something else than they do.
 */
export function easyReadOf(listing: Listing): readonly EasyLine[] {
  const { told, place } = listing;
  const what = told.easyRead.length > 0 ? told.easyRead : [listing.summary];
  const lines: readonly EasyLine[] = [
    {
      topic: 'stopped',
      sentences: listing.paused === null ? [] : ['It is not on now.', 'Ask when it starts again.'],
    },
    { topic: 'what', sentences: [`This is about ${listing.title}.`, ...what] },
    { topic: 'who', sentences: [ageSentence(listing.ages), tierSentences[listing.tier]] },
    { topic: 'when', sentences: whenSentences(listing) },
    {
      topic: 'where',
      sentences:
        place.kind === 'online'
          ? ['It is on the internet.', 'You stay at home.']
          : [
              `It is here: ${placeInWords(place)}.`,
              ...(place.kind === 'at' ? [`The postcode is ${place.postcode}.`] : []),
            ],
    },
    { topic: 'there', sentences: told.sensoryStory },
    { topic: 'cost', sentences: costSentences(listing) },
    { topic: 'join', sentences: joinSentences[listing.join.how] },
    { topic: 'phone', sentences: phoneSentences(listing) },
  ];
  return lines.filter(({ sentences }) => sentences.length > 0);
}
