import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { spendingAuthoritiesOn } from '#families/awards/index.ts';
import { testAuthority } from '../../../test/database.ts';
import { formatRatio } from './domain/prices.ts';
import { minutesOf } from './line-form.ts';
import { pricesOn } from './price-list.ts';
import { authority } from './test/front.ts';

const day = Temporal.PlainDate.from('2026-11-24');

test('the price list holds Figure 6 of Medway’s strategy to the penny, each ratio in its column', () => {
  const figure = pricesOn(authority, day)
    .filter((price) => price.unit.measure === 'minutes' && price.unit.minutes === 420)
    .map((price) => [price.name, formatRatio(price.ratioTwelfths ?? 0), price.low, price.high]);
  assert.deepEqual(figure, [
    ['Medway Go holiday session', '1:3', 9_600, 9_600],
    ['Medway Go holiday session', '1:1', 10_700, 10_700],
    ['ROCC holiday club', '1:3', 7_200, 7_200],
    ['ROCC holiday club', '1:2', 8_200, 8_200],
    ['ROCC holiday club', '1:1', 11_200, 11_200],
    ['ROCC holiday club', '2:1', 20_000, 20_000],
    ['Personal assistant, or floating support', '1:1', 13_825, 24_500],
    ['Personal assistant, or floating support', '2:1', 27_650, 49_000],
    ['Parklands, by the day', '1:3', 3_400, 5_138],
    ['Parklands, by the day', '1:2', 5_110, 7_707],
    ['Parklands, by the day', '1:1', 10_220, 15_414],
    ['Parklands, by the day', '2:1', 20_400, 30_828],
  ]);
});

test('a price before its day does not hold, and every price names its source', () => {
  assert.deepEqual(pricesOn(authority, Temporal.PlainDate.from('2024-03-31')), []);
  for (const price of pricesOn(authority, day)) assert.match(price.source, /Medway Council/);
});

test('a council without these files has no prices, and nobody there agrees a plan alone', () => {
  assert.deepEqual(pricesOn(testAuthority, day), []);
  assert.deepEqual(spendingAuthoritiesOn(testAuthority, day), []);
});

test('what is wrong in a file is said with the file and the place', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'prices-'));
  const wrong = `prices:\n  - {id: one, name: One, kind: club, ways: [in-house], for: night, low: 12, high: "x", from: 2024-04-01, source: none}\n`;
  writeFileSync(path.join(folder, 'prices.yaml'), wrong);
  assert.throws(
    () => pricesOn({ ...testAuthority, folder }, day),
    (error: Error) =>
      error.message.includes(path.join(folder, 'prices.yaml')) &&
      /prices\.0\.low/.test(error.message) &&
      /prices\.0\.high: must be an amount in pounds/.test(error.message),
  );
  rmSync(folder, { recursive: true });
});

test('hours are read as people write them, in whole minutes, and nothing else is', () => {
  for (const [text, minutes] of [
    ['3', 180],
    ['2.5', 150],
    ['0.25', 15],
    ['1:45', 105],
  ] as const)
    assert.equal(minutesOf(text), minutes, text);
  for (const text of ['', '0', '0:00', '1:60', '-2', '2.333', '1.01', 'two', '99999'])
    assert.equal(minutesOf(text), null, text);
});
