import type { Filled } from './act-as.ts';

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** Text of a page as it was before it was escaped. */
function read(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => characters[name] ?? whole);
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? null : read(found);
}

/** What a page's form sends when nobody changes anything: its fields as this service writes them, without its tokens. */
export function formOf(page: string): Filled {
  const filled: Record<string, string[]> = {};
  const add = (name: string, value: string) => {
    filled[name] = [...(filled[name] ?? []), value];
  };
  for (const [tag] of page.matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(tag, 'name');
    if (name === null || name.startsWith('_')) continue;
    const isChosen = !/type="(radio|checkbox)"/.test(tag) || /\schecked\b/.test(tag);
    if (isChosen) add(name, attribute(tag, 'value') ?? '');
  }
  for (const [, tag = '', text = ''] of page.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g))
    add(attribute(tag, 'name') ?? '', read(text));
  return filled;
}
