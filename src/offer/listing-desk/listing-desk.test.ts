import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { settableClock } from '#kernel/clock.ts';
import { type Listing, openListing, prepareListing, saveListing } from '#offer/directory/index.ts';
import { sessionsOf } from '#offer/sessions/index.ts';
import type { Database } from '#platform/database/index.ts';
import { inviteProviderPerson } from '#platform/people/index.ts';
import type { Person } from '#platform/web/visit.ts';
import { testDatabase } from '../../../test/database.ts';
import { testNow, testPerson, testVisit } from '../../../test/visit.ts';
import { at as atFront, type Came, council } from '../../families/appeals/test/front.ts';
import { aListing } from '../directory/examples.ts';
import { confirmStillRight, proposeListing, toDosOfPractitioner } from './index.ts';
import { routes } from './routes.ts';
import { addProviderPerson } from './store/provider-people.ts';

const authorityId = council.id;
let database: Database;
let officer: Person;
let olu: Person;
let other: Person;

const clock = settableClock(testNow);
const at = (person: Person | null) => atFront({ database, routes, clock }, person);
const inSystem = <T>(work: Parameters<typeof database.transaction<T>>[1]) =>
  database.transaction({ authorityId, standing: 'system' }, work);

async function put(given: Partial<Listing>): Promise<void> {
  await inSystem(async (transaction) => {
    const toSave = await prepareListing(transaction, aListing(given));
    await saveListing(transaction, { authorityId, at: testNow, toSave });
  });
}

async function personOf(provider: string, name: string, email: string): Promise<Person> {
  const { id } = await inSystem(async (transaction) => {
    const person = await inviteProviderPerson(transaction, { authorityId, email, name, at: testNow });
    const added = { authorityId, providerSlug: provider, personId: person.id, by: null, at: testNow };
    await addProviderPerson(transaction, added);
    return person;
  });
  return { id, kind: 'provider', name, email, roles: [], sessionId: id };
}

const now = async (slug: string): Promise<Listing> => {
  const found = await inSystem((transaction) => openListing(transaction, { authorityId, slug }));
  assert.ok(found);
  return found.listing;
};

before(async () => {
  database = await testDatabase();
  await put({});
  await put({ slug: 'other-club', provider: 'Other Club', title: 'Other club' });
  officer = await testPerson({ database, name: 'Priya Shah', roles: ['short-breaks-officer'] });
  olu = await personOf('medway-otters', 'Olu Bankole', 'olu@otters.example.org');
  other = await personOf('other-club', 'Ann Other', 'ann@other.example.org');
});
after(() => database.close());

/** The hidden field of an edit form with what the listing said when it was opened. */
function baseOn(page: Came): string {
  const base = /name="base" value="([^"]*)"/.exec(page.html)?.[1] ?? '';
  return base
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<');
}

async function edits(
  person: Person,
  address: string,
  form: Readonly<Record<string, string | readonly string[]>>,
) {
  const page = await at(person).opens(address);
  return at(person).posts(address, { base: baseOn(page), ...form });
}

const swim = '/provider/listings/saturday-swim';
const atDesk = '/practitioners/listings/listing/saturday-swim';
const drafts = '/practitioners/listings/drafts/saturday-swim';

const whatOf = (given: Partial<Record<'title' | 'summary' | 'description', string>>) => ({
  title: 'Saturday swim',
  summary: 'A quiet hour in warm water, with helpers in the pool.',
  description: 'Lights are low and the music is off.',
  kinds: ['swimming'],
  tier: 'targeted',
  ...given,
});

async function revisionOn(page: string): Promise<string> {
  return /name="revision" value="(\d+)"/.exec((await at(officer).opens(page)).html)?.[1] ?? '';
}

test('a provider sees its own listings alone, and nobody else comes in', async () => {
  const own = await at(olu).opens('/provider');
  assert.match(own.text, /Saturday swim/);
  assert.doesNotMatch(own.text, /Other club/);
  for (const path of ['', '/edit/what', '/versions', '/closed', '/pictures'])
    assert.equal((await at(other).opens(`${swim}${path}`)).answer?.kind, 'not-found', path);
  assert.equal((await at(other).posts(`${swim}/closed`, { reason: 'No' })).answer?.kind, 'not-found');
  assert.equal((await at(null).opens('/provider')).denied, 'sign-in-as-provider');
  assert.equal((await at(officer).opens('/provider')).denied, 'sign-in-as-provider');
  assert.equal((await at(olu).opens('/practitioners/listings')).denied, 'sign-in-as-practitioner');
  const finance = await testPerson({ database, roles: ['finance-officer'] });
  assert.match((await at(finance).opens('/practitioners/listings')).denied, /short breaks officer/);
});

