import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { cookies } from './cookies.ts';

test('the page names every cookie of the program, and no other', () => {
  const web = path.join(import.meta.dirname, '../../..', 'platform');
  const named = globSync(`${web}/**/*.ts`)
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/[cC]ookie = '(daybreak_\w+)'/g)])
    .map((found) => found[1]);
  assert.deepEqual([...new Set(named)].sort(), cookies.map(({ name }) => name).sort());
});
