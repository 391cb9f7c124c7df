import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Authority, loadAuthorities } from '#platform/authorities/index.ts';
import { onlyCouncils } from '../../../../test/authorities.ts';
import { readListing, writeListing } from '../../directory/store/listing-content.ts';
import { readFeedPage } from './feed-page.ts';
import { readService } from './read-service.ts';
import type { FeedContext } from './service-facts.ts';
import type { FeedValue } from './taken.ts';

const [medway] = loadAuthorities(onlyCouncils('medway'));
assert.ok(medway);
const authority: Authority = medway;

const about: FeedContext = {
  authority,
  publisher: 'Next-door Council',
  address: 'https://next-door.example.org/services',
  isNeighbour: true,
  usual: { tier: 'universal', kind: 'play' },
  today: Temporal.PlainDate.from('2026-11-24'),
};

const plain = {
  id: 'a-1',
  name: 'Saturday swim',
  description: 'A quiet hour in warm water.',
  status: 'active',
  minimum_age: 5,
  maximum_age: 12,
  assured_date: '2026-10-01',
};

/** Every value of a feed that is not a list or a record, with its path. */
function leaves(value: FeedValue, at = ''): readonly [string, FeedValue][] {
  if (Array.isArray(value)) return value.flatMap((one, index) => leaves(one, `${at}[${index}]`));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, one]) => leaves(one, at === '' ? name : `${at}.${name}`));
  return [[at, value]];
}

describe('a service of another publisher’s feed', () => {
  it('is a listing that says whose it is and marks a neighbour', () => {
    const { listing, oddities } = readService(plain, about);
    assert.deepEqual(oddities, []);
    assert.equal(listing?.neighbour, 'Next-door Council');
    assert.deepEqual(listing?.ages, { from: 5, to: 12 });
    assert.deepEqual(listing?.kinds, ['weekend-club', 'swimming']);
    assert.deepEqual(listing?.provenance, {
      kind: 'feed',
      publisher: 'Next-door Council',
      address: 'https://next-door.example.org/services',
      theirId: 'a-1',
    });
    assert.equal(listing?.checkedOn.toString(), '2026-10-01');
  });

  it('has the same address every time, and another for another identifier', () => {
    const slug = (given: object) => readService({ ...plain, ...given }, about).listing?.slug;
    assert.equal(slug({}), slug({ description: 'Other words.' }));
    assert.notEqual(slug({}), slug({ id: 'a-2' }));
    assert.match(slug({ name: '×—?' }) ?? '', /^[a-z][a-z0-9-]*$/);
  });

  const oddOnes: [string, object, { path: string; done: RegExp }][] = [
    ['ages of -1', { minimum_age: -1 }, { path: 'minimum_age', done: /taken as not said/ }],
    ['ages above 25', { maximum_age: 99 }, { path: 'maximum_age', done: /Short breaks end at 25/ }],
    [
      'ages turned round',
      { minimum_age: 12, maximum_age: 5 },
      { path: 'minimum_age', done: /wrong way round/ },
    ],
    ['a number in quotation marks', { minimum_age: '5' }, { path: 'minimum_age', done: /quotation marks/ }],
    [
      'a time without a zone',
      { last_modified: '2025-09-02T12:06:15.654' },
      { path: 'last_modified', done: /without a zone/ },
    ],
    ['a day in the future', { assured_date: '2031-01-01' }, { path: 'assured_date', done: /future/ }],
    ['a day that is none', { assured_date: 'soon' }, { path: 'assured_date', done: /no date/ }],
    ['HTML', { description: '<p>Fun &amp; games</p>' }, { path: 'description', done: /plain text/ }],
    ['a bad address', { email: 'nobody' }, { path: 'email', done: /no email address/ }],
    ['a script for an address', { url: 'javascript:alert(1)' }, { path: 'url', done: /no web address/ }],
    ['null', { fees: null }, { path: 'fees', done: /passed over/ }],
    ['what a listing has no place for', { pc_x: { y: 7 } }, { path: 'pc_x.y', done: /kept with the import/ }],
    [
      'a second price',
      { cost_options: [{ amount: 4.5 }, { amount: 6 }] },
      { path: 'cost_options[1].amount', done: /one price/ },
    ],
    [
      'a monthly rhythm',
      { schedules: [{ freq: 'MONTHLY', byday: '1SA' }] },
      { path: 'schedules[0].freq', done: /weeks alone/ },
    ],
    [
      'an end before the start',
      { regular_schedules: [{ weekday: 'Monday', opens_at: '15:00', closes_at: '10:00' }] },
      { path: 'regular_schedules[0].closes_at', done: /before it begins/ },
    ],
    [
      'a postcode that is none',
      { locations: [{ postal_code: 'ZZ99 9ZZ' }] },
      { path: 'locations[0].postal_code', done: /no postcode that we know/ },
    ],
  ];
  for (const [what, given, expected] of oddOnes) {
    it(`with ${what} comes in, and it is said`, () => {
      const { listing, oddities } = readService({ ...plain, ...given }, about);
      assert.ok(listing);
      const found = oddities.find(({ path: at }) => at === expected.path);
      assert.match(found?.done ?? JSON.stringify(oddities), expected.done);
    });
  }

  it('reads prices without a fraction of a penny, and free as free', () => {
    const cost = (given: object) => readService({ ...plain, ...given }, about).listing?.cost;
    assert.deepEqual(cost({ cost_options: [{ amount: 4.35, option: 'a swim' }] }), {
      kind: 'amount',
      pence: 435,
      per: 'session',
      note: 'a swim',
    });
    assert.deepEqual(cost({ cost_options: [{ amount: 0 }] }), { kind: 'free', note: null });
    assert.deepEqual(cost({ free: true }), { kind: 'free', note: null });
    assert.equal(cost({ cost_options: [{ amount: 4.355 }] })?.kind, 'ask');
  });

  it('is not taken without a name or an identifier, or for adults alone, and says why', () => {
    const why = (given: object) => readService({ ...plain, ...given }, about).why;
    assert.match(why({ name: ' ' }) ?? '', /no name/);
    assert.match(why({ id: null }) ?? '', /no identifier/);
    assert.match(why({ minimum_age: 65, maximum_age: 120 }) ?? '', /above 25/);
  });

  it('loses nothing whatever it is: each value is used, or named with its place', () => {
    const field = fc.constantFrom(
      ...'id name description url email status minimum_age maximum_age schedules cost_options locations contacts phones organization taxonomies free assured_date x'.split(
        ' ',
      ),
    );
    const tree = fc.letrec<{ value: FeedValue; record: FeedValue }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.string(),
        fc.integer(),
        fc.double({ noNaN: true }),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('record'), { maxLength: 3 }),
        tie('record'),
      ),
      record: fc.dictionary(field, tie('value'), { maxKeys: 6 }),
    })).record;
    fc.assert(
      fc.property(tree, (service) => {
        const read = readService(service, about);
        assert.equal(read.original, service);
        const named = new Set(read.oddities.map(({ path: at }) => at));
        if (read.listing === null) return;
        const text = JSON.stringify(writeListing(read.listing));
        for (const [at, value] of leaves(service))
          if (at.startsWith('x') || at.includes('.x')) assert.ok(named.has(at), `${at}: ${value} in ${text}`);
        // What came in is a listing like any other: it can be kept and read again.
        assert.deepEqual(writeListing(readListing(writeListing(read.listing))), writeListing(read.listing));
      }),
      { numRuns: 300 },
    );
  });
});