test('how to reach a provider is live at once; what was typed stays where it is wrong', async () => {
  const wrong = await edits(olu, `${swim}/edit/contact`, {
    phone: 'call me',
    email: 'new@otters.example.org',
    url: '',
  });
  assert.match(wrong.refusals[0]?.message ?? '', /telephone number/);
  assert.match(wrong.html, /value="call me"/);
  const saved = await edits(olu, `${swim}/edit/contact`, {
    phone: '01632 960 777',
    email: 'new@otters.example.org',
    url: 'www.otters.example.org',
  });
  assert.equal(saved.to, `${swim}?saved=live`);
  assert.deepEqual((await now('saturday-swim')).contact, {
    phone: '01632 960 777',
    email: 'new@otters.example.org',
    url: 'https://www.otters.example.org/',
  });
  assert.equal((await at(officer).opens(drafts)).text.includes('Nothing waits here any more'), true);
});

test('other words wait, field by field: one is accepted, one returned with its reason, and families read what was approved', async () => {
  const saved = await edits(
    olu,
    `${swim}/edit/what`,
    whatOf({ title: 'Sunday swim', summary: 'Best swim ever!!!' }),
  );
  assert.equal(saved.to, `${swim}?saved=waits`);
  assert.equal((await now('saturday-swim')).title, 'Saturday swim');
  const queue = await at(officer).opens('/practitioners/listings');
  assert.match(queue.text, /Sunday swim/);
  const toDos = await testVisit({ database, authority: council, person: officer }, toDosOfPractitioner);
  assert.deepEqual(
    toDos.map(({ href }) => href),
    ['/practitioners/listings'],
  );

  const page = await at(officer).opens(drafts);
  assert.match(page.text, /Saturday swim.*Sunday swim/s);
  const revision = await revisionOn(drafts);
  const bare = await at(officer).posts(drafts, { revision, 'verdict-summary': 'return' });
  assert.match(bare.refusals[0]?.message ?? '', /Say why it goes back/);
  const decided = await at(officer).posts(drafts, {
    revision,
    'verdict-title': 'accept',
    'verdict-summary': 'return',
    'reason-summary': 'Say what happens in the pool.',
  });
  assert.equal(decided.to, '/practitioners/listings?decided=saturday-swim');
  assert.deepEqual(
    decided.sent.map(({ kind, to }) => [kind, to]),
    [
      ['listing-approved', 'olu@otters.example.org'],
      ['listing-returned', 'olu@otters.example.org'],
    ],
  );
  assert.match(decided.sent[1]?.text ?? '', /Say what happens in the pool/);
  const { title, summary } = await now('saturday-swim');
  assert.deepEqual(
    [title, summary],
    ['Sunday swim', 'A quiet hour in warm water, with helpers in the pool.'],
  );

  const back = await at(olu).opens(`${swim}/edit/what`);
  assert.match(back.text, /Say what happens in the pool/);
  assert.match(back.html, /Best swim ever!!!/);
  const again = await edits(
    olu,
    `${swim}/edit/what`,
    whatOf({ title: 'Sunday swim', summary: 'Warm water and calm helpers.' }),
  );
  assert.equal(again.to, `${swim}?saved=waits`);
  assert.deepEqual(
    again.sent.map(({ kind, to }) => [kind, to]),
    [['listing-sent-again', officer.email]],
  );
  const accepted = await at(officer).posts(drafts, {
    revision: await revisionOn(drafts),
    everything: 'accept',
  });
  assert.match(accepted.to, /decided/);
  assert.equal((await now('saturday-swim')).summary, 'Warm water and calm helpers.');
});

test('a decision on a draft that changed meanwhile decides nothing', async () => {
  await edits(
    olu,
    `${swim}/edit/what`,
    whatOf({ title: 'Swim one', summary: 'Warm water and calm helpers.' }),
  );
  const revision = await revisionOn(drafts);
  await edits(
    olu,
    `${swim}/edit/what`,
    whatOf({ title: 'Swim two', summary: 'Warm water and calm helpers.' }),
  );
  const late = await at(officer).posts(drafts, { revision, 'verdict-title': 'accept' });
  assert.equal(late.refusals[0]?.code, 'changed-by-someone-else');
  assert.equal((await now('saturday-swim')).title, 'Sunday swim');
  await edits(
    olu,
    `${swim}/edit/what`,
    whatOf({ title: 'Sunday swim', summary: 'Warm water and calm helpers.' }),
  );
  assert.match((await at(officer).opens(drafts)).text, /Nothing waits/);
});

