// The interface as a program meets it: every parameter, pages, what has not changed, and what is wrong.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { settableClock } from '#kernel/clock.ts';
import { pence } from '#kernel/money.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Database } from '#platform/database/index.ts';
import { otherAuthority, testAuthority, testDatabase } from '../../../test/database.ts';
import { publishListings } from '../../../test/publish-listings.ts';
import { testSite } from '../../../test/site.ts';
import { variedListings } from '../../../test/varied-listings.ts';
import { testNow } from '../../../test/visit.ts';
import { aListing } from '../directory/examples.ts';
import { withdrawListings } from '../directory/store/save-listing.ts';
import { parameters } from './api/parameters.ts';
import { taxonomyId, termId } from './mapping/taxonomies.ts';
import { routes } from './routes.ts';

const authority: Authority = {
  ...testAuthority,
  localities: [{ name: 'Gillingham', postcodes: ['ME7'] }],
};
const [day, time] = [Temporal.PlainDate.from, Temporal.PlainTime.from];
const when = aListing().when;

const swim = aListing({
  slug: 'swim',
  title: 'Saturday swim',
  access: { hoist: 'meets', 'quiet-space': 'does-not-meet' },
  languages: ['pl'],
});
const club = aListing({
  slug: 'club',
  title: 'Café club',
  provider: 'Chatham Youth',
  kinds: ['youth-club'],
  needs: ['epilepsy'],
  ages: { from: 11, to: 25 },
  when: { ...when, days: ['mon', 'wed'], from: time('17:30'), until: time('19:00'), note: null },
  place: { kind: 'at', name: 'Hall', locality: 'Chatham', postcode: 'ME4 4', isOutsideAuthority: false },
  cost: { kind: 'amount', pence: pence(1_999), per: 'session', note: null },
  otherPlaces: [
    {
      place: {
        kind: 'at',
        name: 'Pavilion',
        locality: 'Canterbury',
        postcode: 'CT1 1',
        isOutsideAuthority: true,
      },
      when: {
        ...when,
        days: ['sun'],
        from: time('09:00'),
        until: time('12:00'),
        note: 'First Sunday of the month.',
      },
    },
  ],
});
const helper = aListing({
  slug: 'helper',
  title: 'Helper at home',
  provider: 'Chatham Youth',
  kinds: ['home-care'],
  ages: { from: 0, to: 18 },
  when: { times: ['by-arrangement'], days: [], from: null, until: null, note: null },
  place: { kind: 'area', area: 'Across the county' },
  paused: 'We are looking for staff.',
  pausedUntil: day('2026-12-31'),
});
const next = aListing({
  slug: 'next',
  title: 'Next door',
  neighbour: 'Kent County Council',
  provenance: {
    ...{ kind: 'feed', publisher: 'Kent', address: 'https://kent.example.org/feed', theirId: 'k-1' },
  },
  runs: { season: 'term-time', from: day('2026-09-01'), until: day('2026-11-20') },
  dates: [{ on: day('2026-07-04'), from: time('10:00'), until: time('12:00'), places: 8 }],
});

const clock = settableClock(testNow);
let database: Database;
let site: FastifyInstance;

before(async () => {
  database = await testDatabase();
  const listings = [swim, club, helper];
  await publishListings(database, { authority, listings, at: testNow.subtract({ hours: 48 }) });
  await publishListings(database, { authority, listings: [next], at: testNow.subtract({ hours: 1 }) });
  const others = variedListings({ count: 137, seed: 5, isStorable: true });
  await publishListings(database, { authority: otherAuthority, listings: others, at: testNow });
  site = await testSite({ database, routes, clock, authorities: [authority, otherAuthority] });
});
after(async () => {
  await site?.close();
  await database.close();
});

const hosts = { here: 'testshire.localhost', there: 'othershire.localhost' };

async function ask(path: string, headers: Record<string, string> = {}) {
  return site.inject({ url: `/open-referral${path}`, headers: { host: hosts.here, ...headers } });
}

async function read(path: string, host = hosts.here) {
  const answer = await ask(path, { host });
  assert.equal(answer.statusCode, 200, `${path}: ${answer.body}`);
  assert.equal(answer.headers['access-control-allow-origin'], '*');
  return answer.json();
}

