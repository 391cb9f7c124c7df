import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { bothDatabases } from '../../../test/both-databases.ts';
import type { Database, Json } from './index.ts';

const instants = fc
  .bigInt({ min: -2_000_000_000_000_000n, max: 10_000_000_000_000_000n })
  .map((microseconds) => Temporal.Instant.fromEpochNanoseconds(microseconds * 1_000n));
const dates = fc
  .integer({ min: -200_000, max: 500_000 })
  .map((days) => Temporal.PlainDate.from('1970-01-01').add({ days }));

for (const engine of await bothDatabases()) {
  describe(`${engine.name}: values of columns`, { skip: engine.skip }, () => {
    let database: Database;
    before(async () => {
      database = await engine.open();
      await sql`create table kept (id int generated always as identity, day date, moment timestamptz, whole bigint,
        small int, words text, list text[], data jsonb, bytes bytea, point double precision, is_so boolean)`.execute(
        database.owner,
      );
    });

    /** Writes a value as a parameter into the column and reads it back. */
    async function through(column: string, value: unknown): Promise<unknown> {
      const { rows } = await sql<{ back: unknown }>`
        insert into kept (${sql.ref(column)}) values (${value}) returning ${sql.ref(column)} as back`.execute(
        database.owner,
      );
      return rows[0]?.back;
    }

    test('a date comes back as the same date', async () => {
      await fc.assert(
        fc.asyncProperty(dates, async (date) => {
          const back = await through('day', date);
          assert.ok(back instanceof Temporal.PlainDate);
          assert.equal(back.toString(), date.toString());
        }),
        { numRuns: 60 },
      );
    });

    test('an instant comes back as the same instant, to the microsecond, whatever the server’s time zone', async () => {
      for (const zone of ['UTC', 'Europe/London', 'Asia/Kolkata', 'America/St_Johns']) {
        await database.owner.connection().execute(async (connection) => {
          await sql`select set_config('timezone', ${zone}, false)`.execute(connection);
          await fc.assert(
            fc.asyncProperty(instants, async (instant) => {
              const { rows } = await sql<{
                back: Temporal.Instant;
              }>`select ${instant}::timestamptz as back`.execute(connection);
              assert.ok(rows[0]?.back instanceof Temporal.Instant);
              assert.equal(rows[0].back.toString(), instant.toString());
            }),
            { numRuns: 25 },
          );
          await sql`reset timezone`.execute(connection);
        });
      }
    });

    test('a whole number comes back the same up to the last safe one, and beyond it is an error', async () => {
      for (const number of [0, -1, 1, 2 ** 31, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER])
        assert.equal(await through('whole', number), number);
      for (const number of ['9007199254740992', '-9007199254740992', '9223372036854775807'])
        await assert.rejects(through('whole', number), /too large a number to be exact/);
      await assert.rejects(through('whole', 1.5), /invalid input syntax|out of range/);
      const { rows } = await sql<{ count: number }>`select count(*) as count from kept`.execute(
        database.owner,
      );
      assert.equal(typeof rows[0]?.count, 'number');
    });

    test('a connection is whole after a value that could not be read', async () => {
      await assert.rejects(through('whole', '9223372036854775807'));
      assert.equal(await through('small', 7), 7);
    });

    test('JSON that is given as its text comes back as the same value', async () => {
      const values: readonly Json[] = [
        {},
        [],
        [1, 'two', null],
        'a text',
        '"',
        0,
        false,
        { é: { '': ['\u2028'] } },
      ];
      for (const value of values) assert.deepEqual(await through('data', JSON.stringify(value)), value);
      await fc.assert(
        fc.asyncProperty(fc.jsonValue({ noUnicodeString: false }), async (value) => {
          const text = JSON.stringify(value);
          if (text.includes('\\u0000') || /\\ud[89a-f]/i.test(text)) return;
          assert.equal(
            JSON.stringify(sorted(await through('data', text))),
            JSON.stringify(sorted(JSON.parse(text))),
          );
        }),
        { numRuns: 80 },
      );
      assert.equal(await through('data', null), null);
    });

    test('words, lists, bytes, fractions and truths come back the same', async () => {
      const texts = ['', 'O’Brien', "'; drop table kept; --", '{"a"}', '\\', '%_', '\u{1F600}', 'a\tb\nc'];
      for (const text of texts) assert.equal(await through('words', text), text);
      const lists = [[], [''], ['a,b', '"quoted"', 'back\\slash', '{}', 'NULL', 'a b', '\n', '\u{1F600}']];
      for (const list of lists) assert.deepEqual(await through('list', list), list);
      for (const bytes of [new Uint8Array(), new Uint8Array([0, 255, 92, 39, 10])]) {
        const back = await through('bytes', bytes);
        assert.ok(back instanceof Uint8Array);
        assert.deepEqual([...back], [...bytes]);
      }
      for (const number of [0.1, -51.388, 1e-300]) assert.equal(await through('point', number), number);
      for (const truth of [true, false]) assert.equal(await through('is_so', truth), truth);
      for (const column of ['day', 'moment', 'whole', 'small', 'words', 'list', 'bytes', 'point', 'is_so'])
        assert.equal(await through(column, null), null, column);
    });

    test('a date or an instant in a condition finds what it means', async () => {
      const { rows } = await sql<{ same: boolean }>`
        select day = ${Temporal.PlainDate.from('2026-11-24')} and moment < ${Temporal.Instant.from('2026-11-24T10:00:01Z')} as same
        from (values ('2026-11-24'::date, '2026-11-24T10:00:00Z'::timestamptz)) kept(day, moment)`.execute(
        database.owner,
      );
      assert.deepEqual(rows, [{ same: true }]);
    });
  });
}

/** The same value with the keys of its objects in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)]);
}