test('of two who edit at once the second is told what the first wrote, and nothing is lost', async () => {
  const first = await at(officer).opens(`${atDesk}/edit/what`);
  const second = await at(officer).opens(`${atDesk}/edit/what`);
  const summary = 'Warm water and calm helpers.';
  const one = await at(officer).posts(`${atDesk}/edit/what`, {
    base: baseOn(first),
    ...whatOf({ title: 'Swim A', summary }),
  });
  assert.equal(one.to, `${atDesk}?saved=live`);
  const clash = await at(officer).posts(`${atDesk}/edit/what`, {
    base: baseOn(second),
    ...whatOf({ title: 'Swim B', summary: 'Calm water.' }),
  });
  assert.equal(clash.refusals[0]?.code, 'changed-by-someone-else');
  assert.match(clash.text, /What somebody else wrote meanwhile.*Swim A/s);
  assert.match(clash.html, /value="Swim B"/);
  assert.equal((await now('saturday-swim')).title, 'Swim A');
  const after = await at(officer).posts(`${atDesk}/edit/what`, {
    base: baseOn(clash),
    ...whatOf({ title: 'Sunday swim', summary: 'Calm water.' }),
  });
  assert.match(after.to, /saved=live/);
  const apart = await at(officer).posts(`${atDesk}/edit/what`, {
    base: baseOn(first),
    ...whatOf({ title: 'Sunday swim', summary, description: 'The lights are low.' }),
  });
  assert.match(apart.to, /also=yes/);
  const listing = await now('saturday-swim');
  assert.deepEqual(
    [listing.title, listing.summary, listing.description],
    ['Sunday swim', 'Calm water.', 'The lights are low.'],
  );
});

test('every version is kept with its differences, and one can be put back as a new one', async () => {
  const page = await at(officer).opens(`${atDesk}/versions`);
  assert.match(page.text, /the directory’s own file/);
  assert.match(page.text, /What is different: /);
  const ids = [...page.html.matchAll(/name="version" value="([^"]+)"/g)].map(([, id]) => id ?? '');
  const first = ids.at(-1) ?? '';
  const count = (page.html.match(/daybreak-card__title/g) ?? []).length;
  const restored = await at(officer).posts(`${atDesk}/versions`, { version: first });
  assert.match(restored.to, /saved=live/);
  const { title, description, contact } = await now('saturday-swim');
  assert.deepEqual(
    [title, description, contact.phone],
    ['Saturday swim', 'Lights are low and the music is off.', '01632 960001'],
  );
  const after = await at(officer).opens(`${atDesk}/versions`);
  assert.equal((after.html.match(/daybreak-card__title/g) ?? []).length, count + 1);
});

test('closed for now and still right are there at once, with the day and who said it', async () => {
  await at(olu).posts(`${swim}/closed`, {
    reason: 'The pool is being repaired',
    'until-day': '5',
    'until-month': '12',
    'until-year': '2026',
  });
  const closed = await now('saturday-swim');
  assert.deepEqual(
    [closed.paused, closed.pausedUntil?.toString()],
    ['The pool is being repaired', '2026-12-05'],
  );
  const past = await at(olu).posts(`${swim}/closed`, {
    reason: 'x',
    'until-day': '5',
    'until-month': '1',
    'until-year': '2026',
  });
  assert.match(past.refusals[0]?.message ?? '', /today or later/);
  await at(olu).posts(`${swim}/closed`, { runs: 'again' });
  await at(olu).posts(`${swim}/still-right`);
  const open = await now('saturday-swim');
  assert.deepEqual(
    [open.paused, open.checkedOn.toString(), open.checkedBy],
    [null, '2026-11-24', 'the provider'],
  );
});

