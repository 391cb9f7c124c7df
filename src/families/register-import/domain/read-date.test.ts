import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDate } from './read-date.ts';

test('a day of the calendar is read in each of its forms, and no other day', () => {
  const forms = ['dd/mm/yyyy', 'yyyy-mm-dd', 'dd-mmm-yyyy'] as const;
  for (const typed of [
    '4/3/2017',
    '04/03/2017 00:00:00',
    '2017-03-04T00:00:00',
    '4-Mar-2017',
    '04 March 2017',
  ])
    assert.equal(readDate(typed, forms)?.toString(), '2017-03-04', typed);
  for (const typed of ['30/02/2017', '31-Apr-2017', '2017-13-01', '4/3/17', 'soon', ''])
    assert.equal(readDate(typed, forms), null, typed);
  assert.equal(readDate('4/3/2017', ['mm/dd/yyyy'])?.toString(), '2017-04-03');
});