describe('an answer of a feed', () => {
  it('that breaks off is refused with the place', () => {
    const broken = readFeedPage('{"contents": [\n {"id": "1", "name"');
    assert.ok(!broken.ok);
    assert.match(broken.message, /line 2, character \d+/);
  });
  it('a record a line is read line by line, and a broken line named', () => {
    const read = readFeedPage('{"id":"1","name":"a"}\n{"id":"2","na\n{"id":"3","name":"c"}\n');
    assert.ok(read.ok);
    assert.equal(read.value.services.length, 2);
    assert.match(read.value.oddities[0] ?? '', /^Line 2 /);
  });
  for (const text of ['', '[]garbage', '{}', 'null', '"x"', '<html>'])
    it(`“${text}” is refused in a sentence`, () => {
      const read = readFeedPage(text);
      assert.ok(!read.ok);
      assert.match(read.message, /\w+ .+/);
    });
});

const examples = path.join(import.meta.dirname, '../../../../../shared/data/open-referral-uk/real-examples');

describe('the real answers of two councils’ feeds', {
  skip: existsSync(examples) ? false : 'the real answers are not beside this checkout',
}, () => {
  const files = existsSync(examples) ? readdirSync(examples).filter((name) => name.includes('service')) : [];
  for (const name of files) {
    it(`${name}: every service comes in, with every oddity named`, () => {
      const read = readFeedPage(readFileSync(path.join(examples, name), 'utf8'));
      assert.ok(read.ok);
      assert.ok(read.value.services.length > 0);
      for (const [index, service] of read.value.services.entries()) {
        const { listing, why, oddities } = readService(service, about, `contents[${index}]`);
        const ages = leaves(service).some(([at, value]) => at.endsWith('min_age') && Number(value) > 25);
        assert.ok(listing !== null || ages, `${index}: ${why}`);
        const named = new Set(oddities.map(({ path: at }) => at.slice(`contents[${index}].`.length)));
        const used = JSON.stringify([listing]);
        for (const [at, value] of leaves(service)) {
          const isSeen =
            named.has(at) ||
            /(^|\.)(id|slug|status|assured_date|last_modified|updated_at|min_age|max_age|free|needs_referral|maximum_age|minimum_age)$/.test(
              at,
            );
          const words = String(value)
            .replace(/<[^>]*>/g, ' ')
            .trim()
            .slice(0, 12)
            .trim();
          assert.ok(
            isSeen ||
              value === '' ||
              used.includes(JSON.stringify(words).slice(1, -1)) ||
              /(name|weekday|opens_at|closes_at|url|audienceType|city|address_1|description|title)$/.test(at),
            `${at} (${String(value).slice(0, 60)}) is neither used nor named`,
          );
        }
      }
    });
  }
});
