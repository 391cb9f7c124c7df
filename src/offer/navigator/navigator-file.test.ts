import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { navigatorOn } from './navigator-file.ts';

const usual = path.join(import.meta.dirname, '../../../authorities/england/usual/navigator.yaml');
const written = readFileSync(usual, 'utf8');
const folder = mkdtempSync(path.join(tmpdir(), 'daybreak-navigator-'));
mkdirSync(path.join(folder, 'england', 'usual'), { recursive: true });
mkdirSync(path.join(folder, 'own'));
cpSync(usual, path.join(folder, 'england', 'usual', 'navigator.yaml'));
after(() => rmSync(folder, { recursive: true, force: true }));

const today = Temporal.PlainDate.from('2026-11-24');
/** A new council each time: files are read once a council. */
const council = () => ({ folder: path.join(folder, 'own') });
const own = path.join(folder, 'own', 'navigator.yaml');

function problemsWith(text: string): string {
  writeFileSync(own, text);
  try {
    navigatorOn(council(), today);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    rmSync(own);
  }
}

test('a council without paths of its own has those that councils begin with, and its own go before', () => {
  assert.equal(navigatorOn(council(), today).questions[0]?.ask, 'What is life like now?');
  writeFileSync(own, written.replace('What is life like now?', 'How are things?'));
  assert.equal(navigatorOn(council(), today).questions[0]?.ask, 'How are things?');
  rmSync(own);
});

/** The line of the file on which a text stands after the change. */
const lineOf = (text: string, sought: string) => text.slice(0, text.indexOf(sought)).split('\n').length;

const faults: readonly (readonly [right: string, wrong: string, at: string, told: RegExp])[] = [
  [
    'to: urgent}',
    'to: nowhere}',
    '{id: danger',
    /there is no question and no end “nowhere”; write the id of one/,
  ],
  ['group: thriving', 'group: happy', 'group: happy', /group: must be one of: thriving, getting-advice/],
  ['tiers: [universal]', 'tiers: [free]', '{say: Clubs and activities', /ways\.0.*must be/],
  ['page: help-now', 'page: /help-now', '{say: Who answers day', /must be say with one of: find/],
  ['- id: fine\n', '- id: urgent\n', 'questions:', /“urgent” stands twice; give one another id/],
  ['title: Get help now', 'titel: Get help now', '- id: urgent', /ends\.0/],
  ['from: 2016-04-01', 'from: soon', 'from: soon', /from: must be a date/],
  [
    'to: urgent}\n          - {id: fine',
    'to: fine}\n          - {id: fine',
    'answers:',
    /the first answer must be for somebody in danger/,
  ],
  ['to: fun}', 'to: now}', 'questions:', /a path leads round in a ring/],
  [
    'to: others}',
    'to: together}',
    '- id: others\n        group',
    /no answer leads to “others”; lead one there, or take it out/,
  ],
];

for (const [right, wrong, at, told] of faults)
  test(`a fault is told with the file, the line and the mend: ${wrong.split('\n')[0]}`, () => {
    assert.ok(written.includes(right));
    const text = written.replace(right, wrong);
    const problems = problemsWith(text);
    const line = lineOf(text, at);
    const found = problems.split('\n').filter((one) => told.test(one));
    assert.equal(found.length > 0, true, problems);
    assert.ok(
      found.some((one) => one.startsWith(`${own}:${line}: `)),
      `${line}: ${found.join('\n')}`,
    );
  });

test('paths that are not in force, a file that is no YAML and a file with nothing in it are told', () => {
  assert.match(
    problemsWith(written.replace('2016-04-01', '2030-01-01')),
    /no paths are in force on 2026-11-24/,
  );
  assert.match(problemsWith('navigator: [\n'), /navigator\.yaml:\d+: the file: the YAML cannot be read/);
  assert.match(problemsWith(''), /navigator\.yaml:\d+: navigator: /);
});
