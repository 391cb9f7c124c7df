/** Where a message goes: an e-mail address or a telephone number. */
export type Address =
  | { readonly by: 'email'; readonly address: string }
  | { readonly by: 'text'; readonly number: string };

/**
 * Reads the address of a message. It must be exactly one: a list, a name with brackets, or a line break
 * would let one field send to several people or write a header. `undefined` for anything else. Whether
 * somebody reads there, only sending can tell.
 */
export function readAddress(to: string): Address | undefined {
  const text = to.trim();
  if (
    text.length <= 254 &&
    /^[^\s@,;:<>()[\]"\\\p{Cc}]+@[^\s@,;:<>()[\]"\\\p{Cc}]+\.[^\s@.,;:<>()[\]"\\\p{Cc}]+$/u.test(text)
  ) {
    return { by: 'email', address: text };
  }
  const number = text.replace(/[\s()-]/g, '');
  return /^(?:\+[1-9]\d{6,14}|0\d{9,10})$/.test(number) ? { by: 'text', number } : undefined;
}
