/** What somebody looks for in the register: one box, in which a name, a birthday, a reference or a postcode is typed. */
export type ChildSearch =
  | { readonly kind: 'all' }
  | { readonly kind: 'born'; readonly on: Temporal.PlainDate }
  | { readonly kind: 'reference'; readonly reference: string }
  | { readonly kind: 'postcode'; readonly postcode: string }
  | { readonly kind: 'words'; readonly words: readonly string[] };

/** How many children one page lists. */
export const childrenAPage = 25;

function dateOf(text: string): Temporal.PlainDate | null {
  const written = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(text);
  const [year, month, day] =
    written === null
      ? (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.slice(1) ?? [])
      : [written[3], written[2], written[1]];
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    );
  } catch {
    return null;
  }
}

/** Reads what was typed into the box. Whatever is no birthday, reference or postcode is a name. */
export function readChildSearch(typed: string): ChildSearch {
  const text = typed.trim().replace(/\s+/g, ' ');
  if (text === '') return { kind: 'all' };
  const on = dateOf(text);
  if (on !== null) return { kind: 'born', on };
  if (/^[a-z]{2,3}-[0-9a-z]{4}-[0-9a-z]{4}$/i.test(text))
    return { kind: 'reference', reference: text.toUpperCase() };
  const joined = text.replaceAll(' ', '').toUpperCase();
  if (/^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(joined))
    return { kind: 'postcode', postcode: `${joined.slice(0, -3)} ${joined.slice(-3)}` };
  return { kind: 'words', words: text.split(' ').slice(0, 6) };
}
