/** The pictures that a child may choose from, with the word under each. What is drawn stands with the pages. */
export const symbols = {
  swimming: 'Swimming',
  music: 'Music',
  outdoors: 'Being outdoors',
  animals: 'Animals',
  food: 'Food',
  friends: 'Friends',
  family: 'My family',
  ball: 'Sport and balls',
  books: 'Books',
  screen: 'Screens',
  painting: 'Painting',
  quiet: 'Quiet',
  hugs: 'Hugs',
  noise: 'Loud noise',
  crowds: 'Many people',
  lights: 'Bright lights',
  touch: 'Being touched',
  waiting: 'Waiting',
  change: 'Changes',
  journeys: 'Car and bus',
  sleep: 'Rest and sleep',
  signs: 'Signing',
  pictures: 'Pictures',
  water: 'Water',
} as const;
export type SymbolName = keyof typeof symbols;

/** Whether a text names one of the pictures. */
export function isSymbol(text: string): text is SymbolName {
  return Object.hasOwn(symbols, text);
}
