import { type Html, html } from '#platform/web/html.ts';

/** Letters of 16 pixels that fit into a line on a screen of 320 pixels, with margins. */
const lettersInLine = 32;
const mostLines = 3;
export const lineHeight = 22;

/** Parts words into lines of at most `width` letters; what would need more lines than three ends with "…". */
export function wrap(words: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(/\s+/).flatMap((long) => pieces(long, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if ([...longer].length <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  if (lines.length <= mostLines) return lines;
  const last = [...(lines[mostLines - 1] ?? '')].slice(0, width - 1).join('');
  return [...lines.slice(0, mostLines - 1), `${last}…`];
}

function pieces(word: string, width: number): string[] {
  const letters = [...word];
  const parts: string[] = [];
  for (let at = 0; at < letters.length; at += width) parts.push(letters.slice(at, at + width).join(''));
  return parts;
}

/** A line above a bar: what it is to the left, how much to the right; the words give way to the number. */
export function barLabel(label: { readonly words: string; readonly amount: string; readonly top: number }): {
  readonly content: Html;
  readonly height: number;
} {
  const lines = wrap(label.words, Math.max(12, lettersInLine - label.amount.length - 2));
  const baseline = (index: number) => label.top + 16 + index * lineHeight;
  const last = baseline(lines.length - 1);
  const content = html`${lines.map(
    (line, index) => html`<text x="0" y="${baseline(index)}">${line}</text>`,
  )}<text x="100%" y="${last}" text-anchor="end" font-weight="bold">${label.amount}</text>`;
  return { content, height: lines.length * lineHeight };
}

/** One line of the key: a sample, then what it stands for. */
export function keyLine(line: { readonly sample: Html; readonly words: string; readonly top: number }): {
  readonly content: Html;
  readonly height: number;
} {
  const lines = wrap(line.words, lettersInLine - 5);
  const content = html`${line.sample}${lines.map(
    (words, index) => html`<text x="44" y="${line.top + 16 + index * lineHeight}">${words}</text>`,
  )}`;
  return { content, height: lines.length * lineHeight + 4 };
}
