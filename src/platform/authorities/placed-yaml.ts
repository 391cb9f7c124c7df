import { readFileSync } from 'node:fs';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

type Path = readonly PropertyKey[];

/** Where in the text a field stands, or the nearest thing around it that does. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find(({ key }) => isScalar(key) && key.value === last);
      if (isNode(pair?.key) && pair.key.range) return pair.key.range[0];
    }
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

/**
 * Reads a YAML file by its schema. Throws a line for each thing that is wrong: the file, the line in it, the field, and
 * what must be there. For files that people write by hand and at length.
 */
export function readPlacedYaml<T extends z.ZodType>(path: string, schema: T): z.output<T> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const told = (offset: number, field: string, message: string) =>
    `${path}:${lines.linePos(offset).line}: ${field}: ${message}`;
  if (document.errors.length > 0)
    throw new Error(
      document.errors
        .map(({ message, pos }) =>
          told(pos[0], 'the file', `the YAML cannot be read: ${message.split('\n', 1)[0]}`),
        )
        .join('\n'),
    );
  const parsed = schema.safeParse(document.toJS() ?? {});
  if (parsed.success) return parsed.data;
  throw new Error(
    parsed.error.issues
      .map((issue) => told(offsetOf(document, issue.path), issue.path.join('.') || 'the file', issue.message))
      .join('\n'),
  );
}
