import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { type Authority, loadAuthorities, syncAuthorities } from '#platform/authorities/index.ts';
import type { Database } from '#platform/database/index.ts';
import type { NotFound, Page } from '#platform/web/visit.ts';
import { testDatabase } from '../../../../test/database.ts';
import { testNow, testVisit } from '../../../../test/visit.ts';
import { publishOffer } from '../actions/publish-offer.ts';
import { findPage } from './find.ts';
import { listingPage } from './listing.ts';

let database: Database;
let authority: Authority;

before(async () => {
  database = await testDatabase();
  const folder = path.join(import.meta.dirname, '../../../../authorities');
  const medway = loadAuthorities(folder).find(({ slug }) => slug === 'medway');
  assert.ok(medway);
  authority = medway;
  await syncAuthorities(database, [medway]);
  await database.transaction({ authorityId: medway.id, standing: 'system' }, (transaction) =>
    publishOffer(transaction, { authority: medway, at: testNow }),
  );
});
after(() => database.close());

function find(query: URLSearchParams | string): Promise<Page> {
  return testVisit({ database, authority, readOnly: true }, (visit) =>
    findPage({ ...visit, query: new URLSearchParams(query) }),
  );
}

function open(slug: string, query = ''): Promise<Page | NotFound> {
  return testVisit({ database, authority, readOnly: true }, (visit) =>
    listingPage({ ...visit, params: { slug }, query: new URLSearchParams(query) }),
  );
}

function textOf(shown: Page | NotFound): string {
  assert.equal(shown.kind, 'page');
  return shown.kind === 'page' ? shown.main.text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ') : '';
}

