/** Something that the program knows and somebody typed: what was typed, and what to write instead. */
export type TypedFigure = { readonly typed: string; readonly write: string };

const numberWords =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a hundred|hundreds of|dozens of';
const figure = String.raw`(?:\d[\d,.]*|${numberWords})`;

/** What is counted, by the word for it, with the reference that counts it. */
const nouns: readonly (readonly [pattern: string, write: string])[] = [
  ['overnight (?:short )?breaks?|nights? away', '{{kind:overnight.count}}'],
  ['holiday (?:schemes?|clubs?|playschemes?)', '{{kind:holiday-scheme.count}}'],
  ['after-school clubs?', '{{kind:after-school-club.count}}'],
  ['weekend clubs?|saturday clubs?', '{{kind:weekend-club.count}}'],
  ['youth clubs?', '{{kind:youth-club.count}}'],
  ['providers?|organisations?|charities', '{{listings.providers}}'],
  ['free (?:short breaks?|activities|clubs?)', '{{listings.free}}'],
  ['comments?|replies|responses', '{{consultation.comments}}'],
  [
    '(?:parents?|carers?|families|people) (?:told|said|replied|answered|responded)',
    '{{consultation.people}}',
  ],
  ['clubs?|short breaks?|activities|services|listings?|things to do|places to go', '{{listings.count}}'],
];

/**
 * Figures and facts in the words of staff that the program knows, so that they would grow old: counts of short
 * breaks, amounts in pounds, the team's telephone number and address. A guide for who writes; it refuses nothing.
 */
export function typedFiguresIn(
  text: string,
  knows: {
    readonly phone: string;
    readonly email: string;
    /** The schemes' names of folders. */
    readonly schemes: readonly string[];
  },
): readonly TypedFigure[] {
  const found = new Map<string, string>();
  const note = (typed: string, write: string) => {
    if (![...found.keys()].some((one) => one.includes(typed))) found.set(typed, write);
  };
  for (const [pattern, write] of nouns) {
    const form = new RegExp(String.raw`(?<![\w£{:.-])${figure}\s+(?:\w+\s+)?(?:${pattern})\b`, 'giu');
    for (const [typed] of text.matchAll(form)) note(typed, write);
  }
  const [scheme] = knows.schemes;
  if (scheme !== undefined)
    for (const [typed] of text.matchAll(/£\s?\d[\d,]*(?:\.\d\d)?/g))
      note(typed, `{{scheme:${scheme}.amounts}}`);
  const figures = knows.phone.replaceAll(' ', '');
  for (const [typed] of text.matchAll(/\+?\d(?:[ -]?\d){6,}/g))
    if (typed.replaceAll(/[ -]/g, '') === figures) note(typed, '{{contact.phone}}');
  if (knows.email !== '' && text.toLowerCase().includes(knows.email.toLowerCase()))
    note(knows.email, '{{contact.email}}');
  return [...found].map(([typed, write]) => ({ typed, write }));
}
