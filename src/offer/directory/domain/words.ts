/** Words that say nothing about what is looked for. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a about all am an and any anything are around as at be boy but by can cant child children come coming could daughter do does dont find for from get girl go has have he her him his how i if in is isnt it its kid kids like looking may me might my near nearby need not of old on or our own please really she should so some somebody someone something somewhere son than that the their them there they thing things this to too try us very want we what when where which who will with wont would year years you your yr yrs'.split(
    ' ',
  ),
);

/** What families say, and the directory's own word for it: what a council begins with. Both stay in the search. */
export const alsoCalled: ReadonlyMap<string, readonly string[]> = new Map([
  ['respite', ['overnight', 'break']],
  ['sleepover', ['overnight']],
  ['pa', ['enabler', 'assistant']],
  ['pas', ['enabler', 'assistant']],
  ['carer', ['enabler']],
  ['befriender', ['enabler']],
  ['asd', ['autism']],
  ['asc', ['autism']],
  ['autistic', ['autism']],
  ['add', ['adhd']],
  ['deaf', ['hearing']],
  ['blind', ['vision']],
  ['nonverbal', ['communication']],
  ['horse', ['riding']],
  ['pony', ['riding']],
  ['football', ['sport']],
  ['swim', ['swimming']],
  ['theatre', ['drama']],
  ['acting', ['drama']],
  ['computer', ['coding']],
  ['minecraft', ['coding']],
  ['halfterm', ['holiday']],
  ['playscheme', ['holiday', 'scheme']],
  ['club', ['scheme']],
  ['scheme', ['club']],
  ['grant', ['money']],
  ['film', ['cinema']],
  ['cinema', ['film']],
  ['sibling', ['brother', 'sister']],
  ['brother', ['sibling']],
  ['sister', ['sibling']],
  ['teenager', ['teen', 'young']],
  ['teen', ['teenager']],
  ['toddler', ['five', 'early']],
  ['baby', ['five', 'early']],
  ['nite', ['night']],
  ['overnite', ['overnight']],
  ['mum', ['parent']],
  ['dad', ['parent']],
  ['bike', ['cycling']],
  ['trike', ['cycling']],
  ['lesson', ['learn']],
  ['group', ['club']],
  ['summer', ['holiday']],
  ['easter', ['holiday']],
  ['caring', ['care']],
  ['sen', ['needs']],
  ['send', ['needs']],
  ['epileptic', ['epilepsy']],
  ['disabled', ['disability']],
  ['house', ['home']],
  ['meltdown', ['behaviour']],
  ['outburst', ['behaviour']],
  ['teach', ['learn']],
  ['anxious', ['anxiety']],
  ['worried', ['anxiety', 'worry']],
  ['pantomime', ['theatre']],
  ['panto', ['theatre']],
  ['musical', ['theatre']],
  ['video', ['game', 'gaming']],
  ['game', ['gaming']],
  ['independence', ['life', 'skill']],
  ['independent', ['life', 'skill']],
  ['peg', ['tube', 'feeding']],
  ['gastrostomy', ['tube', 'feeding']],
  ['preverbal', ['communication']],
  ['nonspeaking', ['communication']],
  ['palsy', ['physical']],
  ['babysitter', ['sitting', 'sitter']],
  ['childminder', ['care']],
  ['funding', ['money']],
  ['fund', ['money']],
  ['seizure', ['epilepsy']],
  ['choir', ['sing']],
  ['canoe', ['boat', 'paddle']],
  ['boat', ['sail', 'paddle']],
  ['bowl', ['bowling']],
]);

/**
 * Gives the words of a text as the search compares them: lower case, without accents and apostrophes, without
 * a plural "s", in order and once each, with small words left out unless nothing else is there.
 */
export function searchWords(text: string): readonly string[] {
  const words = text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter((word) => word !== '')
    .map(withoutPlural);
  const telling = words.filter((word) => !SMALL_WORDS.has(word));
  return [...new Set(telling.length > 0 ? telling : words)];
}

/** Whether a word says nothing about what is looked for. */
export function isSmallWord(word: string): boolean {
  return SMALL_WORDS.has(word);
}

/** "clubs" to "club", "activities" to "activity", "sessions" to "session"; leaves "swimming", "bus" and "class". */
function withoutPlural(word: string): string {
  if (word.length <= 3 || /(ss|us|is)$/.test(word) || !word.endsWith('s')) return word;
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  return /(ch|sh|x|ss|zz)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}
