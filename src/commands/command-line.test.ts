import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

// The program as people at a terminal run it: a process of its own for each command.

const project = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'daybreak-commands-'));
after(() => rmSync(folder, { recursive: true, force: true }));

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

async function daybreak(
  words: readonly string[],
  given: { readonly settings?: Record<string, string>; readonly input?: string } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [join(project, 'src/cli.ts'), ...words], {
    cwd: project,
    env: {
      PATH: process.env.PATH ?? '',
      DAYBREAK_DATA: join(folder, 'data'),
      DAYBREAK_DEMONSTRATION: 'off',
      ...given.settings,
    },
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.stdin.end(given.input ?? '');
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, err };
}

const scheme = join(project, 'authorities/medway/schemes/medway-2016');
const noStack = /\n\s+at .*:\d+:\d+/;

test('asked for help, or for what is no command, it says what there is; the second ends with 2', async () => {
  const [help, unknown] = await Promise.all([daybreak(['help']), daybreak(['constructor'])]);
  for (const { out, err } of [help, unknown]) {
    for (const command of ['start', 'migrate', 'check', 'scheme check FOLDER', 'import postcodes FILE…'])
      assert.ok(`${out}${err}`.includes(`daybreak ${command}`), command);
  }
  assert.deepEqual([help.code, unknown.code], [0, 2]);
  assert.match(unknown.err, /^There is no command "constructor"\./);
  assert.equal(unknown.out, '');
});

test('check says what is wrong, and how to mend it, and ends with 1', async () => {
  const checked = await daybreak(['check']);
  assert.equal(checked.code, 1);
  assert.match(checked.err, /✗ 0001-foundation\.sql has not been applied: run "daybreak migrate"/);
  assert.doesNotMatch(checked.err, noStack);
});

test('migrate brings a new folder up to date, and does nothing the second time; check then finds all well', async () => {
  const first = await daybreak(['migrate']);
  assert.equal(first.code, 0, first.err);
  assert.match(
    first.out,
    /^applied 0001-foundation\.sql\n[\s\S]*The database is up to date: \d+ applied\.\n$/,
  );
  const [second, checked] = [await daybreak(['migrate']), await daybreak(['check'])];
  assert.deepEqual(second, { code: 0, out: 'The database is up to date.\n', err: '' });
  assert.equal(checked.code, 0, checked.err);
  assert.equal(checked.err, '');
  for (const line of [
    '✓ configuration (embedded database in ',
    'Medway Council',
    'schemes are whole',
    '✓ the database is up to date',
    '✓ every table is behind row-level security',
    'the audit trail is whole (0 records, newest hash 0000',
  ])
    assert.ok(checked.out.includes(line), `${line}\n${checked.out}`);
});

test('a setting that is wrong ends a command with 2 and the sentence about it', async () => {
  const commands = [['start'], ['check']];
  const ended = await Promise.all(commands.map((words) => daybreak(words, { settings: { PORT: 'many' } })));
  for (const one of ended)
    assert.deepEqual(one, {
      code: 2,
      out: '',
      err: 'The environment variable PORT is not right: must be a whole number from 0 to 65535\n',
    });
});

test('what is missing or not reachable is one sentence, without a stack', async () => {
  const key = Buffer.alloc(32, 7).toString('base64');
  const [nowhere, silent, address] = await Promise.all([
    daybreak(['check'], { settings: { DAYBREAK_AUTHORITIES: join(folder, 'nowhere') } }),
    daybreak(['check'], {
      settings: { DATABASE_URL: 'postgres://somebody:secret@127.0.0.1:1/daybreak', DAYBREAK_SECRET: key },
    }),
    daybreak(['start'], {
      settings: {
        SMTP_URL: 'https://mail.example.org',
        MAIL_FROM: 'a@example.org',
        PORT: '0',
      },
    }),
  ]);
  assert.match(nowhere.err, /nowhere holds no authority/);
  assert.match(silent.err, /The database server does not answer/);
  assert.match(address.err, /SMTP_URL must be like smtps:/);
  for (const { code, err } of [nowhere, silent, address]) {
    assert.equal(code, 1, err);
    assert.doesNotMatch(err, noStack);
    assert.doesNotMatch(err, /secret/);
  }
});

test('scheme check runs the worked examples of a folder', async () => {
  const [whole, none] = await Promise.all([
    daybreak(['scheme', 'check', scheme]),
    daybreak(['scheme', 'check', join(folder, 'nowhere')]),
  ]);
  assert.equal(whole.code, 0, whole.err);
  const [, passed, all] = /(\d+) of (\d+) examples come out/.exec(whole.out) ?? [];
  assert.ok(Number(all) > 0 && passed === all, whole.out);
  assert.equal(none.code, 1);
  assert.doesNotMatch(none.err, noStack);
});

test('scheme decide reads facts and prints what follows from them, as JSON alone', async () => {
  const decide = (input: string, ...words: string[]) =>
    daybreak(['scheme', 'decide', scheme, ...words], { input });
  const [decided, broken, date] = await Promise.all([
    decide('{}', '--on', '2026-11-24'),
    decide('{"a":'),
    decide('{}', '--on', '2026-02-30'),
  ]);
  assert.equal(decided.code, 0, decided.err);
  assert.equal(typeof JSON.parse(decided.out), 'object');
  for (const { code, out, err } of [broken, date]) {
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.notEqual(err, '');
    assert.doesNotMatch(err, noStack);
  }
  assert.match(date.err, /--on must be a date that exists, like 2026-04-01\. It was "2026-02-30"\./);
});