async function titles(query: string, list = '/services'): Promise<string[]> {
  const { contents } = await read(`${list}?${query}`);
  return contents
    .map((one: { name?: string; service: { name: string } }) => one.name ?? one.service.name)
    .toSorted();
}

async function idOf(title: string): Promise<string> {
  const { contents } = await read('/services');
  return contents.find(({ name }: { name: string }) => name === title).id;
}

describe('what is asked of services', () => {
  const asked: readonly (readonly [query: string, titles: readonly string[]])[] = [
    ['', ['Café club', 'Helper at home', 'Next door', 'Saturday swim']],
    ['search=swim', ['Saturday swim', 'Next door']],
    ['search=cafe', ['Café club']],
    ['search=chatham+youth', ['Café club', 'Helper at home']],
    ['search=nothing+such', []],
    ['minimum_age=5', ['Café club', 'Next door', 'Saturday swim']],
    ['minimum_age=6', ['Café club']],
    ['maximum_age=12', ['Next door', 'Saturday swim']],
    ['minimum_age=0&maximum_age=18', ['Helper at home', 'Next door', 'Saturday swim']],
    ['day=MO', ['Café club']],
    ['day=saturday', ['Next door', 'Saturday swim']],
    ['start_time=10:00&day=sat', ['Next door', 'Saturday swim']],
    ['start_time=10:01&day=sat', []],
    ['start_time=17:30', ['Café club']],
    ['end_time=11:00&start_time=10:00', ['Next door', 'Saturday swim']],
    // Monday ends at 19:00 and Sunday starts at 9:00: not on one schedule.
    ['day=MO&end_time=12:00', []],
    ['end_time=19:00Z&start_time=17:30Z', ['Café club']],
    ['end_time=20:00%2B01:00&start_time=18:30+01:00', ['Café club']],
    ['modified_after=2026-11-24T08:59:59Z', ['Next door']],
    ['modified_after=2026-11-24T10:00:00+01:00', ['Next door']],
    ['modified_after=2026-11-24', ['Next door']],
    ['modified_after=2026-11-22', ['Café club', 'Helper at home', 'Next door', 'Saturday swim']],
    ['modified_after=2026-11-24T09:00:01Z', []],
    [`taxonomy_term_id=${termId('kinds', 'youth-club')}`, ['Café club']],
    [`taxonomy_term_id=${termId('accessibility', 'hoist')}`, ['Saturday swim']],
    [`taxonomy_term_id=${termId('accessibility', 'group-moving')}`, ['Saturday swim']],
    [`taxonomy_term_id=${termId('accessibility', 'quiet-space')}`, []],
    [`taxonomy_term_id=${termId('not-offered', 'quiet-space').toUpperCase()}`, ['Saturday swim']],
    [`taxonomy_id=${taxonomyId('seasons')}`, ['Next door']],
    ['taxonomy_id=018f0000-0000-7000-8000-000000000000', []],
    ['postcode=ME7+1', ['Café club', 'Helper at home', 'Saturday swim']],
    ['postcode=CT1', ['Next door']],
    ['postcode=ME7+1&proximity=5000', ['Café club', 'Next door', 'Saturday swim']],
    ['postcode=ME4+4&proximity=1', ['Café club']],
    ['page=2&per_page=3', ['Next door']],
    ['search=&day=&page=', ['Café club', 'Helper at home', 'Next door', 'Saturday swim']],
  ];
  for (const [query, expected] of asked) {
    test(query === '' ? 'nothing' : query, async () => {
      assert.deepEqual(await titles(query), [...expected].toSorted());
    });
  }

  test('an organization’s own', async () => {
    const { organization_id: id } = await read(`/services/${await idOf('Café club')}`);
    assert.deepEqual(await titles(`organization_id=${id}`), ['Café club', 'Helper at home']);
  });

  test('only identifiers and when they changed, all on one page', async () => {
    const { contents, ...about } = await read('/services?minimal=true');
    assert.equal(about.size, 4);
    assert.ok(about.first_page && about.last_page);
    for (const one of contents) assert.deepEqual(Object.keys(one), ['id', 'modified_date']);
    assert.equal((await read('/services?minimal=true&per_page=1')).total_pages, 4);
  });

  test('every parameter of the interface is asked somewhere in this file', () => {
    const own = asked.map(([query]) => query).join('&');
    const elsewhere = [
      'organization_id',
      'minimal',
      'full',
      'full_service',
      'format',
      'parent_id',
      'top_only',
    ];
    for (const name of Object.keys(parameters))
      assert.ok(own.includes(`${name}=`) || elsewhere.includes(name), name);
  });
});

