import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import type { z } from 'zod';
import { complaintOf } from './shape-messages.ts';

/** What is wrong with a scheme folder, and where. */
export type ProblemKind =
  | 'unreadable'
  | 'format'
  | 'unknown-name'
  | 'unknown-fact'
  | 'wrong-value'
  | 'dead-end'
  | 'contradiction'
  | 'overlap'
  | 'example-fails'
  | 'unexercised';
export type SchemeProblem = {
  readonly kind: ProblemKind;
  readonly file: string;
  readonly line: number;
  /** A sentence that says what is wrong and how to mend it. */
  readonly message: string;
};

export type YamlPath = readonly (string | number)[];

/** A file of YAML with the line of every place in it. */
export type YamlFile = {
  readonly path: string;
  readonly data: unknown;
  lineOf(place: YamlPath): number;
};

/** Reads YAML (version 1.2, so that `on` and `yes` are words); what is not YAML becomes problems. */
export function parseYaml(path: string, text: string): { file: YamlFile; problems: SchemeProblem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  // One slip makes the reader stumble over all that follows: the first is the one to mend.
  const problems = document.errors.slice(0, 1).map(
    (error): SchemeProblem => ({
      kind: 'unreadable',
      file: path,
      line: lines.linePos(error.pos[0]).line,
      message: `This is not readable as YAML: ${error.message}. ${mendFor(lineAt(text, lines.linePos(error.pos[0]).line))}`,
    }),
  );
  for (const { offset, rest } of problems.length === 0 ? splitByCommas(document) : []) {
    problems.push({
      kind: 'unreadable',
      file: path,
      line: lines.linePos(offset).line,
      message: `A comma inside braces or brackets ends the value, which cuts off "${rest}". Put quotation marks around the whole value, like "£1,000" or "Yes, you can."`,
    });
  }
  let data: unknown = null;
  try {
    if (problems.length === 0) data = document.toJS();
  } catch {
    // The reader stops before a few lines that repeat each other fill the memory.
    const message =
      'This file repeats parts of itself too often (by & and *). Write them out, or repeat less.';
    problems.push({ kind: 'unreadable', file: path, line: 1, message });
  }
  const lineOf = (place: YamlPath) => lineIn({ root: document.contents, place, lines });
  return { file: { path, data, lineOf }, problems };
}

function lineAt(text: string, line: number): string {
  return text.split('\n')[line - 1] ?? '';
}

/** What mends the usual slips: words that hold a brace, a colon or quotation marks of their own. */
function mendFor(line: string): string {
  const isInBraces = /\{.*\{/.test(line) || /[:,] *["'].*["'][^,}\]]/.test(line);
  if (isInBraces) {
    return 'Inside { }, put quotation marks around words that hold a brace, a comma or a colon: { met: "Up to {grant}." }.';
  }
  if (/:.*: /.test(line)) return 'Put quotation marks around words that hold a colon.';
  return 'Mend the line or the indentation.';
}

/** Where a comma inside { } or [ ] has cut a value in two, as in { amount: £1,000 }: YAML reads on without a word. */
function splitByCommas(document: Document): readonly { offset: number; rest: string }[] {
  const found: { offset: number; rest: string }[] = [];
  visit(document, {
    Map(_, map) {
      for (const pair of map.flow ? map.items : []) {
        if (pair.value === null && isNode(pair.key)) {
          found.push({ offset: pair.key.range?.[0] ?? 0, rest: String(pair.key) });
        }
      }
    },
    Seq(_, list) {
      if (!list.flow) return;
      for (const [index, item] of list.items.entries()) {
        const before = list.items[index - 1];
        const isRest = isScalar(item) && item.type === 'PLAIN' && /^\d{3}$/.test(item.source ?? '');
        if (isRest && isScalar(before) && String(before.value).startsWith('£'))
          found.push({ offset: item.range?.[0] ?? 0, rest: String(item.value) });
      }
    },
  });
  return found;
}

/** The line of the deepest part of the place that stands in the file. */
function lineIn(asked: { root: Node | null; place: YamlPath; lines: LineCounter }): number {
  let node: unknown = asked.root;
  let offset = asked.root?.range?.[0] ?? 0;
  for (const step of asked.place) {
    let key: unknown = null;
    let next: unknown = null;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      key = pair?.key ?? null;
      next = pair?.value ?? null;
    } else if (isSeq(node)) {
      next = node.items[Number(step)] ?? null;
    }
    const at = key ?? next;
    if (!isNode(at)) break;
    offset = at.range?.[0] ?? offset;
    node = next;
  }
  return asked.lines.linePos(offset).line;
}

function sentenceAbout(name: string, message: string): string {
  return `In ${name}: ${message}${message.includes('Did you mean') ? '?' : '.'}`;
}

/** Holds the data of a file against a shape. Problems name the line and what was expected there. */
export function checkShape<T>(
  file: YamlFile,
  shape: z.ZodType<T>,
): { value: T | null; problems: SchemeProblem[] } {
  const parsed = shape.safeParse(file.data);
  if (parsed.success) return { value: parsed.data, problems: [] };
  const problems = parsed.error.issues.map((issue): SchemeProblem => {
    const { path, message } = complaintOf(issue, file.data);
    const name = path.filter((step) => typeof step === 'string').join(' → ') || 'the file';
    return {
      kind: 'format',
      file: file.path,
      line: file.lineOf(path),
      message: sentenceAbout(name, message),
    };
  });
  return { value: null, problems };
}
