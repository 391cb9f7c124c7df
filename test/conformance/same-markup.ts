import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements that browsers show in a line of text, by the HTML standard's own style sheet. */
const inLine = new Set(
  'a abbr b bdi bdo cite code data dfn em i kbd label mark q s samp small span strong sub sup time u var'.split(
    ' ',
  ),
);
/** Elements that stand in a line like one big letter; spaces inside them do not meet spaces outside. */
const likeALetter = new Set('button img input meter progress select svg textarea'.split(' '));
const keepsSpaces = new Set('pre script style textarea'.split(' '));

/** A line of text as browsers lay it out: spaces at its start and end, and a space after a space, show nothing. */
interface Line {
  lastIsSpace: boolean;
}

const space = '␠';

/**
 * Gives a page's markup as a list, one tag or stretch of text each, such that two pages have the same list just
 * when they have the same elements, attributes and text. The order of attributes, spaces between class names,
 * and spaces that no browser shows do not count; every other space does.
 */
export function markupAsList(markup: string): string[] {
  const list: string[] = [];
  writeLine(list, parseFragment(markup).childNodes, false);
  return list;
}

function writeLine(list: string[], nodes: readonly Node[], keeps: boolean): void {
  const line: Line = { lastIsSpace: true };
  for (const node of nodes) write({ list, line, node, keeps });
  endLine(list, line);
}

function endLine(list: string[], line: Line): void {
  if (list.at(-1) === space) list.pop();
  else if (line.lastIsSpace) dropSpaceBeforeClosingTags(list);
  line.lastIsSpace = true;
}

/** `<p>a <b>b </b></p>`: the last space of the line stands before the closing tags of elements in the line. */
function dropSpaceBeforeClosingTags(list: string[]): void {
  let at = list.length - 1;
  while (at >= 0 && isInlineTag(list[at] ?? '')) at--;
  if (at >= 0 && list[at] === space) list.splice(at, 1);
}

function isInlineTag(entry: string): boolean {
  const name = /^<\/?([a-z]+)/.exec(entry)?.[1];
  return name !== undefined && inLine.has(name);
}

interface Written<Kind> {
  readonly list: string[];
  readonly line: Line;
  readonly node: Kind;
  readonly keeps: boolean;
}

function write({ list, line, node, keeps }: Written<Node>): void {
  if ('tagName' in node) writeElement({ list, line, node, keeps });
  else if ('value' in node) {
    if (keeps) list.push(JSON.stringify(node.value));
    else writeText(list, line, node.value);
  } else list.push(JSON.stringify({ [node.nodeName]: 'data' in node ? node.data : '' }));
}

function writeText(list: string[], line: Line, text: string): void {
  for (const piece of text.split(/([ \t\r\n\f]+)/)) {
    if (piece === '') continue;
    const isSpace = /^[ \t\r\n\f]/.test(piece);
    if (!isSpace) list.push(JSON.stringify(piece));
    else if (!line.lastIsSpace) list.push(space);
    line.lastIsSpace = isSpace;
  }
}

function writeElement({ list, line, node, keeps }: Written<Element>): void {
  const name = node.tagName;
  const keepsInside = keeps || keepsSpaces.has(name);
  if (inLine.has(name)) {
    list.push(openingTag(node));
    for (const child of node.childNodes) write({ list, line, node: child, keeps: keepsInside });
    list.push(`</${name}>`);
    return;
  }
  if (!likeALetter.has(name)) endLine(list, line);
  list.push(openingTag(node));
  writeLine(list, node.childNodes, keepsInside);
  list.push(`</${name}>`);
  line.lastIsSpace = !likeALetter.has(name);
}

function openingTag(element: Element): string {
  const written = element.attrs
    .map(({ name, value }) => ` ${name}=${JSON.stringify(name === 'class' ? tidy(value) : value)}`)
    .sort();
  return `<${element.tagName}${written.join('')}>`;
}

function tidy(classes: string): string {
  return classes.trim().split(/\s+/).join(' ');
}
