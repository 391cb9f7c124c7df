import assert from 'node:assert/strict';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import sharp from 'sharp';
import { settableClock } from '#kernel/clock.ts';
import { formatPounds, pence } from '#kernel/money.ts';
import { sessionsAhead, termDatesOf } from '#offer/sessions/index.ts';
import { type Authority, loadAuthorities } from '#platform/authorities/index.ts';
import type { Database } from '#platform/database/index.ts';
import { testAuthority, testDatabase } from '../../../../test/database.ts';
import { testNow, testVisit } from '../../../../test/visit.ts';
import { prepareListing } from '../actions/prepare-listing.ts';
import { readPicture } from '../actions/read-picture.ts';
import { timesOfListing } from '../actions/times-of-listing.ts';
import { afterAward } from '../domain/after-award.ts';
import { easyReadOf } from '../domain/easy-read.ts';
import type { Listing } from '../domain/listing.ts';
import { daysOfRun, weeklyRuns } from '../domain/weekly-runs.ts';
import { aListing } from '../examples.ts';
import { saveListing } from '../store/save-listing.ts';
import { timesFile } from '../times-file.ts';
import { afterAwards } from './listing/cost-parts.ts';
import { linkedDataOf } from './listing/linked-data.ts';
import { listingPicture } from './listing/picture.ts';
import { timesIcs } from './listing/times-ics.ts';
import { listingPage } from './listing.ts';

let database: Database;
let folder: string;
let authority: Authority;

const told = {
  session: 'You arrive by the side door.\n\nThen you swim.',
  sensoryStory: ['The water is warm.', 'A klaxon sounds once.'],
  staff: 'Two swimming teachers.',
  pictures: [
    { file: 'pool.png', words: 'The pool is empty and calm.' },
    { file: '../../authority.yaml', words: 'Not a picture' },
    { file: 'bomb.png', words: 'Far too large' },
    { file: 'words.png', words: 'Words that call themselves a picture' },
    { file: '/pictures/018f0000-0000-7000-8000-00000000c0de', words: 'What a provider handed in' },
    { file: '//elsewhere.example.org/pictures/x', words: 'Somewhere else' },
  ],
  easyRead: ['You swim.'],
};
const swim = aListing({
  access: { hoist: 'meets', makaton: 'does-not-meet' },
  languages: ['pl', 'bfi'],
  transport: 'door-to-door',
  told,
  checkedBy: 'the provider',
});

