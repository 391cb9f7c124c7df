import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openEmbedded } from '#platform/database/index.ts';

const cli = fileURLToPath(new URL('../cli.ts', import.meta.url));
let folder: string;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'daybreak-import-'));
});
after(() => rm(folder, { recursive: true, force: true }));

async function daybreak(...words: readonly string[]) {
  const child = spawn(process.execPath, [cli, ...words], {
    env: {
      PATH: process.env.PATH ?? '',
      DAYBREAK_DATA: path.join(folder, 'data'),
      DAYBREAK_DEMONSTRATION: 'off',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, problems, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { out, problems, code };
}

async function postcodes() {
  const database = await openEmbedded({ folder: path.join(folder, 'data', 'database') });
  try {
    return await database.owner.selectFrom('postcodes').selectAll().orderBy('postcode').execute();
  } finally {
    await database.close();
  }
}

test('postcodes are taken in, a wrong row is named, and a second run takes the newer place', async () => {
  const file = path.join(folder, 'me.csv');
  await writeFile(
    file,
    'ME71AA,10,577600,168200,E92000001,E19000001,E18000001,,E06000035,E05008978\nnot a row\nME7 1AB,10,577700,168300,E92000001,,,,E06000035,\n',
  );
  const first = await daybreak('import', 'postcodes', file);
  assert.equal(first.code, 1, 'a file with a wrong row is no full success');
  assert.match(first.out, /2 postcodes taken, 1 row refused\./);
  assert.match(first.problems, /^me\.csv, row 2: /m);
  const before = await postcodes();
  assert.deepEqual(
    before.map((row) => row.postcode),
    ['ME7 1AA', 'ME7 1AB'],
  );
  const [one] = before;
  // Gillingham lies near 51.39 north and 0.55 east.
  assert.ok(one && Math.abs(one.latitude - 51.385) < 0.02 && Math.abs(one.longitude - 0.55) < 0.02);
  await writeFile(file, 'ME71AA,10,577900,168200,E92000001,,,,E06000035,\n');
  const second = await daybreak('import', 'postcodes', file);
  assert.equal(second.code, 0, second.problems);
  const later = await postcodes();
  assert.equal(later.length, 2);
  assert.ok((later[0]?.longitude ?? 0) > (one?.longitude ?? 0));
});

test('a postcode that stands twice in a file is taken as it stands last', async () => {
  const file = path.join(folder, 'twice.csv');
  const row = (easting: number) => `ME72AA,10,${easting},168200,E92000001,,,,E06000035,\n`;
  await writeFile(file, row(577_600) + row(577_900));
  const taken = await daybreak('import', 'postcodes', file);
  assert.equal(taken.code, 0, taken.problems);
  await writeFile(file, row(577_900));
  const places = async () => (await postcodes()).filter(({ postcode }) => postcode === 'ME7 2AA');
  const before = await places();
  assert.equal((await daybreak('import', 'postcodes', file)).code, 0);
  assert.deepEqual(await places(), before);
});

test('a folder in the place of a file is misuse with a sentence', async () => {
  const { code, problems } = await daybreak('import', 'postcodes', folder);
  assert.equal(code, 2);
  assert.match(problems, /is a folder.*Nothing was taken in\.$/m);
  assert.ok(!problems.includes('    at '));
});

test('a file that is not there, and words that say nothing, are misuse with a sentence', async () => {
  const absent = await daybreak('import', 'postcodes', path.join(folder, 'absent.csv'));
  assert.equal(absent.code, 2);
  assert.match(absent.problems, /^There is no file .*absent\.csv\. Nothing was taken in\.$/m);
  const empty = await daybreak('import', 'postcodes');
  assert.equal(empty.code, 2);
  assert.match(empty.problems, /OS Code-Point Open/);
});
