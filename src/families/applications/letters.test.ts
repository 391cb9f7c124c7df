// The letters of an application: true files, and everything that is none.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Database } from '#platform/database/index.ts';
import { aPdf, aPhotoWithPlace } from '#platform/files/examples.ts';
import { testDatabase } from '../../../test/database.ts';
import { testFiles } from '../../../test/files.ts';
import { testPerson } from '../../../test/visit.ts';
import { aLetter, filledSteps } from './examples.ts';
import { Applicant, heldOf } from './test/applying.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

/** A family that comes to the page of the letters, with both letters to show. */
async function atLetters() {
  const family = new Applicant({ database, person: await testPerson({ database }) });
  const address = await family.starts();
  await family.fills(address);
  return { family, address, page: `${address}/letters` };
}

const aProgram = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300, 1)]);

test('a PDF and a photo are kept, sealed, and the photo tells no longer where it was taken', async () => {
  const { family, page } = await atLetters();
  const photo = await aPhotoWithPlace();
  assert.ok(photo.includes('SecretCamera'), 'the photo tells something to begin with');
  const { to, refusals } = await family.posts(page, {}, [
    aLetter('benefit', 'award.pdf'),
    { field: 'diagnosis', name: 'IMG_1.JPG', bytes: photo, tooBig: false },
  ]);
  assert.deepEqual(refusals, []);
  assert.match(to, /\/check$/);
  const { files } = await heldOf(database, family.person);
  assert.deepEqual(files.map(({ name, media_type }) => [name, media_type]).sort(), [
    ['IMG_1.jpg', 'image/jpeg'],
    ['award.pdf', 'application/pdf'],
  ]);
  for (const file of files) {
    const read = await testFiles().read(file.id);
    assert.ok(read.ok);
    if (file.media_type === 'application/pdf') assert.deepEqual(Buffer.from(read.value), aPdf());
    else assert.ok(!read.value.includes('SecretCamera'));
  }
  const { html } = await family.opens(page);
  assert.match(html, /award\.pdf \(DLA or PIP letter\)/);
  assert.match(html, /IMG_1\.jpg \(letter that says what was diagnosed\)/);
});

for (const [what, bytes, tooBig, sentence] of [
  ['a program that is called a PDF', aProgram, false, /“letter\.pdf” must be a PDF, or a photo/],
  ['an empty file', Buffer.alloc(0), false, /“letter\.pdf” is empty/],
  ['a file over the limit', Buffer.alloc(0), true, /“letter\.pdf” must be smaller than 10MB/],
  ['a file just over the limit', Buffer.alloc(10 * 1024 * 1024 + 1, 1), false, /smaller than 10MB/],
] as const) {
  test(`${what} is refused by its name, and the letter beside it is not kept either`, async () => {
    const { family, page } = await atLetters();
    const { refusals, html } = await family.posts(page, { later: 'yes' }, [
      aLetter('benefit', 'good.pdf'),
      { field: 'diagnosis', name: 'letter.pdf', bytes, tooBig },
    ]);
    assert.deepEqual(
      refusals.map(({ field }) => field),
      ['diagnosis'],
    );
    assert.match(refusals[0]?.message ?? '', sentence);
    assert.match(html, /href="#diagnosis"/);
    assert.match(html, /name="later"[^>]*checked/, 'the promise that was ticked stays ticked');
    const { files, applications } = await heldOf(database, family.person);
    assert.deepEqual(files, []);
    assert.ok(!JSON.stringify(applications[0]?.answers).includes('good.pdf'));
  });
}

test('a letter of several pages is as many files, and a file can be taken out again', async () => {
  const { family, page, address } = await atLetters();
  await family.posts(page, {}, [aLetter('benefit', 'page 1.pdf'), aLetter('benefit', 'page 2.pdf')]);
  const first = (await heldOf(database, family.person)).files.find(({ name }) => name === 'page 1.pdf');
  await family.posts(page, { remove: [first?.id ?? ''] });
  const { html } = await family.opens(`${address}/check`);
  assert.ok(!html.includes('page 1.pdf'));
  assert.ok(html.includes('page 2.pdf'));
  const nothing = await family.posts(page, {
    remove: (await heldOf(database, family.person)).files.map(({ id }) => id),
  });
  assert.match(nothing.refusals[0]?.message ?? '', /Choose a file/, 'the last one cannot simply go');
});

test('no more files than an officer can read', async () => {
  const { family, page } = await atLetters();
  const many = (count: number) => Array.from({ length: count }, () => aLetter('benefit'));
  assert.deepEqual((await family.posts(page, {}, many(20))).refusals, []);
  const { refusals } = await family.posts(page, {}, many(1));
  assert.match(refusals[0]?.message ?? '', /no more than 20 files/);
  assert.equal((await heldOf(database, family.person)).files.length, 20);
});

test('the family’s file cannot be named by another family, nor counted as its own', async () => {
  const { family, page } = await atLetters();
  await family.posts(page, {}, [aLetter('benefit', 'mine.pdf')]);
  const [file] = (await heldOf(database, family.person)).files;
  const stranger = await atLetters();
  await stranger.family.posts(stranger.page, { remove: [file?.id ?? ''], later: 'yes' });
  assert.match((await family.opens(page)).html, /mine\.pdf/);
  assert.ok(!(await stranger.family.opens(stranger.page)).html.includes('mine.pdf'));
});

test('a letter about what was taken back is shown no more, and is no evidence', async () => {
  const { family, page, address } = await atLetters();
  await family.posts(page, {}, [aLetter('diagnosis', 'clinic.pdf')]);
  const { to } = await family.posts(`${address}/disability`, { hasDiagnosis: 'no' });
  assert.equal(to, page, 'the DLA letter is asked for, since nothing that was handed in shows it');
  assert.ok(!(await family.opens(page)).html.includes('clinic.pdf'));
  await family.posts(page, {}, [aLetter('benefit', 'dla.pdf')]);
  await family.sends(address);
  const { evidence } = await heldOf(database, family.person);
  assert.deepEqual(
    evidence.map(({ kind }) => kind),
    ['dla-letter'],
  );
});

test('a family without DLA, PIP or a diagnosis is not asked for letters', async () => {
  const family = new Applicant({ database, person: await testPerson({ database }) });
  const address = await family.starts();
  const { letters: _, ...steps } = filledSteps({
    disability: { hasDiagnosis: 'no' },
    benefit: { which: 'none' },
  });
  let last = '';
  for (const [slug, form] of Object.entries(steps))
    last = (await family.posts(`${address}/${slug}`, form)).to;
  assert.equal(last, `${address}/check`);
  assert.ok(!(await family.opens(address)).html.includes('/letters'));
  assert.equal((await family.sends(address)).to, `${address}/sent`);
  assert.deepEqual((await heldOf(database, family.person)).evidence, []);
});

test('a DLA letter that is promised is evidence of what it says, without a file', async () => {
  const family = new Applicant({ database, person: await testPerson({ database }) });
  await family.applies();
  const { evidence } = await heldOf(database, family.person);
  assert.deepEqual(
    evidence.map(({ kind, dla_care, file_id }) => [kind, dla_care, file_id]),
    [['dla-letter', 'highest', null]],
  );
});
