/** A piece of a line: words, or words that lead somewhere. */
export type Span = string | { readonly text: string; readonly href: string };
export type Line = readonly Span[];

/** What a composed part of the statement is made of, whatever it is shown as: HTML, Markdown or plain text. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string; readonly count?: number }
  | { readonly kind: 'words'; readonly line: Line }
  | { readonly kind: 'list'; readonly items: readonly Line[]; readonly isInColumns?: boolean }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      /** The first cell of a row names it; the last is a figure. */
      readonly rows: readonly (readonly Span[])[];
    }
  | { readonly kind: 'quote'; readonly who: string; readonly words: string; readonly answer: string };

export function heading(text: string, count?: number): Block {
  return count === undefined ? { kind: 'heading', text } : { kind: 'heading', text, count };
}

/** A paragraph. */
export function words(...line: Line): Block {
  return { kind: 'words', line };
}

export function list(items: readonly Line[], isInColumns = false): Block {
  return { kind: 'list', items, isInColumns };
}

/** Words that lead to a place of this service, to a telephone or to an address. */
export function link(text: string, href: string): Span {
  return { text, href };
}

/** A line as plain text. */
export function plainLine(line: Line): string {
  return line.map((span) => (typeof span === 'string' ? span : span.text)).join('');
}

/** Text that stands in Markdown as itself: nothing in it is read as a sign of Markdown. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|!~]/g, String.raw`\$&`)
    .replace(/^(\s*)([-+]|\d+[.)])(?=\s)/gm, String.raw`$1\$2`);
}

function markdownLine(line: Line): string {
  return line
    .map((span) =>
      typeof span === 'string' ? escapeMarkdown(span) : `[${escapeMarkdown(span.text)}](<${span.href}>)`,
    )
    .join('');
}

function markdownBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `### ${escapeMarkdown(block.text)}${block.count === undefined ? '' : ` (${block.count})`}`;
    case 'words':
      return markdownLine(block.line);
    case 'list':
      return block.items.map((item) => `- ${markdownLine(item)}`).join('\n');
    case 'table': {
      const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
      return [
        `**${escapeMarkdown(block.caption)}**`,
        '',
        row(block.head.map(escapeMarkdown)),
        row(block.head.map((_, index) => (index === block.head.length - 1 ? '---:' : '---'))),
        ...block.rows.map((cells) => row(cells.map((cell) => markdownLine([cell])))),
      ].join('\n');
    }
    case 'quote':
      return `> ${escapeMarkdown(block.words).replaceAll('\n', '\n> ')}\n>\n> ${escapeMarkdown(block.who)}\n\n${escapeMarkdown(block.answer)}`;
  }
}

/** Composed parts as Markdown, with tables as GitHub writes them. */
export function blocksAsMarkdown(blocks: readonly Block[]): string {
  return blocks.map(markdownBlock).join('\n\n');
}
