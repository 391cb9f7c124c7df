import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { loadAuthorities } from '#platform/authorities/index.ts';
import { problemsInFiles, problemsInSchemes } from './check-files.ts';

const authorities = path.join(import.meta.dirname, '..', '..', 'authorities');
const folder = mkdtempSync(path.join(tmpdir(), 'daybreak-files-'));
const on = Temporal.PlainDate.from('2026-11-22');
after(() => rmSync(folder, { recursive: true, force: true }));

for (const name of ['england', 'medway'])
  cpSync(path.join(authorities, name), path.join(folder, name), { recursive: true });

async function problemsAfter(file: string, change: (written: string) => string): Promise<readonly string[]> {
  const at = path.join(folder, 'medway', file);
  const before = readFileSync(at, 'utf8');
  writeFileSync(at, change(before));
  try {
    const [medway] = loadAuthorities(folder);
    return medway === undefined ? [] : await problemsInFiles(medway, on);
  } finally {
    writeFileSync(at, before);
  }
}

test('the files of every council that is served are right', async () => {
  for (const authority of loadAuthorities(authorities))
    assert.deepEqual(await problemsInFiles(authority, on), [], authority.name);
});

const faults = [
  ['panel.yaml', 'quorum: 3', 'quorum: three', /medway\/panel\.yaml: panel\.0\.quorum: /],
  [
    'spending-authority.yaml',
    '"10000"',
    'a lot',
    /spending-authority\.yaml: spending-authority\.0\.up-to: must/,
  ],
  ['appeals.yaml', 'final:', 'finally:', /appeals\.yaml: appeals\.0\.final: /],
  [
    'decisions.yaml',
    'role: team-manager',
    'role: the-boss',
    /decisions\.yaml: may-overspend\.0\.role: is no role/,
  ],
  [
    'decisions.yaml',
    'scheme: medway-2025',
    'scheme: medway-2052',
    /decisions\.yaml: there is no scheme medway-2052/,
  ],
  ['casework.yaml', 'way: re-apply', 'way: by-post', /casework\.yaml: renewals\.0\.way: /],
  [
    'casework.yaml',
    'scheme: medway-2025',
    'scheme: medway-2052',
    /casework\.yaml: there is no scheme medway-2052/,
  ],
  ['prices.yaml', 'low: "96"', 'low: "many"', /prices\.yaml: prices\.0\.low: must be an amount/],
  [
    'package-rules.yaml',
    'from: 2016-04-01',
    'from: soon',
    /package-rules\.yaml: rules\.0\.from: must be a date/,
  ],
  ['letters.yaml', 'fund: short-breaks-grant', 'fund: another', /letters\.yaml: there is no fund another/],
  ['clocks.yaml', 'unit: working-days', 'unit: fortnights', /clocks\.yaml: clocks\.0\.allowed\.unit: /],
  ['budget/short-breaks-grant.yaml', 'medway-2025]', 'medway-2052]', /there is no scheme medway-2052/],
  ['offer/council-services.yaml', 'tier: ', 'tier: no-', /council-services\.yaml:\d+: tier must be one of/],
] as const;

for (const [file, right, wrong, told] of faults)
  test(`a fault in ${file} is told with the file and the place: ${wrong}`, async () => {
    const problems = await problemsAfter(file, (written) => written.replace(right, wrong));
    assert.match(problems.join('\n'), told);
  });

test('a file that nothing reads is named', async () => {
  const stray = path.join(folder, 'medway', 'appeal.yaml');
  writeFileSync(stray, 'appeals: []\n');
  const [medway] = loadAuthorities(folder);
  assert.ok(medway !== undefined);
  assert.match(
    (await problemsInFiles(medway, on)).join('\n'),
    /appeal\.yaml is nothing that the service reads/,
  );
  rmSync(stray);
});

test('a council without files of its own for clocks and panel has those that councils begin with', async () => {
  for (const name of ['clocks.yaml', 'panel.yaml']) rmSync(path.join(folder, 'medway', name));
  const [medway] = loadAuthorities(folder);
  assert.ok(medway !== undefined);
  assert.deepEqual(await problemsInFiles(medway, on), []);
});

test('the schemes of England are looked at too, though no council is served from there', async () => {
  const scheme = path.join(folder, 'england', 'schemes', 'reg48-england', 'examples.yaml');
  writeFileSync(scheme, readFileSync(scheme, 'utf8').replace(/outcome: (\w+)/, 'outcome: no_such_$1'));
  const england = (await problemsInSchemes(folder)).find((one) => one.folder === 'england');
  assert.ok((england?.problems ?? []).length > 0);
  assert.deepEqual((await problemsInSchemes(folder)).find((one) => one.folder === 'medway')?.problems, []);
});
