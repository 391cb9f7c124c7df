/** Something in a comment by which a person could be known. */
export type Sign = {
  readonly what: 'email address' | 'telephone number' | 'postcode' | 'name';
  readonly text: string;
};

const patterns: readonly (readonly [Sign['what'], RegExp])[] = [
  ['email address', /[^\s@<>()]+@[^\s@<>()]+\.[a-z]{2,}/giu],
  ['telephone number', /(?<![\d£.])(?:\+44\s?|0)(?:[\s-]?\d){9,10}(?!\d)/g],
  ['postcode', /\b[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}\b/gi],
  [
    'name',
    /\b(?:[Mm]y (?:son|daughter|child|boy|girl|brother|sister)|called|named|Mr|Mrs|Ms|Miss|Dr)\.?,? \p{Lu}[\p{L}’'-]+/gu,
  ],
];

/**
 * Finds what may be personal data in a comment: addresses, numbers, postcodes, and words that look like names. It
 * helps who reads the comment before it is published and never stands in for reading it.
 */
export function signsOfPerson(words: string): readonly Sign[] {
  return patterns.flatMap(([what, pattern]) =>
    [...words.matchAll(pattern)].map(([text]) => ({ what, text: text.trim() })),
  );
}

/** What must not be published whoever lets it through: an email address, a telephone number, a postcode. */
export function mustNotBePublished(words: string): readonly Sign[] {
  return signsOfPerson(words).filter(({ what }) => what !== 'name');
}
