import { z } from 'zod';
import { examplesFile, schemeFile, versionFile } from './format.ts';

/**
 * The JSON Schema of the files in a scheme folder, so that an editor completes and checks them while somebody
 * writes. docs/scheme.schema.json holds it; `node src/families/schemes/folder/write-json-schema.ts` writes it.
 */
export function schemeJsonSchema(): unknown {
  const file = z.union([schemeFile, versionFile, examplesFile]).meta({
    title: 'A file of a scheme folder',
    description: 'scheme.yaml, versions/*.yaml or examples.yaml. docs/schemes.md teaches the format.',
  });
  return z.toJSONSchema(file, { io: 'input' });
}

/** The text of docs/scheme.schema.json. */
export function schemeJsonSchemaText(): string {
  return `${JSON.stringify(schemeJsonSchema(), null, 2)}\n`;
}