test('a listing is shown between its days, and taken out with a reason; its versions bring it back', async () => {
  await at(officer).posts(`${atDesk}/shown`, {
    'shownFrom-day': '1',
    'shownFrom-month': '12',
    'shownFrom-year': '2026',
  });
  const row = await inSystem((transaction) =>
    transaction
      .selectFrom('listings')
      .select('shown_from')
      .where('slug', '=', 'saturday-swim')
      .executeTakeFirstOrThrow(),
  );
  assert.equal(row.shown_from?.toString(), '2026-12-01');
  await at(officer).posts(`${atDesk}/edit/contact`, {
    base: baseOn(await at(officer).opens(`${atDesk}/edit/contact`)),
    phone: '01632 960 888',
  });
  const still = await inSystem((transaction) =>
    transaction
      .selectFrom('listings')
      .select('shown_from')
      .where('slug', '=', 'saturday-swim')
      .executeTakeFirstOrThrow(),
  );
  assert.equal(still.shown_from?.toString(), '2026-12-01');
  assert.match((await at(officer).posts(`${atDesk}/withdraw`, {})).refusals[0]?.message ?? '', /Say why/);
  await at(officer).posts(`${atDesk}/withdraw`, { reason: 'The club has closed' });
  const gone = await inSystem((transaction) =>
    openListing(transaction, { authorityId, slug: 'saturday-swim' }),
  );
  assert.ok(gone?.withdrawnAt);
  const refused = await edits(olu, `${swim}/edit/contact`, { phone: '01632 960 999' });
  assert.equal(refused.refusals[0]?.code, 'withdrawn');
  const versions = await at(officer).opens(`${atDesk}/versions`);
  const version = /name="version" value="([^"]+)"/.exec(versions.html)?.[1] ?? '';
  await at(officer).posts(`${atDesk}/versions`, { version });
  const back = await inSystem((transaction) =>
    openListing(transaction, { authorityId, slug: 'saturday-swim' }),
  );
  assert.equal(back?.withdrawnAt, null);
});

test('a new listing waits as a whole until it is finished, sent and approved', async () => {
  const begun = await at(olu).posts('/provider/listings/new', {
    title: 'Sunday paddle',
    summary: 'Paddling.',
    kinds: ['swimming'],
  });
  const slug = /listings\/(sunday-paddle-[0-9a-f]+)\?/.exec(begun.to)?.[1] ?? '';
  const base = `/provider/listings/${slug}`;
  assert.match((await at(olu).posts(`${base}/send`)).refusals[0]?.message ?? '', /Fill in “What it is”/);
  await edits(olu, `${base}/edit/what`, whatOf({ title: 'Sunday paddle', summary: 'Paddling.' }));
  await edits(olu, `${base}/edit/when`, {
    times: ['weekend'],
    days: ['sun'],
    from: '10:00',
    until: '11.30',
    whenNote: '',
    dates: '6/12/2026 10:00-11:30, 8 places',
  });
  await edits(olu, `${base}/edit/where`, { placeKind: 'area', area: 'Across Medway' });
  await edits(olu, `${base}/edit/cost`, { costKind: 'amount', pounds: '4.50', per: 'session', costNote: '' });
  await edits(olu, `${base}/edit/contact`, { phone: '01632 960 001', email: '', url: '' });
  await edits(olu, `${base}/edit/access`, { 'access-hoist': 'meets', 'access-makaton': 'does-not-meet' });
  assert.doesNotMatch((await at(officer).opens('/practitioners/listings')).text, /Sunday paddle/);
  assert.equal((await at(olu).posts(`${base}/send`)).to, `${base}?saved=sent`);
  const queue = await at(officer).opens('/practitioners/listings');
  assert.match(queue.text, /Sunday paddle/);
  const ticked = /value="(sunday-paddle-[^"]+)"/.exec(queue.html)?.[1] ?? '';
  const approved = await at(officer).posts('/practitioners/listings/approve', {
    draft: [ticked, 'saturday-swim@99'],
  });
  assert.equal(approved.to, '/practitioners/listings?approved=1&left=1');
  const listing = await now(slug);
  assert.deepEqual(
    [listing.cost, listing.access, listing.dates.length, listing.provider],
    [
      { kind: 'amount', pence: 450, per: 'session', note: null },
      { hoist: 'meets', makaton: 'does-not-meet' },
      1,
      'Medway Otters',
    ],
  );
});

