import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { exitCode, nothing, type Outcome, skipLines, together, totals } from './outcome.ts';
import { runSuite } from './suite.ts';
import { runTool } from './tool.ts';

const root = mkdtempSync(path.join(tmpdir(), 'daybreak-suite-'));
after(() => rmSync(root, { recursive: true, force: true }));
const calm = new AbortController().signal;

/** Runs made-up test files as the runner does. */
async function outcomeOf(sources: Record<string, string>, secondsAFile = 20): Promise<Outcome> {
  const files = Object.entries(sources).map(([name, source]) => {
    const file = path.join(root, name);
    writeFileSync(file, `import { describe, test } from 'node:test';\n${source}`);
    return file;
  });
  // node:test refuses to run inside itself unless its own mark is taken away.
  const context = process.env.NODE_TEST_CONTEXT;
  delete process.env.NODE_TEST_CONTEXT;
  try {
    return await runSuite({ files, concurrency: 2, secondsAFile, root, signal: calm });
  } finally {
    if (context !== undefined) process.env.NODE_TEST_CONTEXT = context;
  }
}

test('leaves count once, and what only groups them does not count', async () => {
  const outcome = await outcomeOf({
    'leaves.test.ts': `
      test('alone', () => {});
      test('parent', async (t) => { await t.test('one', () => {}); await t.test('two', () => {}); });
      describe('suite', () => { test('inside', () => {}); });`,
  });
  assert.equal(totals(outcome), '4 passed, 0 failed');
  assert.equal(exitCode(outcome), 0);
});

test('a failure is told once, with its file, its line and what was thrown', async () => {
  const outcome = await outcomeOf({
    'failing.test.ts': `
      test('parent', async (t) => { await t.test('child', () => { throw new RangeError('too far'); }); });`,
  });
  assert.equal(totals(outcome), '0 passed, 1 failed');
  assert.equal(outcome.failures[0]?.name, 'failing.test.ts:3: child');
  assert.match(outcome.failures[0]?.text ?? '', /RangeError.*: too far/);
  assert.equal(exitCode(outcome), 1);
});

test('a group that fails by itself counts, although its tests passed', async () => {
  const outcome = await outcomeOf({
    'group.test.ts': `
      test('parent', async (t) => { await t.test('child', () => {}); throw new Error('after the child'); });`,
  });
  assert.equal(totals(outcome), '1 passed, 1 failed');
  assert.match(outcome.failures[0]?.text ?? '', /after the child/);
});

test('a skipped test and one that is still to do are told with their reason', async () => {
  const outcome = await outcomeOf({
    'skipping.test.ts': `
      test('one', { skip: 'no server here' }, () => {});
      test('two', { todo: 'next week' }, () => { throw new Error(); });
      test('three', { skip: true }, () => {});
      test('four', () => {});`,
  });
  assert.equal(totals(outcome), '1 passed, 0 failed, 3 skipped');
  assert.deepEqual(skipLines(outcome.skips), [
    '  skipped: no server here',
    '    skipping.test.ts: one',
    '  skipped: to do: next week',
    '    skipping.test.ts: two',
    '  skipped: no reason is given',
    '    skipping.test.ts: three',
  ]);
});

test('a file without a test and a file that does not load are failures', async () => {
  const outcome = await outcomeOf({
    'empty.test.ts': 'console.log(describe, test);',
    'broken.test.ts': "import './not-there.ts';",
  });
  assert.equal(outcome.passed, 0);
  const told = new Map(outcome.failures.map(({ name, text }) => [name, text]));
  assert.match(told.get('empty.test.ts') ?? '', /holds no test/);
  assert.match(told.get('broken.test.ts') ?? '', /Cannot find module .*not-there\.ts/);
});

for (const [kind, source] of Object.entries({
  'a test that never ends': `test('hangs', () => new Promise(() => setInterval(() => {}, 1000)));`,
  'a file that never loads': 'await new Promise(() => setInterval(() => {}, 1000));',
  'a timer that is left behind': `test('passes', () => {}); setInterval(() => {}, 1000);`,
})) {
  test(`${kind} ends its file in time, by name, and the others are not lost`, async () => {
    const quick = `test('quick', () => {});`;
    const outcome = await outcomeOf({ 'hanging.test.ts': source, 'quick.test.ts': quick }, 2);
    const failed = outcome.failures.find(({ name }) => name === 'hanging.test.ts');
    assert.match(failed?.text ?? '', /still running after 2 seconds, kept by: .*Timeout/);
    assert.ok(outcome.passed >= 1);
  });
}

test('a tool is one test: passed by exit 0, failed with its words otherwise, ended by its signal', async () => {
  const run = (script: string, signal: AbortSignal) =>
    runTool({ name: 'tool', words: ['--eval', script], root, signal });
  assert.equal(totals(await run('process.exitCode = 0', calm)), '1 passed, 0 failed');
  const failed = await run('console.log("here it is"); process.exitCode = 3', calm);
  assert.deepEqual(failed.failures, [{ name: 'tool', text: 'here it is' }]);
  const endless = await run('setInterval(() => {}, 1000)', AbortSignal.timeout(300));
  assert.equal(totals(endless), '0 passed, 1 failed');
});

test('a run without a test fails, and outcomes add up', () => {
  assert.equal(exitCode(nothing), 1);
  const skip = { name: 'a', reason: 'b' };
  const sum = together([
    { ...nothing, passed: 2, skips: [skip] },
    { ...nothing, passed: 3, failures: [{ name: 'c', text: 'd' }] },
  ]);
  assert.equal(totals(sum), '5 passed, 1 failed, 1 skipped');
  assert.equal(exitCode({ ...nothing, skips: [skip] }), 1);
});
