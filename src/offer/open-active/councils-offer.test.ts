import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readOffer } from '#offer/directory/index.ts';
import { mayLeave, rhythmOf } from '#offer/sessions/index.ts';
import { loadAuthorities } from '#platform/authorities/index.ts';

const authorities = loadAuthorities(fileURLToPath(new URL('../../../authorities', import.meta.url)));

for (const { name, folder, localities } of authorities)
  test(`${name} has something to tell as open data about activities`, () => {
    const area = { authorityName: name, localities: localities.map((locality) => locality.name) };
    const { listings } = readOffer(join(folder, 'offer'), area);
    const told = listings.filter((one) => mayLeave(one, 0) && rhythmOf(one, one.when) !== null);
    assert.ok(told.length > 0);
  });
