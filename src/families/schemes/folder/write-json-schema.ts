import { writeFile } from 'node:fs/promises';
import { schemeJsonSchemaText } from './json-schema.ts';

await writeFile(new URL('../../../../docs/scheme.schema.json', import.meta.url), schemeJsonSchemaText());
