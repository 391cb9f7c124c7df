import type { z } from 'zod';
import { nearest } from '../domain/nearest.ts';

/** Says in plain words what does not fit where: the checker of shapes speaks to programmers. */

type Issue = z.core.$ZodIssue;
type Union = Extract<Issue, { code: 'invalid_union' }>;
/** A complaint with its whole path from the root of the file. */
export type Complaint = { readonly path: readonly (string | number)[]; readonly message: string };

/** The complaint that helps most, about the data of a file. */
export function complaintOf(issue: Issue, data: unknown): Complaint {
  return explain(issue, { data, before: [] });
}

type Seen = { readonly data: unknown; readonly before: readonly (string | number)[] };

function explain(issue: Issue, { data, before }: Seen): Complaint {
  const path = [...before, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  if (issue.code === 'invalid_union') return explainUnion(issue, { data, before: path });
  return { path, message: wordsFor(issue, valueAt(data, path)) };
}

/** Where one of several shapes was allowed: what is wrong with the one that was meant. */
function explainUnion(issue: Union, seen: Seen): Complaint {
  const value = valueAt(seen.data, seen.before);
  const { branches: shapes, message } = flattened(issue);
  const general = { path: seen.before, message: value === undefined ? 'this is missing. Write it' : message };
  if (typeof value !== 'object' || value === null) return simplest(shapes, { ...seen, general });
  const keys = Object.keys(value);
  const branches = shapes.map((errors) => branchOf(errors, keys));
  const meant = branches
    .filter((branch) => branch.shared > 0 || branch.wrong === null)
    .sort(
      (a, b) =>
        b.shared - a.shared || a.strange.length - b.strange.length || a.lacking.length - b.lacking.length,
    )
    .at(0);
  if (!meant) {
    const guess = guessFor(
      keys,
      branches.flatMap(({ lacking }) => lacking),
    );
    return guess ? { ...general, message: `${general.message}. ${guess}` } : general;
  }
  const stranger = meant.errors.find(
    (error) => error.code === 'unrecognized_keys' && error.path.length === 0,
  );
  const chosen = stranger ?? meant.errors[0];
  if (!chosen) return general;
  const complaint = explain(chosen, seen);
  const guess = guessFor(meant.strange, meant.lacking);
  return guess ? { ...complaint, message: `${complaint.message}. ${guess}` } : complaint;
}

/** The word that was probably meant, without its question mark; null where none comes near. */
function guessFor(strange: readonly string[], words: readonly string[]): string | null {
  const near = strange.map((word) => nearest(word, words)).find((help) => help.startsWith('Did you mean'));
  return near?.slice(0, -1) ?? null;
}

type Branch = {
  readonly errors: readonly Issue[];
  /** The words that are written and belong to this shape. */
  readonly shared: number;
  readonly strange: readonly string[];
  readonly lacking: readonly string[];
  /** What the shape is instead, where it is not one of named parts at all. */
  readonly wrong: Issue | null;
};

function branchOf(errors: readonly Issue[], keys: readonly string[]): Branch {
  const strange = errors.flatMap((error) =>
    error.code === 'unrecognized_keys' && error.path.length === 0 ? error.keys : [],
  );
  const lacking = errors.flatMap((error) => {
    const [step] = error.path;
    return error.path.length === 1 && typeof step === 'string' && !keys.includes(step) ? [step] : [];
  });
  const whole = errors.find((error) => error.path.length === 0 && error.code !== 'unrecognized_keys') ?? null;
  const shared = whole ? 0 : keys.length - strange.length;
  return { errors, shared, strange, lacking, wrong: whole && whole.code !== 'invalid_type' ? whole : null };
}

/** The shapes of a union with those of the unions among them, and what the innermost says for itself. */
function flattened(issue: Union): { branches: (readonly Issue[])[]; message: string } {
  let message = issue.message;
  const branches = issue.errors.flatMap((errors) => {
    const [only] = errors;
    if (errors.length !== 1 || only?.code !== 'invalid_union' || only.path.length > 0) return [errors];
    const inner = flattened(only);
    if (isUnsaid(message)) message = inner.message;
    return inner.branches;
  });
  return { branches, message: isUnsaid(message) ? 'this does not fit here' : message };
}

function isUnsaid(message: string): boolean {
  return message.startsWith('Invalid input') || message === 'this does not fit here';
}

/** Beside a plain value only a plain shape was meant. */
function simplest(
  shapes: readonly (readonly Issue[])[],
  seen: Seen & { readonly general: Complaint },
): Complaint {
  const plain = shapes.flat().find((error) => error.path.length === 0 && error.code === 'invalid_format');
  return plain && seen.general.message === 'this does not fit here' ? explain(plain, seen) : seen.general;
}

const kinds: { readonly [kind: string]: string } = {
  array: 'a list, such as [one, two]',
  object: 'parts with names, such as { name: value }',
  record: 'parts with names, such as { name: value }',
  string: 'words',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

function wordsFor(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type': {
      const wanted = kinds[issue.expected] ?? issue.expected;
      if (value === undefined) return `this is missing. Write ${wanted}`;
      if (!issue.message.startsWith('Invalid input')) return issue.message;
      return `this is ${kindOf(value)}. Write ${wanted}`;
    }
    case 'unrecognized_keys': {
      const names = issue.keys.map((key) => `"${key}"`).join(', ');
      return `${names} cannot stand here. Look for the word in docs/schemes.md, or leave it out`;
    }
    case 'invalid_value':
      if (!issue.message.startsWith('Invalid')) return issue.message;
      return `write ${issue.values.map(String).join(' or ')}`;
    case 'too_small':
      return `give at least ${issue.minimum}`;
    case 'too_big':
      return `give at most ${issue.maximum}`;
    default:
      return issue.message;
  }
}

function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'made of parts with names' : `"${String(value)}"`;
}

function valueAt(data: unknown, path: readonly (string | number)[]): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.entries(value).find(([key]) => key === String(step))?.[1];
  }
  return value;
}