const titles = (shown: Page) =>
  [...shown.main.text.matchAll(/daybreak-result__title"><a[^>]*>([^<]*)</g)].map((found) => found[1]);

/** What families type, slips and all, and what must be among the first five that Medway's directory shows. */
const searches: readonly [typed: string, slug: string][] = [
  ['horse riding', 'squirrels-riding-centre'],
  ['hores ridding', 'squirrels-riding-centre'],
  ['swiming lessons', 'medway-sport-swimming-lessons'],
  ['somewhere overnight', 'parklands-overnight'],
  ['respite', 'parklands-overnight'],
  ['trampoline', 'medway-go-trampolining'],
  ['trampolineing', 'medway-go-trampolining'],
  ['youth club', 'medway-youth-service'],
  ['holliday club', 'rocc-holiday-club'],
  ['story time', 'child-friendly-medway-story-time'],
];
for (const [typed, slug] of searches) {
  test(`“${typed}” finds ${slug}`, async () => {
    const shown = await find(new URLSearchParams({ q: typed }));
    const first = [...shown.main.text.matchAll(/href="\/find\/([a-z0-9-]+)/g)]
      .slice(0, 5)
      .map((found) => found[1]);
    assert.ok(first.includes(slug), `${first.join(', ')}`);
  });
}

test('a word that nothing has is left out, and that is said', async () => {
  const shown = await find('q=zeppelin+swimming');
  assert.match(textOf(shown), /nothing for “zeppelin”, so we left it out/);
  assert.deepEqual(titles(shown), titles(await find('q=swimming')));
});

test('with a postcode the distances grow, and say that they are about', async () => {
  const shown = await find('postcode=ME7+1AA&within=5');
  const miles = [...textOf(shown).matchAll(/(less than 1 mile|about (\d+) miles?) away/g)].map((found) =>
    Number(found[2] ?? 0),
  );
  assert.ok(miles.length > 5);
  assert.deepEqual(
    [...miles].sort((one, other) => one - other),
    miles,
  );
});

test('a postcode in the box for words is taken as the postcode', async () => {
  assert.match((await find('q=ME7+1AA')).main.text, /name="postcode"[^>]*value="ME7 1AA"/);
});

test('each thing that was chosen can be taken off by itself', async () => {
  const shown = await find('need=autism&need=epilepsy&age=9&free=yes');
  const chips = [...shown.main.text.matchAll(/daybreak-chip" href="([^"]*)"/g)].map((found) =>
    (found[1] ?? '').replaceAll('&amp;', '&'),
  );
  assert.deepEqual(chips, [
    '/find?need=autism&need=epilepsy&free=yes#results',
    '/find?age=9&need=epilepsy&free=yes#results',
    '/find?age=9&need=autism&free=yes#results',
    '/find?age=9&need=autism&need=epilepsy#results',
  ]);
});

test('the pages together show everything once', async () => {
  const seen = new Set<string | undefined>();
  let shown = 0;
  for (let number = 1; number <= 7; number++) {
    const found = titles(await find(`page=${number}`));
    shown += found.length;
    for (const title of found) seen.add(title);
  }
  // Eighty are in the files; one of them nobody has checked for more than a year, so it is not shown.
  assert.equal(shown, 79);
  assert.ok(seen.size >= 75, 'a few may share a title');
});

test('when nothing fits it says what to let go of, what comes nearest, and whom to ask', async () => {
  const shown = await find('kind=animals&need=complex-health&when=overnight&free=yes');
  const text = textOf(shown);
  assert.match(text, /Nothing fits all of that/);
  assert.match(text, /Does not fit: /);
  assert.ok(text.includes(authority.contact.phone));
});

test('when nothing has the words and nothing fits the rest, the words are what to let go of first', async () => {
  const shown = await find('q=zzzzzz&kind=animals&need=complex-health&when=overnight&free=yes');
  assert.match(textOf(shown), /No short break has “zzzzzz”\. Look again without it/);
  assert.match(
    shown.main.text,
    /href="\/find\?kind=animals&amp;need=complex-health&amp;when=overnight&amp;free=yes"/,
  );
});

test('the page has the button to leave it at once, and scripts that nobody needs', async () => {
  const shown = await find('');
  assert.equal(shown.hasQuickExit, true);
  assert.deepEqual(shown.enhancements, ['map', 'location']);
});

test('beside each choice stands how many there would be', async () => {
  const shown = await find('q=swimming');
  const said = Number(
    /value="autism"[^>]*>\s*<label[^>]*>\s*Autism <span class="daybreak-facet">\((\d+)\)/.exec(
      shown.main.text,
    )?.[1],
  );
  const chosen = Number(/(\d+) short break/.exec(textOf(await find('q=swimming&need=autism')))?.[1]);
  assert.ok(said > 0);
  assert.equal(said, chosen);
});

test('a choice that would find nothing is left out unless it is chosen, and so is a group of such choices', async () => {
  const shown = (await find('q=swimming&kind=overnight')).main.text;
  const boxes = [
    ...shown.matchAll(/<input[^>]*type="checkbox"[^>]*>\s*<label[^>]*>[^<]*<span[^>]*>\((\d+)\)/g),
  ];
  const empty = boxes.filter(([, count]) => count === '0').map(([box]) => /value="([^"]*)"/.exec(box)?.[1]);
  assert.deepEqual(empty, ['overnight']);
  assert.ok(!shown.includes('What must be there?'));
  assert.ok((await find('')).main.text.includes('What must be there?'));
});

test('a place that a device has told can be unticked, and goes into the addresses as it came', async () => {
  const shown = await find('near=51.39,0.54');
  assert.match(shown.main.text, /name="near" type="checkbox" value="51\.39,0\.54" checked/);
  assert.match(textOf(shown), /Nearest first/);
});

test('each result says how it fits the child that the visitor has described', async () => {
  const visit = { database, authority, readOnly: true, keptInBrowser: { child: '9|hoist! makaton|' } };
  const shown = await testVisit(visit, findPage);
  assert.match(textOf(shown), /fits the child you described/);
  assert.equal([...shown.main.text.matchAll(/class="daybreak-match /g)].length, 12);
  assert.match(textOf(await find('')), /Describe your child once/);
});

test('a postcode that cannot be used is said, and the search goes on', async () => {
  const shown = await find('postcode=nowhere&q=swimming');
  assert.match(textOf(shown), /We could not use the postcode/);
  assert.ok(titles(shown).length > 0);
});

test('what is typed never becomes markup', async () => {
  const shown = await find(
    new URLSearchParams({ q: '"><script>x</script>', postcode: '<b>', locality: '<i>' }),
  );
  assert.doesNotMatch(shown.main.text, /<script|<b>|<i>/);
});

test('a listing out of the strategy names its section and what was made up', async () => {
  const text = textOf(await open('parklands-overnight'));
  assert.match(text, /Short Breaks Sufficiency Strategy 2024-2027”, section 3\.1\.1/);
  assert.match(text, /Made up for this demonstration: the description/);
  assert.match(text, /asked for by: the 0-25 disability team/);
});

test('a listing that is made up says so', async () => {
  const shown = await find('q=cycling');
  const slug = /href="\/find\/([a-z0-9-]+)/.exec(shown.main.text)?.[1] ?? '';
  assert.match(textOf(await open(slug)), /made up for this demonstration\. There is no such place/);
});

test('a listing leads back to the search that found it, and says how far it is', async () => {
  const shown = await open('parklands-overnight', 'q=overnight&postcode=ME8+9AA');
  assert.ok(shown.kind === 'page');
  assert.match(shown.before?.text ?? '', /href="\/find\?q=overnight&amp;postcode=ME8\+9AA"/);
  assert.match(textOf(shown), /miles away/);
});

test('an address that leads nowhere is not found', async () => {
  for (const slug of ['no-such-thing', 'Ünknown', '\u0000', "x' or 1=1"]) {
    assert.equal((await open(slug)).kind, 'not-found');
  }
});

const names = [
  'q',
  'age',
  'tier',
  'kind',
  'need',
  'when',
  'pay',
  'free',
  'locality',
  'postcode',
  'within',
  'order',
  'page',
];
const values = fc.oneof(
  fc.constantFrom(
    'autism',
    'weekend',
    'yes',
    '5',
    '0',
    '-1',
    'ME7',
    'nearest',
    'name',
    'Gillingham',
    "a'b",
    '%',
    '\u0000',
    '!&|()',
    '🐎',
    'the',
  ),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

test('any address has a page', async () => {
  const query = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string()), values), {
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(query, async (pairs) => {
      const asked = new URLSearchParams(pairs.map(([name, value]) => [name, value]));
      assert.equal((await find(asked)).kind, 'page');
      assert.equal((await open('parklands-overnight', asked.toString())).kind, 'page');
    }),
    { numRuns: 250 },
  );
});

test('a page beyond the last of several is the last, with the number of all', async () => {
  const all = Number(/(\d+) short breaks/.exec(textOf(await find('')))?.[1]);
  const pages = Math.ceil(all / 12);
  assert.ok(pages > 2, `${all} short breaks`);
  const last = await find(`page=${pages}`);
  const beyond = await find('page=900');
  assert.ok(textOf(beyond).includes(`${all} short breaks page ${pages} of ${pages}`));
  assert.equal(titles(beyond).length, all - (pages - 1) * 12);
  assert.deepEqual(titles(beyond), titles(last));
});
