// What schemes award, as decisions give it: by figures of the format, and by every scheme folder of the project.
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { type Award, loadSchemes } from '#families/schemes/index.ts';
import { pence } from '#kernel/money.ts';
import { isSomething } from './domain/giving.ts';
import { givingBands, givingsOf } from './givings.ts';

const nothing = { amount: null, minutes: null, nights: null, per: 'period' };
const hours = (count: number) => ({ kind: 'hours', minutes: count * 60 }) as const;
const text = (words: string) => ({ kind: 'text', text: words }) as const;
const money = (amount: number) => ({ kind: 'money', pence: pence(amount) }) as const;

test('money, hours and nights are read with what they are for; a menu is several', () => {
  const cases: readonly (readonly [Award, readonly object[]])[] = [
    [{ amount: money(50_000) }, [{ ...nothing, amount: 50_000 }]],
    [{ 'up to': money(40_000), per: text('family') }, [{ ...nothing, amount: 40_000 }]],
    [{ hours: hours(78) }, [{ ...nothing, minutes: 4_680 }]],
    [{ hours: hours(3), each: text('week') }, [{ ...nothing, minutes: 180, per: 'week' }]],
    [
      { hours: hours(100), per: text('year from April to March') },
      [{ ...nothing, minutes: 6_000, per: 'year' }],
    ],
    [{ 'hours a week': { kind: 'number', number: 2 } }, [{ ...nothing, minutes: 120, per: 'week' }]],
    [{ nights: { kind: 'number', number: 24 } }, [{ ...nothing, nights: 24 }]],
    [
      { 'choose one of': { kind: 'awards', awards: [{ amount: money(50_000) }, { hours: hours(40) }] } },
      [
        { ...nothing, amount: 50_000 },
        { ...nothing, minutes: 2_400 },
      ],
    ],
    [{ next: text('evaluation') }, []],
  ];
  for (const [award, expected] of cases) assert.deepEqual(givingsOf(award), expected);
  assert.deepEqual(givingsOf(null), []);
});

test('every band of every scheme folder is something that can be given, under a name of its own', async () => {
  const authorities = path.join(import.meta.dirname, '..', '..', '..', 'authorities');
  let menus = 0;
  for (const slug of readdirSync(authorities)) {
    if (!existsSync(path.join(authorities, slug, 'schemes'))) continue;
    const schemes = await loadSchemes(path.join(authorities, slug));
    assert.ok(schemes.ok, slug);
    for (const version of schemes.value.flatMap((scheme) => scheme.versions)) {
      if (!version.rules.has('eligibility')) continue;
      const bands = givingBands(version);
      assert.ok(bands.every(({ giving }) => isSomething(giving)));
      assert.equal(new Set(bands.map(({ id }) => id)).size, bands.length, version.id);
      if (bands.some(({ id }) => id.endsWith('-2') && bands.some((one) => `${one.id}-2` === id))) menus++;
    }
  }
  assert.ok(menus > 0, 'some scheme has a menu');
});