test('nobody approves or edits for a provider that they write for themselves', async () => {
  const both = await testPerson({
    database,
    name: 'Ann Other',
    email: 'ANN@other.example.org',
    roles: ['commissioner'],
  });
  await edits(other, '/provider/listings/other-club/edit/what', whatOf({ title: 'Another club' }));
  const address = '/practitioners/listings/drafts/other-club';
  const page = await at(both).opens(address);
  assert.match(page.text, /You write for Other Club yourself/);
  const revision = await revisionOn(address);
  assert.equal(
    (await at(both).posts(address, { revision, everything: 'accept' })).refusals[0]?.code,
    'own-provider',
  );
  const many = await at(both).posts('/practitioners/listings/approve', { draft: [`other-club@${revision}`] });
  assert.match(many.to, /approved=0&left=1/);
  const direct = await edits(
    both,
    '/practitioners/listings/listing/other-club/edit/what',
    whatOf({ title: 'Mine' }),
  );
  assert.equal(direct.refusals[0]?.code, 'own-provider');
  const checked = await at(both).posts('/practitioners/listings/listing/other-club/still-right', {});
  assert.equal(checked.refusals[0]?.code, 'own-provider', 'nor says for the council that it was checked');
  const vouching = { authority: council, by: 'the council', personId: both.id, at: testNow };
  const vouched = (slug: string) =>
    database.transaction({ authorityId, standing: 'practitioner', personId: both.id }, (transaction) =>
      confirmStillRight(transaction, { ...vouching, slug }),
    );
  assert.deepEqual([await vouched('other-club'), await vouched('saturday-swim')], [false, true]);
  assert.match((await at(officer).posts(address, { revision, everything: 'accept' })).to, /decided/);
});

test('a picture is drawn anew, seen by nobody else until it is approved; a bomb and a letter are refused', async () => {
  const file = async (width: number, height: number) => ({
    field: 'file',
    name: 'door.png',
    bytes: await sharp({ create: { width, height, channels: 3, background: '#123456' } })
      .png()
      .toBuffer(),
    tooBig: false,
  });
  const pictures = '/provider/listings/other-club/pictures';
  const bomb = await at(other).posts(pictures, { words: 'A bomb' }, [await file(20_000, 10_000)]);
  assert.equal(bomb.refusals[0]?.code, 'image-too-large');
  const wordless = await at(other).posts(pictures, { words: '' }, [await file(8, 8)]);
  assert.match(wordless.refusals[0]?.message ?? '', /Say what the picture shows/);
  const added = await at(other).posts(pictures, { words: 'The front door' }, [await file(40, 30)]);
  assert.match(added.to, /saved=picture/);
  const address = /src="(\/pictures\/[^"]+)"/.exec((await at(other).opens(pictures)).html)?.[1] ?? '';
  assert.equal((await at(null).opens(address)).answer?.kind, 'not-found');
  assert.equal((await at(olu).opens(address)).answer?.kind, 'not-found');
  assert.equal((await at(other).opens(address)).answer?.kind, 'download');
  const draft = '/practitioners/listings/drafts/other-club';
  await at(officer).posts(draft, { revision: await revisionOn(draft), everything: 'accept' });
  assert.equal((await at(null).opens(address)).answer?.kind, 'open');
  assert.deepEqual((await now('other-club')).told.pictures, [{ file: address, words: 'The front door' }]);

  // Taken out, it is not to be had by its address either; withdrawn with its listing as little.
  const atDeskOf = '/practitioners/listings/listing/other-club';
  const shown = async () => (await at(null).opens(address)).answer?.kind;
  await at(officer).posts(`${atDeskOf}/pictures/remove`, { picture: address });
  assert.equal(await shown(), 'not-found');
  assert.equal((await at(other).opens(address)).answer?.kind, 'download');
  const version = /name="version" value="([^"]+)"/.exec(
    (await at(officer).opens(`${atDeskOf}/versions`)).html,
  );
  await at(officer).posts(`${atDeskOf}/versions`, { version: version?.[1] ?? '' });
  assert.equal(await shown(), 'open');
  await at(officer).posts(`${atDeskOf}/withdraw`, { reason: 'It has closed' });
  assert.equal(await shown(), 'not-found');
  await at(officer).posts(`${atDeskOf}/versions`, { version: version?.[1] ?? '' });
  assert.equal(await shown(), 'open');
});

