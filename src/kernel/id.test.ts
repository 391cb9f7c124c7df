import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isId, newId, newReference } from './id.ts';

test('identifiers are UUIDs of version 7, all different, and sort by the time they were made', async () => {
  const early = newId();
  await new Promise((resolve) => setTimeout(resolve, 3));
  const late = Array.from({ length: 1_000 }, newId);
  assert.equal(new Set(late).size, 1_000);
  for (const id of late) {
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.ok(isId(id) && early < id);
  }
});

test('only what the database takes for an identifier is one', () => {
  const id = newId();
  assert.ok(isId(id.toUpperCase()));
  const others = [
    '',
    `${id} `,
    ` ${id}`,
    `${id}\n`,
    `{${id}}`,
    id.replaceAll('-', ''),
    `${id}0`,
    id.replace(/^./, 'g'),
  ];
  for (const text of others) assert.equal(isId(text), false, JSON.stringify(text));
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => assert.equal(isId(text), false)));
});

test('a reference can be read out: its prefix and two groups of four, without letters that are misheard', () => {
  const counts = new Map<string, number>();
  const references = Array.from({ length: 50_000 }, () => newReference('SB'));
  for (const reference of references) {
    assert.match(reference, /^SB-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
    for (const letter of reference.slice(3).replace('-', ''))
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  assert.equal(counts.size, 30);
  // 400,000 characters over thirty: each about 13,333 times, with a standard deviation of 114. Five of those are met
  // by chance once in 50,000 runs; by a plain remainder of a byte some would come 14,062 times.
  for (const [letter, count] of counts)
    assert.ok(Math.abs(count - 13_333) < 600, `${letter} came ${count} times`);
});
