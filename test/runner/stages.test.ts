import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { stages } from './stages.ts';

const root = path.join(import.meta.dirname, '..', '..');

test('every test file of the project runs in one stage', () => {
  const there = globSync('{src,test,demo,bench,bin}/**/*.test.{ts,mjs,js}', { cwd: root });
  const run = stages.flatMap((stage) => stage.filesIn(root));
  assert.deepEqual(run.toSorted(), there.map((file) => file.replaceAll(path.sep, '/')).toSorted());
});

test('npm run check runs types, lint, architecture and unit, in this order', () => {
  const names = stages.filter(({ isQuick }) => isQuick).map(({ name }) => name);
  assert.deepEqual(names, ['types', 'lint', 'architecture', 'unit']);
});