before(async () => {
  database = await testDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'daybreak-listing-'));
  authority = { ...testAuthority, folder: path.join(folder, 'testshire') };
  const england = path.join(folder, 'england');
  await mkdir(england);
  const holidays = 'bank-holidays-england.yaml';
  await copyFile(
    path.join(import.meta.dirname, '../../../../authorities/england', holidays),
    path.join(england, holidays),
  );
  const pictures = path.join(authority.folder, 'offer', 'pictures');
  await mkdir(pictures, { recursive: true });
  const plain = { create: { width: 1_200, height: 800, channels: 3 as const, background: '#5bb0c4' } };
  await sharp(plain).png().toFile(path.join(pictures, 'pool.png'));
  // 100 million pixels in a few hundred kilobytes: opened, it would take 300 MB.
  const bomb = { create: { ...plain.create, width: 10_000, height: 10_000 } };
  await sharp({ ...bomb, limitInputPixels: false })
    .png()
    .toFile(path.join(pictures, 'bomb.png'));
  await writeFile(path.join(pictures, 'words.png'), 'not a picture');
  await database.transaction({ authorityId: authority.id, standing: 'system' }, async (transaction) =>
    saveListing(transaction, {
      authorityId: authority.id,
      toSave: await prepareListing(transaction, swim),
      at: testNow,
    }),
  );
});
after(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const opened = { readOnly: true, params: { slug: 'saturday-swim' } };

async function pageText(): Promise<string> {
  const shown = await testVisit({ database, authority, ...opened }, listingPage);
  assert.equal(shown.kind, 'page');
  return shown.kind === 'page' ? shown.main.text : '';
}

test('a listing says what it is like there, what it offers and does not, and who checked it', async () => {
  const text = await pageText();
  for (const words of [
    'You arrive by the side door.',
    'A klaxon sounds once.',
    'Two swimming teachers.',
    'Polish and British Sign Language, besides English',
    'Fetched from home and brought back',
    'Last checked: 1 October 2026, by the provider.',
    'Nobody has said anything yet.',
  ])
    assert.ok(text.includes(words), words);
  const part = (from: string, to: string) => text.slice(text.indexOf(from), text.indexOf(to));
  assert.match(part('>It offers<', '>It does not offer<'), /Hoist/);
  assert.match(part('>It does not offer<', 'Nobody has said. Ask about'), /Makaton/);
});

test('an address that a browser would run is no link, whoever wrote it into the listing', async () => {
  const contact = { ...swim.contact, url: 'javascript:alert(1)' };
  await database.transaction({ authorityId: authority.id, standing: 'system' }, async (transaction) => {
    const toSave = await prepareListing(transaction, { ...swim, slug: 'hostile', contact });
    await saveListing(transaction, { authorityId: authority.id, toSave, at: testNow });
  });
  const asked = { database, authority, readOnly: true, params: { slug: 'hostile' } };
  const shown = await testVisit(asked, listingPage);
  assert.ok(shown.kind === 'page');
  assert.doesNotMatch(shown.main.text, /href="javascript:/);
  assert.doesNotMatch(JSON.stringify(shown.linkedData ?? {}), /javascript:/);
});

describe('pictures', () => {
  const ask = (number: string, size = 'large') =>
    testVisit(
      { database, authority, readOnly: true, params: { slug: 'saturday-swim', number }, query: { size } },
      listingPicture,
    );

  test('are drawn anew at the width that is asked for', async () => {
    for (const [size, width] of [
      ['small', 480],
      ['large', 960],
    ] as const) {
      const answer = await ask('0', size);
      assert.ok(answer.kind === 'open' && answer.body instanceof Uint8Array);
      const seen = await sharp(answer.body).metadata();
      assert.deepEqual([seen.format, seen.width], ['webp', width]);
    }
  });

  test('are served only where a listing names them and they are pictures of a size that can be opened', async () => {
    for (const number of ['1', '2', '3', '5', '6', '-1', 'x', '00000', ''])
      assert.equal((await ask(number)).kind, 'not-found', number);
  });

  test('that a provider handed in come from where they are kept', async () => {
    const answer = await ask('4');
    assert.deepEqual(answer, { kind: 'redirect', to: '/pictures/018f0000-0000-7000-8000-00000000c0de' });
  });

  test('no name leads out of their folder', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (name) => {
        const wanted = { file: `../pictures/${name}`, width: 'small' } as const;
        assert.equal(await readPicture(path.join(authority.folder, 'offer', 'pictures'), wanted), null);
      }),
      { numRuns: 50 },
    );
  });
});

describe('what an award leaves to pay', () => {
  test('in words, to the penny, and never as a promise', () => {
    const award = {
      reference: 'AW-1',
      childName: 'Zayn Khan',
      amount: pence(2_000),
      per: 'year',
      isTaken: true,
    } as const;
    const shown = (cost: number, taken = true) =>
      afterAwards(
        [{ ...award, isTaken: taken }],
        aListing({ cost: { kind: 'amount', pence: pence(cost), per: 'session', note: null } }),
      ).text;
    assert.match(shown(600), /You would pay nothing for a session yourself/);
    assert.match(shown(600), /enough for 3 sessions/);
    assert.match(shown(2_499), /You would pay £4\.99 a session yourself<\/strong> and the award £20\./);
    assert.match(shown(600), /a guide and not a promise/);
    assert.doesNotMatch(shown(600, false), /You would pay £/);
    assert.equal(afterAwards([award], aListing({ cost: { kind: 'free', note: null } })).text, '');
    assert.equal(afterAwards([], aListing()).text, '');
  });

  test('what the award and the family pay is the cost, and the times fit the award and once more would not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat({ max: 10_000_000 }), (cost, award) => {
        const { familyPays, awardPays, times } = afterAward({ cost: pence(cost), award: pence(award) });
        assert.equal(familyPays + awardPays, cost);
        assert.ok(awardPays <= award && familyPays >= 0, formatPounds(familyPays));
        assert.ok(times * cost <= award && (times + 1) * cost > award);
      }),
    );
  });

  test('nobody but a family of this household is shown an award', async () => {
    assert.doesNotMatch(await pageText(), /after your award/);
  });
});

