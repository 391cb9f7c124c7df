import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import {
  freshDatabase,
  type Server,
  serverForTests,
  startPostgres,
  templateDatabase,
} from './postgres-server.ts';

const found = await serverForTests();
const skip = 'unavailable' in found ? found.unavailable : false;
const server: Server = 'unavailable' in found ? { url: '', stop: async () => {} } : found;
after(() => server.stop());

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Whether anybody answers at the server's port. */
async function answers(url: string): Promise<boolean> {
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(url).port) });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function isGoneWithin(url: string, milliseconds: number): Promise<boolean> {
  for (const end = performance.now() + milliseconds; performance.now() < end; await pause(50)) {
    if (!(await answers(url))) return true;
  }
  return false;
}

test('the server is PostgreSQL 16 or newer and listens on the loopback only', { skip }, async () => {
  const [version] = await ask<{ server_version_num: string }>(server.url, 'show server_version_num');
  assert.ok(Number(version?.server_version_num) >= 160_000);
  const [listens] = await ask<{ listen_addresses: string }>(server.url, 'show listen_addresses');
  assert.equal(listens?.listen_addresses, '127.0.0.1');
});

for (const extension of [
  'pg_trgm',
  'unaccent',
  'cube',
  'earthdistance',
  'btree_gist',
  'fuzzystrmatch',
  'citext',
]) {
  test(`the extension ${extension} can be created`, { skip }, async () => {
    const database = await freshDatabase({ server });
    await ask(database.url, `create extension ${extension} cascade`);
    const rows = await ask(database.url, `select 1 from pg_extension where extname = '${extension}'`);
    assert.equal(rows.length, 1);
    await database.drop();
  });
}

test('the order of words does not come from the machine: C.UTF-8, with lower case for letters beyond ASCII', {
  skip,
}, async () => {
  const rows = await ask<{ word: string }>(
    server.url,
    `select word from (values ('b'), ('B'), ('a')) words(word) order by 1`,
  );
  assert.deepEqual(
    rows.map(({ word }) => word),
    ['B', 'a', 'b'],
  );
  const [lowered] = await ask<{ lower: string }>(server.url, `select lower('SIÂN')`);
  assert.equal(lowered?.lower, 'siân');
});

test('two databases do not see each other, and a dropped one is gone with its connections', {
  skip,
}, async () => {
  const [one, two] = [await freshDatabase({ server }), await freshDatabase({ server })];
  await ask(one.url, 'create table only_here (id int)');
  await assert.rejects(ask(two.url, 'select * from only_here'), /does not exist/);
  const held = new pg.Client({ connectionString: one.url });
  held.on('error', () => {});
  await held.connect();
  await one.drop();
  await assert.rejects(ask(one.url, 'select 1'), /does not exist/);
  await two.drop();
});

test('eight that ask for a template at once build it once, and their copies are whole', {
  skip,
}, async () => {
  let built = 0;
  const name = `template_${process.pid}`;
  const build = async (url: string) => {
    built += 1;
    await ask(url, 'create table filled as select generate_series(1, 1000) as id');
  };
  const names = await Promise.all(Array.from({ length: 8 }, () => templateDatabase({ server, name, build })));
  assert.deepEqual([...new Set(names)], [name]);
  assert.equal(built, 1);
  const copies = await Promise.all(names.map((template) => freshDatabase({ server, template })));
  for (const copy of copies) {
    const [row] = await ask<{ count: number }>(copy.url, 'select count(*)::int from filled');
    assert.equal(row?.count, 1000);
    await copy.drop();
  }
});

test('a template whose building fails is not taken for whole afterwards', { skip }, async () => {
  const name = `half_${process.pid}`;
  const failing = async () => {
    throw new Error('half way');
  };
  await assert.rejects(templateDatabase({ server, name, build: failing }), /half way/);
  let wasBuilt = false;
  await templateDatabase({
    server,
    name,
    build: async () => {
      wasBuilt = true;
    },
  });
  assert.ok(wasBuilt);
});

test('a server that was stopped no longer answers', { skip }, async () => {
  const own = await startPostgres();
  assert.ok('url' in own);
  assert.ok(await answers(own.url));
  await own.stop();
  assert.equal(await answers(own.url), false);
});

for (const way of ['SIGKILL', 'exit'] as const) {
  test(`a server is gone when the process that started it ends by ${way}`, { skip }, async () => {
    const module = path.join(import.meta.dirname, 'postgres-server.ts');
    const script = `
      const { startPostgres } = await import(${JSON.stringify(module)});
      console.log(JSON.stringify(await startPostgres()));
      if (${JSON.stringify(way)} === 'SIGKILL') setInterval(() => {}, 1000);`;
    const starter = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(starter, 'exit');
    const [line] = await once(createInterface({ input: starter.stdout }), 'line');
    const { url } = JSON.parse(String(line));
    if (way === 'SIGKILL') starter.kill('SIGKILL');
    await ended;
    assert.ok(await isGoneWithin(url, 5000));
  });
}
