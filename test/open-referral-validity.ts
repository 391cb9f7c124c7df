// Every answer about listings of every variety, held to the standard's own schemas and to ours, for tests of both stages:
// a few hundred in the quick one, 5,000 in the slow one.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { FastifyInstance } from 'fastify';
import type { Database } from '#platform/database/index.ts';
import { beginOf } from '../src/offer/open-referral/mapping/around.ts';
import { offeredOf } from '../src/offer/open-referral/mapping/offered.ts';
import { fullServiceOf, serviceOf } from '../src/offer/open-referral/mapping/service.ts';
import { routes } from '../src/offer/open-referral/routes.ts';
import { jsonSchemas, type SchemaName } from '../src/offer/open-referral/schema/answers.ts';
import { testAuthority, testDatabase } from './database.ts';
import { publishListings } from './publish-listings.ts';
import { testSite } from './site.ts';
import { variedListings } from './varied-listings.ts';
import { testNow } from './visit.ts';

const standard = join(import.meta.dirname, '../../shared/data/open-referral-uk/validator-schemas');
const hasStandard = existsSync(standard);

const ajv = new Ajv2020({ strict: false, allErrors: false, logger: false });
addFormats.default(ajv);

function standardSchema(name: string): ValidateFunction {
  return ajv.compile(JSON.parse(readFileSync(join(standard, `${name}.json`), 'utf8')));
}

const strictAjv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(strictAjv);
strictAjv.addSchema({ $id: 'strict', $defs: jsonSchemas('#/$defs/') });
function strictSchema(name: SchemaName): ValidateFunction {
  return strictAjv.compile({ $ref: `strict#/$defs/${name}` });
}

/** Where something is null or empty, if anywhere. A list of a page may be empty, and says so. */
function empties(value: unknown, path = ''): string[] {
  if (value === null || value === '') return [path];
  if (Array.isArray(value)) {
    if (value.length === 0 && path !== '/contents') return [path];
    return value.flatMap((one, index) => empties(one, `${path}/${index}`));
  }
  if (typeof value !== 'object' || value === undefined) return [];
  const own = Object.entries(value);
  return own.length === 0 ? [path] : own.flatMap(([key, one]) => empties(one, `${path}/${key}`));
}

function hold(validate: ValidateFunction, record: unknown): void {
  if (validate(record)) return;
  const [first] = validate.errors ?? [];
  assert.fail(`${first?.instancePath} ${first?.message}: ${JSON.stringify(record).slice(0, 2_000)}`);
}

/** Every list there is: how it is asked for, what one record must be, how many there are, the standard's schema. */
const lists: readonly {
  readonly path: string;
  readonly record: SchemaName;
  readonly page: SchemaName;
  readonly standard: string;
  /** Whether the standard's schema is of one record and not of a page. */
  readonly isOfOne?: boolean;
}[] = [
  { path: '/services', record: 'Service', page: 'Services', standard: 'service_list' },
  {
    path: '/services?full=true',
    record: 'FullService',
    page: 'Services',
    standard: 'service',
    isOfOne: true,
  },
  {
    path: '/service_at_locations',
    record: 'ServiceAtLocation',
    page: 'ServiceAtLocations',
    standard: 'service_at_location_list',
  },
  {
    path: '/service_at_locations?full=true',
    record: 'FullServiceAtLocation',
    page: 'ServiceAtLocations',
    standard: 'service_at_location',
    isOfOne: true,
  },
  {
    path: '/organizations',
    record: 'Organization',
    page: 'Organizations',
    standard: 'organization_list',
    isOfOne: true,
  },
  {
    path: '/organizations?full=true',
    record: 'OrganizationWithServices',
    page: 'Organizations',
    standard: 'organization',
    isOfOne: true,
  },
  {
    path: '/organizations?full_service=true',
    record: 'OrganizationWithFullServices',
    page: 'Organizations',
    standard: 'organization',
    isOfOne: true,
  },
  { path: '/taxonomies', record: 'FullTaxonomy', page: 'Taxonomies', standard: 'taxonomy_list' },
  { path: '/taxonomy_terms', record: 'TaxonomyTerm', page: 'TaxonomyTerms', standard: 'taxonomy_term_list' },
];

