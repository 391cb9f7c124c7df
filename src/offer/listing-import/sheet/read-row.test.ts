import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { loadAuthorities } from '#platform/authorities/index.ts';
import { onlyCouncils } from '../../../../test/authorities.ts';
import { type ColumnName, columnNames, columns, missingColumns, placesOf } from './columns.ts';
import { readRow } from './read-row.ts';

const [medway] = loadAuthorities(onlyCouncils('medway'));
assert.ok(medway);
const about = {
  authority: medway,
  today: Temporal.PlainDate.from('2026-11-24'),
  slugOf: ({ reference }: { reference: string }) => `row-${reference}`,
};
const headings = columnNames.map((name) => columns[name].heading);
const places = placesOf(headings);

/** The sample row of the empty spreadsheet, with some cells in the place of its own. */
function row(given: Partial<Record<ColumnName, string>> = {}) {
  const cells = columnNames.map((name) => given[name] ?? (name === 'area' ? '' : columns[name].sample));
  return readRow(cells, places, about);
}

describe('a row of a spreadsheet', () => {
  it('as the empty spreadsheet shows it is a listing', () => {
    const read = row();
    assert.ok('listing' in read, JSON.stringify(read));
    const { listing } = read;
    assert.deepEqual(listing.kinds.toSorted(), ['swimming', 'weekend-club']);
    assert.deepEqual(listing.cost, { kind: 'amount', pence: 600, per: 'session', note: null });
    assert.equal(listing.when.from?.toString(), '10:00:00');
    assert.deepEqual(listing.access, {
      hoist: 'meets',
      'quiet-space': 'meets',
      'changing-place': 'does-not-meet',
    });
    assert.equal(listing.place.kind === 'at' && listing.place.locality, 'Gillingham');
    assert.equal(listing.checkedOn.toString(), '2026-10-01');
  });

  const wrongs: [string, Partial<Record<ColumnName, string>>, string, RegExp][] = [
    ['no title', { title: ' ' }, 'Title', /is empty; write for example/],
    ['a kind that there is not', { kinds: 'Swiming' }, 'Kinds', /“swiming” is not known here; use one of/],
    ['two ways to join', { join: 'Book a place; Just turn up' }, 'How to join', /more than one/],
    ['an age that is none', { 'age-from': 'five' }, 'Age from', /“five” is not a whole number from 0 to 25/],
    ['ages the wrong way round', { 'age-from': '12', 'age-to': '5' }, 'Age to', /below Age from/],
    ['an age above 25', { 'age-to': '99' }, 'Age to', /0 to 25/],
    ['a time that is none', { from: '25:00' }, 'Starts', /not a time of day/],
    ['a start without an end', { until: '' }, 'Ends', /give both/],
    ['an end before the start', { until: '9:00' }, 'Ends', /not after Starts/],
    ['a price that pays for nothing', { cost: '6.50' }, 'Cost', /what it pays for/],
    ['a price for nothing known', { cost: '£6 a go' }, 'Cost', /hour, session, day/],
    ['a postcode that is none', { postcode: 'ME77' }, 'Postcode', /not a postcode/],
    ['neither postcode nor area', { postcode: '' }, 'Postcode', /fill in Area/],
    ['a bad address', { email: 'otters' }, 'Email', /not an email address/],
    ['a day that there is not', { checked: '30/02/2026' }, 'Last checked', /not a day/],
    ['a day in the future', { checked: '2027-01-01' }, 'Last checked', /future/],
    ['a referral by nobody', { join: 'Somebody refers you', 'referred-by': '' }, 'Who refers', /who refers/],
    ['what it has and has not', { lacks: 'Hoist' }, 'Does not have', /under Has as well/],
    ['a summary that is too long', { summary: 'x'.repeat(301) }, 'Summary', /300 are the most/],
  ];
  for (const [what, given, heading, message] of wrongs)
    it(`with ${what} is named by its column, with the mend`, () => {
      const read = row(given);
      assert.ok('wrongs' in read);
      const found = read.wrongs.find(({ column }) => column === heading);
      assert.match(found?.message ?? JSON.stringify(read.wrongs), message);
    });

  it('names everything that is wrong at once', () => {
    const read = row({ title: '', 'age-from': 'x', postcode: 'nowhere', email: '@' });
    assert.ok('wrongs' in read);
    assert.deepEqual(read.wrongs.map(({ column }) => column).toSorted(), [
      'Age from',
      'Email',
      'Postcode',
      'Title',
    ]);
  });

  it('understands times as people write them', () => {
    const from = (typed: string) => {
      const read = row({ from: typed, until: '23:59' });
      return 'listing' in read ? read.listing.when.from?.toString() : 'wrong';
    };
    assert.equal(from('5.30pm'), '17:30:00');
    assert.equal(from('12am'), '00:00:00');
    assert.equal(from('12 pm'), '12:00:00');
    assert.equal(from('9'), '09:00:00');
    assert.equal(from('13pm'), 'wrong');
  });

  it('whatever stands in it is a listing or a list of sentences, never an accident', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: columnNames.length }), (cells) => {
        const read = readRow(cells, places, about);
        if ('wrongs' in read)
          assert.ok(read.wrongs.every(({ column, message }) => column !== '' && message !== ''));
      }),
    );
  });
});

describe('the headings', () => {
  it('are known in any order, in small letters, and by other names', () => {
    const found = placesOf(['postcode', 'NAME', 'organisation']);
    assert.deepEqual([found.get('postcode'), found.get('title'), found.get('provider')], [0, 1, 2]);
    assert.deepEqual(missingColumns(found), [
      'Kinds',
      'Support',
      'Summary',
      'Age from',
      'Age to',
      'When',
      'How to join',
    ]);
  });
});
