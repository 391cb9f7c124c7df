import type { Fields, Template, Words } from './template.ts';

/** One part of what was written: a heading or none, and the blocks below it. */
export type WrittenPart = { readonly heading: string | null; readonly blocks: readonly WrittenBlock[] };
export type WrittenBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

/** A letter or a message with its gaps filled: plain text throughout, no mark-up. */
export type Written = { readonly subject: string; readonly parts: readonly WrittenPart[] };

const gap = /\{([a-z][a-z-]*)\}/g;
const onlyGap = /^\{([a-z][a-z-]*)\}$/;

/** Every name in braces in a text, in the order in which it stands there. */
export function gapsIn(text: string): readonly string[] {
  return [...text.matchAll(gap)].map((match) => match[1] ?? '');
}

/**
 * Fills the words with the fields. A block is left out when a field that it names is empty, and so is a heading with
 * nothing below it. A field of several texts stands on the last line of its block and becomes a list; the lines above
 * lead to it. Throws for a name that the fields do not have, which `faultsOf` finds before words are published.
 */
export function fill(words: Words, fields: Fields): Written {
  const parts: { heading: string | null; blocks: WrittenBlock[] }[] = [{ heading: null, blocks: [] }];
  for (const block of blocksOf(words.body)) {
    if (block.startsWith('## ')) {
      parts.push({ heading: fillLine(block.slice(3).trim(), fields) ?? '', blocks: [] });
      continue;
    }
    parts.at(-1)?.blocks.push(...fillBlock(block, fields));
  }
  return {
    subject: fillLine(words.subject, fields) ?? words.subject.replace(gap, '').trim(),
    parts: parts.filter(({ blocks }) => blocks.length > 0),
  };
}

/** The blocks of a body: what blank lines part. */
export function blocksOf(body: string): readonly string[] {
  return body
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '');
}

function fillBlock(block: string, fields: Fields): readonly WrittenBlock[] {
  const lines = block.split('\n').map((line) => line.trim());
  const several = onlyGap.exec(lines.at(-1) ?? '')?.[1];
  const value = several === undefined ? undefined : valueIn(several, fields);
  if (Array.isArray(value)) return fillList(lines.slice(0, -1), value, fields);
  if (lines.every((line) => line.startsWith('- '))) {
    const items = lines.map((line) => fillLine(line.slice(2), fields)).filter((line) => line !== null);
    return items.length === 0 ? [] : [{ kind: 'list', items }];
  }
  const text = fillLine(lines.join(' '), fields);
  // What a person wrote into a field may have paragraphs of its own.
  return (text ?? '')
    .split(/\n[ \t]*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => ({ kind: 'paragraph', text: paragraph.trim() }));
}

function fillList(
  lead: readonly string[],
  items: readonly string[],
  fields: Fields,
): readonly WrittenBlock[] {
  const text = fillLine(lead.join(' '), fields);
  if (items.length === 0 || text === null) return [];
  return [...(text === '' ? [] : [{ kind: 'paragraph', text } as const]), { kind: 'list', items }];
}

function valueIn(name: string, fields: Fields): string | readonly string[] {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (value === undefined) throw new Error(`the words name {${name}}, and there is no such field`);
  return value;
}

/** A line with its gaps filled; null when one of them is empty. */
function fillLine(line: string, fields: Fields): string | null {
  const values = gapsIn(line).map((name) => inWords(valueIn(name, fields)));
  if (values.includes('')) return null;
  let next = 0;
  return line.replace(gap, () => values[next++] ?? '');
}

function inWords(value: string | readonly string[]): string {
  if (typeof value === 'string') return value;
  const last = value.at(-1) ?? '';
  return value.length < 2 ? last : `${value.slice(0, -1).join(', ')} and ${last}`;
}

/** What was written as plain text for an e-mail. */
export function plainText(written: Written): string {
  const parts = written.parts.flatMap(({ heading, blocks }) => [
    ...(heading === null ? [] : [heading]),
    ...blocks.map((block) =>
      block.kind === 'list' ? block.items.map((item) => `* ${item}`).join('\n') : block.text,
    ),
  ]);
  return parts.join('\n\n');
}

/** What is wrong with words for a template, in sentences; none when they may be published. */
export function faultsOf(template: Template, words: Words): readonly string[] {
  const known = new Set(template.fields.map(({ name }) => name));
  const used = new Set([...gapsIn(words.subject), ...gapsIn(words.body)]);
  const unknown = [...used].filter((name) => !known.has(name));
  const lists = template.fields.filter(({ sample }) => Array.isArray(sample)).map(({ name }) => name);
  const alone = placesThatStay(template, words.body);
  const odd = `${words.subject}\n${words.body}`.replace(gap, '').match(/[{}]/);
  return [
    ...(words.subject.trim() === '' ? ['Write a subject.'] : []),
    ...(words.body.trim() === '' ? ['Write the words.'] : []),
    ...unknown.map(
      (name) =>
        `{${name}} is not a field here. Use one of: ${[...known].map((one) => `{${one}}`).join(', ')}.`,
    ),
    ...(odd === null ? [] : ['A brace stands alone. A field is written like {child}, in small letters.']),
    ...template.fields
      .filter(({ name, isNeeded }) => isNeeded === true && !alone.has(name))
      .map(({ name, about }) =>
        gapsIn(words.body).includes(name)
          ? `{${name}} has to be in a paragraph of its own: beside a field that may be empty, or in a heading, it can be left out.`
          : `{${name}} has to be in it: ${about}.`,
      ),
    ...lists
      .filter((name) => blocksOf(words.body).some((block) => isMisplaced(block, name)))
      .map((name) => `{${name}} is a list. Put it on a line of its own, as the last of its paragraph.`),
  ];
}

function isMisplaced(block: string, name: string): boolean {
  const [last = '', ...lead] = block.split('\n').toReversed();
  const isHere = (line: string) => gapsIn(line).includes(name);
  return lead.some(isHere) || (isHere(last) && onlyGap.exec(last.trim()) === null);
}

/** The fields that stand where nothing beside them can be empty, so that what they say is never left out. */
function placesThatStay(template: Template, body: string): ReadonlySet<string> {
  const mayBeEmpty = new Set(
    template.fields.filter((field) => field.mayBeEmpty === true).map(({ name }) => name),
  );
  const places = blocksOf(body)
    .filter((block) => !block.startsWith('## '))
    .flatMap((block) => {
      const lines = block.split('\n');
      return lines.every((line) => line.startsWith('- ')) ? lines : [block];
    });
  return new Set(
    places.map(gapsIn).flatMap((names) => (names.some((name) => mayBeEmpty.has(name)) ? [] : names)),
  );
}
