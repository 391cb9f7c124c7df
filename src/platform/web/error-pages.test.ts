import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placesOf } from './error-pages.ts';

test('the log says where an unexpected error happened, and none of its words', () => {
  const error = new TypeError('no Zayn Khan\nat 4 Privet Drive\n    at the door (of file:///home.ts:1:1)');
  const places = placesOf(error);
  assert.match(places[0] ?? '', /error-pages\.test\.ts:\d+:\d+\)?$/);
  assert.ok(places.length > 1 && places.every((place) => !/Zayn|Privet|door/.test(place)));
  assert.deepEqual(placesOf(Object.assign(new Error('Zayn'), { stack: undefined })), []);
});