test('staff invite somebody by an email, and end it', async () => {
  const page = '/practitioners/listings/providers';
  const invited = await at(officer).posts(page, {
    provider: 'other-club',
    name: 'Sam Moss',
    email: 'sam@other.example.org',
  });
  assert.deepEqual(
    invited.sent.map(({ kind, to }) => [kind, to]),
    [['listing-invitation', 'sam@other.example.org']],
  );
  const listed = await at(officer).opens(page);
  assert.match(listed.text, /Sam Moss/);
  const who = /value="(other-club@[^"]+)"[^>]*>\s*Remove<span[^>]*> Sam Moss/.exec(listed.html)?.[1] ?? '';
  assert.equal((await at(officer).posts(`${page}/remove`, { who })).to, `${page}?done=removed`);
  const sam = await inSystem((transaction) =>
    transaction
      .selectFrom('people')
      .select('disabled_at')
      .where('email', '=', 'sam@other.example.org')
      .executeTakeFirstOrThrow(),
  );
  assert.notEqual(sam.disabled_at, null);
});

test('what comes from an import waits with where it came from, as a whole or as what is different', async () => {
  const feed = {
    kind: 'feed',
    publisher: 'Kent',
    address: 'https://example.org/feed',
    theirId: '7',
  } as const;
  const by = { personId: null, words: 'Kent’s feed' };
  const propose = (listing: Listing) =>
    inSystem((transaction) => proposeListing(transaction, { authorityId, at: testNow, listing, by }));
  assert.equal(await propose(aListing({ slug: 'from-kent', provenance: feed })), 'new');
  assert.equal(await propose(await now('other-club')), 'nothing-new');
  assert.equal(await propose({ ...(await now('other-club')), title: 'From the feed' }), 'changes');
  const queue = await at(officer).opens('/practitioners/listings');
  assert.match(queue.text, /from an import/);
  const draft = '/practitioners/listings/drafts/from-kent';
  await at(officer).posts(draft, { revision: await revisionOn(draft), 'verdict-listing': 'accept' });
  assert.deepEqual((await now('from-kent')).provenance, feed);
});

test('still right by a link that nobody is signed in for is a version too; of a listing that is gone it is false', async () => {
  const confirm = (slug: string) =>
    database.transaction({ authorityId, standing: 'public' }, (transaction) =>
      confirmStillRight(transaction, {
        authority: council,
        slug,
        by: 'the provider',
        personId: null,
        at: Temporal.Instant.from('2026-12-03T10:00:00Z'),
      }),
    );
  assert.equal(await confirm('from-kent'), true);
  assert.equal((await now('from-kent')).checkedOn.toString(), '2026-12-03');
  assert.match(
    (await at(officer).opens('/practitioners/listings/listing/from-kent/versions')).text,
    /Still right/,
  );
  assert.equal(await confirm('nowhere'), false);
});

test('families see at once when it is, when it is closed, and that it is gone: sessions follow each change here', async () => {
  const day = clock.today();
  await put({ slug: 'drum-circle', title: 'Drum circle', when: { ...aListing().when, note: null } });
  const here = '/practitioners/listings/listing/drum-circle';
  const sessions = async () => {
    const span = { from: day, until: day.add({ months: 3 }) };
    const all = await inSystem((transaction) =>
      sessionsOf(transaction, { authorityId, slug: 'drum-circle', ...span }),
    );
    return all.map(({ isCancelled, startsAt }) =>
      isCancelled ? 'cancelled' : startsAt.toZonedDateTimeISO('Europe/London').toPlainTime().toString(),
    );
  };
  assert.deepEqual(await sessions(), []);

  const saved = await edits(officer, `${here}/edit/when`, {
    times: ['weekend'],
    days: ['sat'],
    from: '14:00',
    until: '15:00',
    whenNote: '',
    season: 'all-year',
  });
  assert.deepEqual(saved.refusals, []);
  assert.deepEqual([...new Set(await sessions())], ['14:00:00']);

  await at(officer).posts(`${here}/closed`, { reason: 'The pool is being mended' });
  assert.deepEqual([...new Set(await sessions())], ['cancelled']);
  await at(officer).posts(`${here}/closed`, { runs: 'again' });
  assert.deepEqual([...new Set(await sessions())], ['14:00:00']);

  const inAMonth = day.add({ months: 1 });
  await at(officer).posts(`${here}/shown`, {
    'shownFrom-day': String(inAMonth.day),
    'shownFrom-month': String(inAMonth.month),
    'shownFrom-year': String(inAMonth.year),
  });
  assert.deepEqual(await sessions(), [], 'what nobody sees yet has no sessions');
  await at(officer).posts(`${here}/shown`, {});
  assert.deepEqual([...new Set(await sessions())], ['14:00:00']);

  await at(officer).posts(`${here}/withdraw`, { reason: 'It is no more' });
  assert.deepEqual(await sessions(), []);
});