/** Tests every answer about so many listings. Call it once a file. */
export function everyAnswerIsValid(count: number): void {
  let database: Database;
  let site: FastifyInstance;

  before(async () => {
    database = await testDatabase();
    const listings = variedListings({ count: count, seed: 20_261_122, isStorable: true });
    await publishListings(database, { authority: testAuthority, listings, at: testNow });
    site = await testSite({ database, routes, origin: 'https://breaks.testshire.example.org' });
  });
  after(async () => {
    await site.close();
    await database.close();
  });

  async function ask(path: string): Promise<string> {
    const answer = await site.inject({ url: `/open-referral${path}` });
    assert.equal(answer.statusCode, 200, `${path}: ${answer.body.slice(0, 500)}`);
    return answer.body;
  }

  async function linesOf(path: string): Promise<Record<string, unknown>[]> {
    const body = await ask(path);
    assert.ok(body.endsWith('\n'));
    return body
      .slice(0, -1)
      .split('\n')
      .map((line) => JSON.parse(line));
  }

  for (const list of lists) {
    const { path, record, page } = list;
    test(`${path}: every record is as our own schema says, and nothing is null or empty`, async () => {
      const all = await linesOf(`${path}${path.includes('?') ? '&' : '?'}format=ndjson`);
      if (page === 'Services') assert.equal(all.length, count);
      else assert.ok(all.length > 10, `${all.length} records`);
      const validate = strictSchema(record);
      for (const one of all) {
        hold(validate, one);
        assert.deepEqual(empties(one), []);
      }
      assert.equal(new Set(all.map(({ id }) => id)).size, all.length, 'no identifier twice');
      const first = JSON.parse(await ask(path));
      hold(strictSchema(page), first);
      assert.deepEqual(first.contents, all.slice(0, first.size));
    });
  }

  describe('the standard’s own schemas', {
    skip: hasStandard ? false : 'the schemas of the standard’s validator are not beside this checkout',
  }, () => {
    for (const { path, standard: name, isOfOne } of lists) {
      test(`${path} is as ${name} says`, async () => {
        const validate = standardSchema(name);
        if (isOfOne === true) {
          const all = await linesOf(`${path}&format=ndjson`.replace(/^([^?]*)&/, '$1?'));
          for (const one of all) hold(validate, one);
          return;
        }
        for (let page = 1; ; page++) {
          const shown = JSON.parse(await ask(`${path}?page=${page}&per_page=500`));
          hold(validate, shown);
          if (shown.last_page) break;
        }
      });
    }

    test('what is told of one record by its identifier, and of the interface', async () => {
      const single: readonly (readonly [string, string])[] = [
        ['/services', 'service'],
        ['/service_at_locations', 'service_at_location'],
        ['/organizations', 'organization'],
        ['/taxonomies', 'taxonomy'],
        ['/taxonomy_terms', 'taxonomy_term'],
      ];
      for (const [path, name] of single) {
        const validate = standardSchema(name);
        const { contents } = JSON.parse(await ask(`${path}?per_page=100`));
        for (const { id } of contents) {
          const one = JSON.parse(await ask(`${path}/${id}`));
          assert.equal(one.id, id);
          hold(validate, one);
        }
      }
      hold(standardSchema('api_details'), JSON.parse(await ask('/')));
    });

    test('the standard’s schemas do refuse what is wrong, so that passing them says something', async () => {
      const [one] = await linesOf('/services?full=true&format=ndjson');
      const validate = standardSchema('service');
      assert.ok(validate(one));
      for (const wrong of [{ id: 'x' }, { status: 'open' }, { alert: null }, { last_modified: 'yesterday' }])
        assert.ok(!validate({ ...one, ...wrong }), JSON.stringify(wrong));
    });
  });

  test('one record by its identifier is as our own schemas say', async () => {
    const single: readonly (readonly [string, SchemaName])[] = [
      ['/services', 'FullService'],
      ['/service_at_locations', 'FullServiceAtLocation'],
      ['/organizations', 'OrganizationWithServices'],
      ['/taxonomies', 'FullTaxonomy'],
      ['/taxonomy_terms', 'TaxonomyTerm'],
    ];
    for (const [path, name] of single) {
      const validate = strictSchema(name);
      const { contents } = JSON.parse(await ask(`${path}?per_page=50`));
      for (const { id } of contents) hold(validate, JSON.parse(await ask(`${path}/${id}`)));
    }
    hold(strictSchema('Details'), JSON.parse(await ask('/')));
  });

  test('our own schemas refuse what they should', async () => {
    const [one] = await linesOf('/services?full=true&format=ndjson');
    const validate = strictSchema('FullService');
    assert.ok(validate(one));
    const schedules = one?.schedules as object[];
    const wrong: readonly object[] = [
      { name: '' },
      { name: ' begins with a space' },
      { alert: null },
      { more: 'than is named' },
      { languages: [] },
      { last_modified: '2026-11-22T10:00:00' },
      { assured_date: '2026-02-30' },
      { minimum_age: -1 },
      { url: 'javascript:alert(1)' },
      { organization: { id: one?.id, name: 'No description' } },
      { schedules: schedules.map((schedule) => ({ ...schedule, freq: 'DAILY', interval: 1, byday: 'MO' })) },
      { schedules: schedules.map((schedule) => ({ ...schedule, opens_at: '10:00' })) },
    ];
    for (const change of wrong) assert.ok(!validate({ ...one, ...change }), JSON.stringify(change));
  });
}

/** Tests that what no database takes comes out readable all the same. */
export function everyTextIsReadable(count: number): void {
  test('texts that only a program can hold come out as texts that everybody can read', () => {
    const today = Temporal.PlainDate.from('2026-11-24');
    const around = { authority: testAuthority, origin: 'https://example.org', today };
    const [full, short] = [strictSchema('FullService'), strictSchema('Service')];
    for (const [index, listing] of variedListings({ count, seed: 7, isStorable: false }).entries()) {
      const modifiedAt = beginOf(today);
      const id = `018f0000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`;
      const provider = {
        id,
        name: listing.provider,
        about: '\u0000',
        phone: null,
        email: null,
        url: null,
        modifiedAt,
      };
      const offered = offeredOf(
        { id, listing, provider, point: null, modifiedAt, shownFrom: null },
        new Map(),
        today,
      );
      const told = fullServiceOf(offered, around);
      hold(full, told);
      hold(short, serviceOf(offered, around));
      assert.deepEqual(empties(told), []);
      assert.ok(JSON.stringify(told).isWellFormed());
    }
  });
}