/** Reads a calendar file by the rules of RFC 5545, as far as ours goes: the local times of every entry. */
function readTimes(file: string): readonly string[] {
  const unfolded = file.replace(/\r\n[ \t]/g, '');
  const times: string[] = [];
  for (const [, event = ''] of unfolded.matchAll(/BEGIN:VEVENT\r\n([\s\S]*?)END:VEVENT/g)) {
    const start = Temporal.PlainDateTime.from(/DTSTART;TZID=Europe\/London:(\S+)/.exec(event)?.[1] ?? '');
    const rule = /RRULE:FREQ=WEEKLY;BYDAY=([A-Z,]+);UNTIL=(\S+)/.exec(event);
    const except = new Set((/EXDATE;TZID=Europe\/London:(\S+)/.exec(event)?.[1] ?? '').split(','));
    const until = rule === null ? null : Temporal.Instant.from(rule[2] ?? '');
    const on = rule?.[1]?.split(',') ?? [];
    for (let day = start; ; day = day.add({ days: 1 })) {
      if (
        until !== null &&
        Temporal.Instant.compare(day.toZonedDateTime('Europe/London').toInstant(), until) > 0
      )
        break;
      const name = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][day.dayOfWeek - 1] ?? '';
      const compact = day.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');
      if (rule === null || (on.includes(name) && !except.has(compact)))
        times.push(day.toString({ smallestUnit: 'minute' }));
      if (rule === null) break;
    }
  }
  return times.sort();
}

describe('the calendar file', () => {
  const medway = loadAuthorities(path.join(import.meta.dirname, '../../../../authorities')).find(
    ({ slug }) => slug === 'medway',
  );
  assert.ok(medway);
  const visit = { authority: medway, clock: settableClock(testNow) };
  const fileOf = (listing: Listing) =>
    timesFile(listing, {
      runs: timesOfListing(visit, listing),
      stamp: testNow,
      address: 'https://breaks.example.org/find/saturday-swim',
    });
  const expected = (listing: Listing) => {
    const from = Temporal.PlainDate.from('2026-11-24');
    const span = { from, until: from.add({ months: 12 }) };
    return sessionsAhead(listing, { span, calendar: termDatesOf(medway).calendar })
      .map(({ startsAt }) =>
        startsAt.toZonedDateTimeISO('Europe/London').toPlainDateTime().toString({ smallestUnit: 'minute' }),
      )
      .sort();
  };

  test('has no line that a text of the listing began', () => {
    const hostile = 'Swim\rATTENDEE:mailto:a@b.example\r\nATTACH:https://bad.example\u2028SUMMARY:No';
    const file = fileOf({ ...swim, title: hostile, summary: hostile, provider: hostile });
    assert.doesNotMatch(file, /^(ATTENDEE|ATTACH|SUMMARY:No)/m);
    assert.doesNotMatch(file, /\r(?!\n)|\u2028/);
    assert.match(file.replaceAll('\r\n ', ''), /^SUMMARY:Swim ATTENDEE:mailto:a@b\.example ATTACH/m);
  });

  for (const [name, given] of [
    ['all year', {}],
    ['in term time', { runs: { season: 'term-time', from: null, until: null } }],
    [
      'in the holidays',
      {
        runs: { season: 'holidays', from: null, until: null },
        when: { ...swim.when, days: ['mon', 'tue', 'wed', 'thu', 'fri'] },
      },
    ],
    [
      'over the change of the clocks alone',
      {
        runs: {
          season: null,
          from: Temporal.PlainDate.from('2027-03-20'),
          until: Temporal.PlainDate.from('2027-04-04'),
        },
      },
    ],
    [
      'on single dates',
      {
        when: { ...swim.when, days: [] },
        dates: [
          {
            on: Temporal.PlainDate.from('2027-07-03'),
            from: Temporal.PlainTime.from('09:30'),
            until: Temporal.PlainTime.from('12:00'),
            places: 8,
          },
        ],
      },
    ],
  ] as const satisfies readonly (readonly [string, Partial<Listing>])[])
    test(`has the very times of a listing that runs ${name}`, () => {
      const listing = aListing({ when: { ...swim.when, note: null }, ...given });
      const times = readTimes(fileOf(listing));
      assert.ok(times.length > 0);
      assert.deepEqual(times, expected(listing));
    });

  test('keeps 10am at 10am when the clocks change, by the zone and its rules', () => {
    const file = fileOf(aListing({ when: { ...swim.when, note: null } }));
    assert.match(file, /BEGIN:VTIMEZONE\r\nTZID:Europe\/London/);
    assert.match(file, /DTSTART;TZID=Europe\/London:20261128T100000/);
    assert.match(file, /DTSTAMP:20261124T100000Z/);
    for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  });

  test('is not there for what nobody can know the days of', async () => {
    const paused = aListing({ paused: 'Closed for repairs' });
    assert.deepEqual(timesOfListing(visit, paused), []);
    const answer = await testVisit(
      { database, authority, readOnly: true, params: { slug: 'no-such' } },
      timesIcs,
    );
    assert.equal(answer.kind, 'not-found');
  });

  test('whatever days are given, the runs have just these', () => {
    const start = Temporal.PlainDate.from('2026-01-01');
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 400 }), { maxLength: 60 }), (numbers) => {
        const times = numbers.map((days) => ({
          placeNumber: 0,
          onDay: start.add({ days }),
          from: Temporal.PlainTime.from('10:00'),
          until: Temporal.PlainTime.from('11:00'),
          nights: 0,
        }));
        const days = weeklyRuns(times).flatMap(daysOfRun).map(String);
        assert.deepEqual(days, times.map(({ onDay }) => onDay.toString()).sort());
      }),
    );
  });
});