describe('what is told of a service', () => {
  const full = async (title: string) => read(`/services/${await idOf(title)}`);

  test('who, when, where and for how much', async () => {
    const told = await full('Café club');
    assert.equal(told.status, 'active');
    assert.equal(told.cost_options[0].amount, 19.99);
    assert.equal(told.cost_options[0].amount_description, 'for each session');
    const [main, other] = told.service_at_locations;
    assert.equal(main.location.addresses[0].postal_code, 'ME4 4');
    assert.equal(other.location.name, 'Pavilion');
    const schedules = told.schedules.map((one: Record<string, unknown>) => [
      ...[one.freq, one.byday, one.opens_at, one.closes_at, one.service_at_location_id],
    ]);
    assert.deepEqual(schedules, [
      ['WEEKLY', 'MO,WE', '17:30Z', '19:00Z', main.id],
      ['MONTHLY', '1SU', '09:00Z', '12:00Z', other.id],
    ]);
    assert.equal(told.contacts[0].phones[0].number, '01632 960001');
    assert.equal(told.email, 'hello@otters.example.org');
    assert.equal(told.assured_date, '2026-10-01');
    assert.equal(told.last_modified, '2026-11-22T10:00:00.000Z');
  });

  test('what it offers and what not, in words that no one can take for each other', async () => {
    const told = await full('Saturday swim');
    const names = told.attributes.map((one: { taxonomy_term: { name: string } }) => one.taxonomy_term.name);
    for (const name of ['Hoist', 'Not offered: Quiet space', 'Swimming', 'Autism', 'Extra support'])
      assert.ok(names.includes(name), name);
    const hoist = told.attributes.find(
      (one: { taxonomy_term: { name: string } }) => one.taxonomy_term.name === 'Hoist',
    );
    assert.match(hoist.taxonomy_term.term_uri, /\/vocabulary\/accessibility#hoist$/);
    assert.deepEqual([told.languages[0].code, told.languages[0].name], ['pl', 'Polish']);
    const [place] = told.service_at_locations;
    assert.match(place.location.accessibility[0].description, /Here: Hoist\.\n\nNot here: Quiet space\./);
  });

  test('what rests says why, and what comes home has no place', async () => {
    const told = await full('Helper at home');
    assert.equal(told.status, 'temporarily closed');
    assert.equal(told.alert, 'We are looking for staff. Closed up to 2026-12-31.');
    assert.equal(told.service_at_locations, undefined);
    assert.equal(told.service_areas[0].name, 'Across the county');
  });

  test('what comes from a neighbour says so, and what is over is not told as running', async () => {
    const told = await full('Next door');
    assert.equal(told.status, 'inactive');
    assert.deepEqual(told.provenance, {
      ...{ kind: 'feed', publisher: 'Kent', address: 'https://kent.example.org/feed', their_id: 'k-1' },
    });
    assert.equal(told.service_areas[0].name, 'Kent');
    const dated = told.schedules[1];
    // In July clocks in England are an hour ahead.
    assert.deepEqual(
      [dated.dtstart, dated.valid_to, dated.byday, dated.opens_at],
      ['2026-07-04', '2026-07-04', 'SA', '10:00+01:00'],
    );
  });
});

describe('places, organizations and words', () => {
  test('a service with two places is there twice, each with its own times', async () => {
    assert.deepEqual(await titles('search=cafe', '/service_at_locations'), ['Café club', 'Café club']);
    const { contents } = await read('/service_at_locations?day=SU&full=true');
    assert.equal(contents.length, 1);
    assert.equal(contents[0].location.name, 'Pavilion');
    assert.deepEqual(
      contents[0].service.schedules.map(({ byday }: { byday: string }) => byday),
      ['1SU'],
    );
    assert.deepEqual(await read(`/service_at_locations/${contents[0].id}`), contents[0]);
  });

  test('the nearest place comes first', async () => {
    const { contents } = await read('/service_at_locations?postcode=CT1+1&proximity=100000');
    assert.equal(contents[0].location.name, 'Pavilion');
    assert.equal(contents.length, 4);
  });

  test('organizations, alone, with their services, and with all of these', async () => {
    const [plain, full, whole] = await Promise.all(
      ['', '?full=true', '?full_service=true'].map((query) => read(`/organizations${query}`)),
    );
    assert.equal(plain.total_items, 2);
    const named = ({ contents }: { contents: { name: string; services?: { schedules?: object }[] }[] }) =>
      contents.find(({ name }) => name === 'Chatham Youth');
    assert.equal(named(plain)?.services, undefined);
    assert.equal(named(full)?.services?.length, 2);
    assert.equal(named(full)?.services?.[0]?.schedules, undefined);
    assert.ok(named(whole)?.services?.[0]?.schedules);
    assert.deepEqual((await read('/organizations?search=otters')).total_items, 1);
    const [{ id }] = full.contents;
    assert.equal((await read(`/organizations/${id}`)).services.length > 0, true);
    assert.ok((await read(`/organizations/${id}?full_service=true`)).services[0].schedules);
  });

  test('terms of one taxonomy, those at the top, and those below one', async () => {
    const taxonomy = taxonomyId('accessibility');
    const all = await read(`/taxonomy_terms?taxonomy_id=${taxonomy}&per_page=500`);
    const top = await read(`/taxonomy_terms?taxonomy_id=${taxonomy}&top_only=true&per_page=500`);
    assert.ok(top.total_items > 5 && top.total_items < all.total_items);
    let below = 0;
    for (const { id } of top.contents) {
      const { contents } = await read(`/taxonomy_terms?parent_id=${id}&per_page=500`);
      for (const one of contents) assert.equal(one.parent_id, id);
      below += contents.length;
    }
    assert.equal(below + top.total_items, all.total_items);
    assert.equal(
      (await read('/taxonomies?search=accessibility')).contents[0].uri.endsWith('/vocabulary/accessibility'),
      true,
    );
    assert.equal((await read(`/taxonomies/${taxonomy}`)).taxonomy_terms.length, all.total_items);
  });
});

describe('pages', () => {
  const lists = ['/services', '/service_at_locations', '/organizations', '/taxonomies', '/taxonomy_terms'];
  for (const list of lists) {
    test(`${list}: all pages together are all records, each once, however they are cut`, async () => {
      const whole = await ask(`${list}?format=ndjson`, { host: hosts.there });
      assert.match(String(whole.headers['content-type']), /^application\/x-ndjson/);
      const all: { id: string }[] = whole.body
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      for (const size of [1, 7, 50, 500].filter((one) => all.length / one < 60)) {
        const seen: { id: string }[] = [];
        for (let page = 1; ; page++) {
          const { contents, ...about } = await read(`${list}?page=${page}&per_page=${size}`, hosts.there);
          assert.deepEqual(about, {
            total_items: all.length,
            total_pages: Math.ceil(all.length / size),
            page_number: page,
            size: contents.length,
            first_page: page === 1,
            last_page: page === Math.ceil(all.length / size),
            empty: false,
          });
          seen.push(...contents);
          if (about.last_page) break;
        }
        assert.deepEqual(seen, all);
      }
      assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
    });
  }

  test('a page after the last is empty, and says that there is no further one', async () => {
    const { contents, ...about } = await read('/services?page=99');
    assert.deepEqual(contents, []);
    assert.ok(about.empty && about.last_page && !about.first_page);
    assert.equal(about.size, 0);
  });

  test('one council’s host never tells what is another’s', async () => {
    const { total_items: there } = await read('/services', hosts.there);
    assert.equal(there, 137);
    const id = await idOf('Saturday swim');
    assert.equal((await ask(`/services/${id}`, { host: hosts.there })).statusCode, 404);
  });
});

describe('what has not changed', () => {
  test('is answered in a few bytes, until something changes', async () => {
    const first = await ask('/services');
    const etag = String(first.headers.etag);
    assert.ok(first.headers['last-modified']);
    assert.equal((await ask('/services', { 'if-none-match': etag })).statusCode, 304);
    assert.equal((await ask('/services?page=1', { 'if-none-match': etag })).statusCode, 200);
    assert.equal((await ask('/services', { host: hosts.there, 'if-none-match': etag })).statusCode, 200);
    const since = String(first.headers['last-modified']);
    assert.equal((await ask('/services', { 'if-modified-since': since })).statusCode, 304);

    const extra = aListing({ slug: 'extra', title: 'Extra' });
    await publishListings(database, { authority, listings: [extra], at: testNow });
    const changed = await ask('/services', { 'if-none-match': etag });
    assert.equal(changed.statusCode, 200);
    assert.equal(changed.json().total_items, 5);
    assert.equal((await ask('/services', { 'if-modified-since': since })).statusCode, 200);
    assert.deepEqual(await titles(`modified_after=${testNow}`), ['Extra']);

    const scope = { authorityId: authority.id, standing: 'system' } as const;
    const gone = { authorityId: authority.id, slugs: ['extra'], at: testNow.add({ minutes: 1 }) };
    await database.transaction(scope, (transaction) => withdrawListings(transaction, gone));
    const again = await ask('/services', { 'if-none-match': String(changed.headers.etag) });
    assert.equal(again.json().total_items, 4);
  });

  test('changes with the day where the day changes what is told', async () => {
    const before = await read(`/services/${await idOf('Helper at home')}`);
    clock.moveTo(Temporal.Instant.from('2027-01-01T09:00:00Z'));
    const after = await read(`/services/${before.id}`);
    clock.moveTo(testNow);
    assert.equal(after.status, 'active');
    assert.equal(after.alert, undefined);
    assert.equal(after.last_modified, '2027-01-01T00:00:00.000Z');
    assert.equal((await read(`/services/${before.id}`)).last_modified, before.last_modified);
  });
});

describe('what is wrong is named with its mend', () => {
  const wrong: readonly (readonly [path: string, parameter: string, mend: RegExp])[] = [
    ['/services?page=0', 'page', /from 1 to/],
    ['/services?page=1e3', 'page', /whole number/],
    ['/services?per_page=501', 'per_page', /to 500/],
    ['/services?minimum_age=-1', 'minimum_age', /from 0/],
    ['/services?maximum_age=nine', 'maximum_age', /“nine”.*whole years/],
    ['/services?day=someday', 'day', /like MO or Monday/],
    ['/services?start_time=25:00', 'start_time', /like 09:30/],
    ['/services?end_time=noon', 'end_time', /like 09:30/],
    ['/services?format=xml', 'format', /json or ndjson/],
    ['/services?full=perhaps', 'full', /true or false/],
    ['/services?modified_after=2026-11-01T10:00:00', 'modified_after', /with its zone/],
    ['/services?modified_after=2026-02-30', 'modified_after', /with its zone/],
    ['/services?taxonomy_term_id=swimming', 'taxonomy_term_id', /UUID; see \/taxonomy_terms/],
    ['/services?search=%2B%2B', 'search', /at least one word/],
    ['/services?colour=red', 'colour', /is not a parameter: \/services\. It has search/],
    ['/services?parent_id=018f0000-0000-7000-8000-000000000000', 'parent_id', /does not work here/],
    ['/services?page=1&page=2', 'page', /given 2 times/],
    ['/services?proximity=500', 'proximity', /needs a postcode/],
    ['/services?postcode=ME7+1&proximity=near', 'proximity', /whole metres/],
    ['/service_at_locations?postcode=hello', 'postcode', /not a postcode/],
    ['/service_at_locations?postcode=EH1+1AA', 'postcode', /Scotland/],
    ['/service_at_locations?postcode=75001', 'postcode', /another country/],
    ['/service_at_locations?postcode=TR1+1AA', 'postcode', /no place with it is known here/],
    ['/taxonomies?full=true', 'full', /does not work here/],
    ['/organizations?postcode=ME7', 'postcode', /does not work here/],
    ['/?a=b', 'a', /It has none/],
  ];
  for (const [path, parameter, mend] of wrong) {
    test(path, async () => {
      const answer = await ask(path);
      assert.equal(answer.statusCode, 400, answer.body);
      assert.match(String(answer.headers['content-type']), /^application\/problem\+json/);
      assert.equal(answer.headers['access-control-allow-origin'], '*');
      const { errors, status, detail } = answer.json();
      assert.equal(status, 400);
      assert.deepEqual(
        errors.map((one: { parameter: string }) => one.parameter),
        [parameter],
      );
      assert.match(errors[0].detail, mend);
      assert.match(detail, mend);
    });
  }

  test('several at once are all named', async () => {
    const { errors } = (await ask('/services?page=x&day=x&full=x')).json();
    assert.deepEqual(
      errors.map(({ parameter }: { parameter: string }) => parameter),
      ['page', 'day', 'full'],
    );
  });

  test('a record that is not there is a 404 in the same shape', async () => {
    for (const list of [
      'services',
      'service_at_locations',
      'organizations',
      'taxonomies',
      'taxonomy_terms',
    ]) {
      for (const id of ['018f0000-0000-7000-8000-000000000000', 'x', "'; --", '%00', '..%2f..']) {
        const answer = await ask(`/${list}/${encodeURIComponent(id)}`);
        assert.equal(answer.statusCode, 404);
        assert.equal(answer.json().status, 404);
      }
    }
  });

  test('nothing that anybody asks is a mistake of ours', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        '%',
        '%00',
        '\u0000',
        '9'.repeat(400),
        '__proto__',
        'constructor',
        '-0',
        'NaN',
        'true',
        '1',
      ),
    );
    const name = fc.oneof(fc.constantFrom(...Object.keys(parameters), '__proto__', 'constructor'), text);
    const path = fc.constantFrom(
      '/services',
      '/service_at_locations',
      '/organizations',
      '/taxonomies',
      '/taxonomy_terms',
      '/',
    );
    const pair = fc.tuple(name, text, fc.boolean());
    const written = fc
      .array(pair, { minLength: 1, maxLength: 4 })
      .map((pairs) =>
        pairs
          .map(([key, value, isRaw]) =>
            isRaw
              ? `${key}=${value}`.toWellFormed().replace(/[^!-~]|[#"<>\\^`{|}]/g, '%')
              : new URLSearchParams([[key.toWellFormed(), value.toWellFormed()]]).toString(),
          )
          .join('&'),
      );
    await fc.assert(
      fc.asyncProperty(path, written, async (list, query) => {
        const answer = await ask(`${list}?${query}`);
        assert.ok(
          [200, 400].includes(answer.statusCode),
          `${answer.statusCode} ${query}: ${answer.body.slice(0, 300)}`,
        );
        if (answer.statusCode === 400) {
          const { errors, detail } = answer.json();
          assert.ok(errors.length > 0 && detail.length > 0);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('the page for people, and the document for programs', () => {
  test('the page says how many, how fresh, under which licence, and how to ask', async () => {
    const { body, statusCode } = await site.inject({ url: '/open-data', headers: { host: hosts.here } });
    assert.equal(statusCode, 200);
    for (const words of [
      /<dd class="govuk-summary-list__value">\s*4\s*<\/dd>/,
      /100% were checked/,
      /Open Government Licence/,
      /href="\/open-referral"/,
    ])
      assert.match(body, words);
    // Withdrawing one a minute after ten was the last change, though it is asked for on another day.
    clock.moveTo(testNow.add({ hours: 72 }));
    const later = await site.inject({ url: '/open-data', headers: { host: hosts.here } });
    clock.moveTo(testNow);
    assert.match(later.body, /Last changed\s*<\/dt>\s*<dd[^>]*>\s*24 November 2026/);
    for (const fragment of ['wrong-parameter', 'not-found']) assert.ok(body.includes(`id="${fragment}"`));
  });

  test('the document names every address that there is, and every answer that it promises is there', async () => {
    const document = await read('/openapi.json');
    assert.equal(document.openapi, '3.1.0');
    const served = routes
      .map(({ path }) => path.replace('/open-referral', '').replace(':id', '{id}') || '/')
      .filter((path) => path !== '/open-data' && path !== '/openapi.json');
    assert.deepEqual(Object.keys(document.paths).toSorted(), served.toSorted());
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
      ([, one = '']) => one,
    );
    assert.ok(references.length > 50);
    for (const reference of references) {
      const found = reference.split('/').reduce((part, key) => part?.[key], document);
      assert.equal(typeof found, 'object', reference);
    }
    assert.equal((await read('/')).openapi_url.endsWith('/open-referral/openapi.json'), true);
  });
});
