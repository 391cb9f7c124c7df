const names = new Intl.DisplayNames('en-GB', { type: 'language' });

/** Languages that the form offers, by their codes: those most spoken at home in England after English, and signs. */
export const languagesOffered: readonly string[] = [
  'ar',
  'bfi',
  'bn',
  'cy',
  'es',
  'fa',
  'fr',
  'gu',
  'it',
  'pa',
  'pl',
  'pt',
  'ro',
  'so',
  'ta',
  'tr',
  'uk',
  'ur',
  'zh',
];

/** A language in English, by its code: "Polish". */
export function languageName(code: string): string {
  return code === 'bfi' ? 'British Sign Language' : (names.of(code) ?? code);
}
