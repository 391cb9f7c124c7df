import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'daybreak-statement-'));
after(() => rmSync(folder, { recursive: true, force: true }));

async function daybreak(...words: readonly string[]) {
  const child = spawn(process.execPath, [join(project, 'src/cli.ts'), ...words], {
    cwd: project,
    env: { PATH: process.env.PATH ?? '', DAYBREAK_DATA: join(folder, 'data'), DAYBREAK_DEMONSTRATION: 'off' },
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.stdin.end();
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { out, err, code };
}

test('misuse ends with 2 and says what to say', async () => {
  for (const words of [[], ['medway', '--format', 'pdf'], ['medway', 'html'], ['--format', 'html']]) {
    const { code, out, err } = await daybreak('statement', ...words);
    assert.equal(code, 2, words.join(' '));
    assert.equal(out, '');
    assert.match(err, /daybreak statement AUTHORITY \[--format json\|html\|markdown\]/);
  }
});

test('what it prints is JSON and nothing else, or Markdown; a council that is not there ends with 2', async () => {
  const json = await daybreak('statement', 'medway');
  assert.equal(json.code, 0, json.err);
  const printed: unknown = JSON.parse(json.out);
  assert.ok(
    typeof printed === 'object' && printed !== null && 'version' in printed && printed.version === null,
  );
  const markdown = await daybreak('statement', 'kent', '--format', 'markdown');
  assert.match(markdown.out, /^# The short breaks statement\n\nKent County Council\./);
  const nowhere = await daybreak('statement', 'atlantis');
  assert.deepEqual([nowhere.code, nowhere.out], [2, '']);
  assert.match(nowhere.err, /There is no authority "atlantis"\. There are: devon, /);
});