describe('what search engines read', () => {
  type Data = Readonly<Record<string, unknown>>;
  const session = {
    id: 's',
    slug: 'saturday-swim',
    placeNumber: 0,
    onDay: Temporal.PlainDate.from('2027-06-05'),
    startsAt: Temporal.Instant.from('2027-06-05T09:00:00Z'),
    endsAt: Temporal.Instant.from('2027-06-05T10:00:00Z'),
    places: null,
    placesLeft: null,
    isCancelled: false,
  };
  const graphOf = (listing: Listing): readonly Data[] => {
    const data = linkedDataOf(listing, { origin: 'https://breaks.example.org', sessions: [session] });
    const read: { readonly '@context': string; readonly '@graph': readonly Data[] } = JSON.parse(
      JSON.stringify(data),
    );
    assert.equal(read['@context'], 'https://schema.org');
    return read['@graph'];
  };

  /** What schema.org's readers ask of each type that we use (developers.google.com, structured data). */
  const needed: Readonly<Record<string, readonly string[]>> = {
    LocalBusiness: ['name', 'address'],
    Service: ['name', 'provider', 'serviceType'],
    Event: ['name', 'startDate', 'location'],
    Offer: ['price', 'priceCurrency'],
    Place: ['name', 'address'],
    PostalAddress: ['addressCountry'],
    Organization: ['name'],
    OpeningHoursSpecification: ['dayOfWeek', 'opens', 'closes'],
    VirtualLocation: ['name'],
  };

  function check(value: unknown): void {
    if (Array.isArray(value)) {
      value.forEach(check);
      return;
    }
    if (typeof value !== 'object' || value === null) {
      assert.notEqual(value, null);
      assert.notEqual(value, '');
      return;
    }
    const type = '@type' in value ? String(value['@type']) : '';
    assert.ok(needed[type], `unknown type ${type}`);
    for (const property of needed[type]) assert.ok(property in value, `${type} has no ${property}`);
    Object.values(value).forEach(check);
  }

  test('has what each type needs, for a place, an area and online, free and at a price that is to be asked for', () => {
    for (const given of [
      {},
      { cost: { kind: 'free', note: null } },
      { cost: { kind: 'ask', note: 'Ask' } },
      { place: { kind: 'online' } },
      { place: { kind: 'area', area: 'Across Medway' } },
      { contact: { phone: null, email: null, url: null }, told },
      { when: { ...swim.when, from: null, until: null } },
    ] as const satisfies readonly Partial<Listing>[])
      graphOf(aListing(given)).forEach(check);
  });

  test('says when it starts in the time of England, and what it costs in pounds', () => {
    const [main, event] = graphOf(aListing());
    assert.equal(event?.startDate, '2027-06-05T10:00:00+01:00');
    assert.ok(typeof main?.makesOffer === 'object' && main.makesOffer !== null && 'price' in main.makesOffer);
    assert.equal(main.makesOffer.price, '6.00');
    assert.equal(
      graphOf(aListing({ place: { kind: 'area', area: 'At home' } })).length,
      1,
      'no event where nobody can go',
    );
  });
});

test('Easy Read has short sentences, and says what the facts say', () => {
  const all = easyReadOf(swim).flatMap(({ sentences }) => sentences);
  assert.ok(
    all.includes('You swim.') && all.includes('It starts at 10am.') && all.includes('It costs £6 a session.'),
  );
  for (const sentence of easyReadOf(aListing()).flatMap(({ topic, sentences }) =>
    topic === 'what' ? [] : sentences,
  ))
    assert.ok(sentence.split(' ').length <= 16, sentence);
});
