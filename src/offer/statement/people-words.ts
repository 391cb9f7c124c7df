/** Who says something about the statement. */
export const speakers = {
  'parent-carer': 'A parent or carer',
  'young-person': 'A child or young person',
  provider: 'Somebody who gives short breaks',
  practitioner: 'Somebody who works with families',
  other: 'Somebody else',
} as const;
export type Speaker = keyof typeof speakers;

/** How it reached the council. */
export const ways = {
  online: 'on this website',
  meeting: 'in a meeting',
  survey: 'in a survey',
  telephone: 'by telephone',
  letter: 'in a letter or an email',
} as const;
export type Way = keyof typeof ways;

const several: Readonly<Record<Speaker, string>> = {
  'parent-carer': 'parents and carers',
  'young-person': 'children and young people',
  provider: 'people who give short breaks',
  practitioner: 'people who work with families',
  other: 'others',
};

function isSpeaker(text: string): text is Speaker {
  return Object.hasOwn(speakers, text);
}

function isWay(text: string): text is Way {
  return Object.hasOwn(ways, text);
}

/** Who said something and how: "A parent or carer, on this website"; "12 parents and carers, in a meeting". */
export function whoInWords({
  who,
  how,
  people,
}: {
  readonly who: string;
  readonly how: string;
  readonly people: number;
}): string {
  const speaker = isSpeaker(who) ? who : 'other';
  const way = isWay(how) ? ways[how] : how;
  return people === 1 ? `${speakers[speaker]}, ${way}` : `${people} ${several[speaker]}, ${way}`;
}
