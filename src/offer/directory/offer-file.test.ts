import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type OfferArea, readOfferFile } from './offer-file.ts';

const medway: OfferArea = {
  authorityName: 'Medway Council',
  localities: ['Chatham', 'Gillingham', 'Strood'],
};

const WHOLE = `listings:
  - id: swim
    title: Swim
    provider: A club
    tier: targeted
    kinds: [swimming]
    summary: Swim.
    description: Swim with others.
    ages: {from: 5, to: 11}
    needs: [autism]
    when: {times: [weekend], days: [sat], from: "10:00", until: "11:00"}
    cost: {pence: 600, per: session}
    accepts: [direct-payment]
    join: {how: book}
    place: {name: A pool, locality: Gillingham, postcode: ME7 1HF}
    contact: {phone: 01632 960001}
    provenance: demonstration
    checked-on: 2026-10-01
`;

describe('readOfferFile', () => {
  it('reads a whole listing', () => {
    const { listings, mistakes } = readOfferFile({ fileName: 'a.yaml', written: WHOLE, area: medway });
    assert.deepEqual(mistakes, []);
    const [swim] = listings;
    assert.equal(swim?.slug, 'swim');
    assert.deepEqual(swim?.cost, { kind: 'amount', pence: 600, per: 'session', note: null });
    assert.equal(swim?.when.from?.toString(), '10:00:00');
    assert.equal(swim?.checkedOn.toString(), '2026-10-01');
    assert.deepEqual(swim?.ratios, []);
  });

  const cases: [string, [string, string], { line: number; field: string; message: RegExp }][] = [
    [
      'a word outside the vocabulary',
      ['[swimming]', '[swiming]'],
      { line: 6, field: 'kinds.0', message: /must be one of: .*swimming/ },
    ],
    [
      'a field that there is not',
      ['title:', 'tittle:'],
      { line: 3, field: 'tittle', message: /not a field here/ },
    ],
    ['a missing field', ['    title: Swim\n', ''], { line: 2, field: 'title', message: /is missing/ }],
    [
      'ages the wrong way round',
      ['from: 5, to: 11', 'from: 12, to: 11'],
      { line: 9, field: 'ages', message: /“from” must not be above/ },
    ],
    ['an age above 25', ['to: 11', 'to: 26'], { line: 9, field: 'ages.to', message: /25 or less/ }],
    [
      'pounds in place of pence',
      ['pence: 600', 'pence: 6.5'],
      { line: 12, field: 'cost', message: /pence \(a whole number\)/ },
    ],
    [
      'a date that there is not',
      ['2026-10-01', '2026-02-30'],
      { line: 18, field: 'checked-on', message: /a date like/ },
    ],
    ['a time alone', [', until: "11:00"', ''], { line: 11, field: 'when', message: /both from and until/ }],
    [
      'an end before the start',
      ['"11:00"', '"09:00"'],
      { line: 11, field: 'when', message: /before “until”/ },
    ],
    [
      'a referral by nobody',
      ['how: book', 'how: referral'],
      { line: 14, field: 'join', message: /who refers/ },
    ],
    [
      'a postcode that is none',
      ['ME7 1HF', 'ME77'],
      { line: 15, field: 'place', message: /not a postcode in or near/ },
    ],
    [
      'a postcode elsewhere',
      ['ME7 1HF', 'ME14 1AA'],
      { line: 15, field: 'place', message: /lies in Kent; mend it, or say outside: true/ },
    ],
    [
      'a postcode far away',
      ['ME7 1HF', 'NE1 1AA'],
      { line: 15, field: 'place', message: /in or near the area/ },
    ],
    [
      'an unknown locality',
      ['Gillingham', 'Gilingham'],
      { line: 15, field: 'place', message: /use one of: Chatham, Gillingham/ },
    ],
  ];
  for (const [what, [from, to], expected] of cases) {
    it(`names file, line, listing and mend of ${what}`, () => {
      const written = WHOLE.replace(from, to);
      assert.notEqual(written, WHOLE);
      const { listings, mistakes } = readOfferFile({ fileName: 'a.yaml', written, area: medway });
      assert.deepEqual(listings, []);
      const found = mistakes.find((mistake) => mistake.field === expected.field);
      assert.ok(found, JSON.stringify(mistakes));
      assert.equal(found.fileName, 'a.yaml');
      assert.equal(found.line, expected.line);
      assert.equal(found.listing, 'swim');
      assert.match(found.message, expected.message);
    });
  }

  it('keeps the good listings when a place or an age of another is wrong', () => {
    const second = WHOLE.replace('listings:\n', '')
      .replace('id: swim', 'id: swim-two')
      .replace('ME7 1HF', 'ME14 1AA');
    const { listings, mistakes } = readOfferFile({
      fileName: 'a.yaml',
      written: WHOLE + second,
      area: medway,
    });
    assert.deepEqual(
      listings.map((listing) => listing.slug),
      ['swim'],
    );
    assert.deepEqual(
      mistakes.map(({ line, listing }) => ({ line, listing })),
      [{ line: 32, listing: 'swim-two' }],
    );
  });

  it('refuses the same id twice and says where it stands', () => {
    const seen = new Map<string, string>();
    readOfferFile({ fileName: 'a.yaml', written: WHOLE, area: medway, seen });
    const { mistakes } = readOfferFile({ fileName: 'b.yaml', written: WHOLE, area: medway, seen });
    assert.deepEqual(mistakes, [
      {
        fileName: 'b.yaml',
        line: 2,
        listing: 'swim',
        field: 'id',
        message: '“swim” stands in a.yaml already; give it another id',
      },
    ]);
  });

  it('says on which line the YAML breaks', () => {
    const { mistakes } = readOfferFile({
      fileName: 'a.yaml',
      written: 'listings:\n  - id: [swim\n',
      area: medway,
    });
    assert.ok(mistakes.length > 0);
    assert.match(mistakes[0]?.message ?? '', /the YAML cannot be read/);
    assert.ok((mistakes[0]?.line ?? 0) >= 2);
  });

  it('takes a file with nothing in it as a mistake', () => {
    const { mistakes } = readOfferFile({ fileName: 'a.yaml', written: '', area: medway });
    assert.equal(mistakes.length, 1);
  });
});
