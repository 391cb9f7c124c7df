import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { schemeJsonSchemaText } from './json-schema.ts';

test('docs/scheme.schema.json is what the shape of the files says now', async () => {
  const written = await readFile(new URL('../../../../docs/scheme.schema.json', import.meta.url), 'utf8');
  assert.equal(written, schemeJsonSchemaText(), 'run: node src/families/schemes/folder/write-json-schema.ts');
});
