import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, test } from 'node:test';
import { type Listing, type Need, readOffer } from '#offer/directory/index.ts';
import { loadAuthorities } from '#platform/authorities/index.ts';
import type { Feature } from './domain/features.ts';

const authorities = loadAuthorities(path.join(import.meta.dirname, '../../../authorities'));
const offers = authorities.map(({ slug, name, folder, localities }) => ({
  slug,
  name,
  listings: readOffer(path.join(folder, 'offer'), {
    authorityName: name,
    localities: localities.map((locality) => locality.name),
  }).listings,
}));
const all = offers.flatMap(({ listings }) => listings);
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** What a listing that says it can help with a need must not deny. */
const promised: Readonly<Partial<Record<Need, readonly Feature[]>>> = {
  wheelchair: ['step-free'],
  epilepsy: ['epilepsy'],
  'personal-care': ['personal-care'],
  'complex-health': ['medication'],
  behaviour: ['behaviour-support'],
  'sensory-vision': ['vision-support'],
  'sensory-hearing': ['bsl', 'hearing-loop'],
};

/** Words of a description that say a feature is there. */
const described: readonly (readonly [RegExp, Feature])[] = [
  [/\bhoist\b/i, 'hoist'],
  [/changing place\b/i, 'changing-place'],
  [/quiet (room|tent|table|end)|calm corner|dark den/i, 'quiet-space'],
  [/sensory room/i, 'sensory-room'],
  [/picture plan|photo plan|picture timetable|picture story/i, 'picture-plan'],
  [/there is no music|music is off|no music/i, 'no-sudden-noise'],
  [/\bsign language\b/i, 'bsl'],
];

describe('what the listings of the five councils say of features', () => {
  test('fits what they say they can help with', () => {
    for (const { slug, needs, access } of all)
      for (const need of needs)
        for (const feature of promised[need] ?? [])
          assert.notEqual(access[feature], 'does-not-meet', `${slug}: ${need} and ${feature}`);
  });

  test('fits their own description', () => {
    let found = 0;
    for (const { slug, summary, description, access } of all)
      for (const [words, feature] of described)
        if (words.test(`${summary} ${description}`)) {
          found += 1;
          const isSaid =
            feature === 'no-sudden-noise' ? access[feature] !== undefined : access[feature] === 'meets';
          assert.ok(isSaid, `${slug}: ${feature} is ${access[feature]}`);
        }
    assert.ok(found > 30, `${found}`);
  });

  test('fits their staffing: who offers one to one does not deny it, and who offers it has the staff', () => {
    for (const { slug, ratios, access } of all) {
      const hasOneToOne = ratios.includes('1:1') || ratios.includes('2:1');
      if (hasOneToOne) assert.notEqual(access['one-to-one'], 'does-not-meet', slug);
      if (access['one-to-one'] === 'meets' && ratios.length > 0) assert.ok(hasOneToOne, slug);
    }
  });

  test('is told for every short break that has a place, in more than one way', () => {
    const silent = all.filter(({ access, place }) => place.kind === 'at' && Object.keys(access).length === 0);
    assert.deepEqual(
      silent.map(({ slug }) => slug),
      [],
    );
    const said = (answer: string) =>
      all.filter(({ access }) => Object.values(access).some((one) => one === answer)).length;
    for (const answer of ['meets', 'ask', 'does-not-meet']) assert.ok(said(answer) > all.length / 2, answer);
  });

  test('is never passed off as a document’s: what was made up is named', () => {
    const made = (listing: Listing) => [
      ...(Object.keys(listing.access).length > 0 ? ['access'] : []),
      ...(listing.transport !== null ? ['transport'] : []),
      ...(listing.languages.length > 0 ? ['languages'] : []),
      ...(listing.runs.season !== null ? ['runs'] : []),
      ...(listing.dates.length > 0 ? ['dates'] : []),
      ...(listing.otherPlaces.length > 0 ? ['other-places'] : []),
      ...(listing.told.session !== null ? ['told'] : []),
      ...(listing.checkedBy !== null ? ['checked-by'] : []),
    ];
    for (const listing of all.filter(({ provenance }) => provenance.kind === 'document'))
      for (const field of made(listing))
        assert.ok(listing.demonstrationFields.includes(field), `${listing.slug}: ${field}`);
  });
});

describe('what a visit is like', () => {
  const told = all.filter((listing) => listing.told.session !== null);

  test('is told for at least a dozen of Medway’s, with a sensory story, staff and Easy Read', () => {
    const medway = offers.find(({ slug }) => slug === 'medway')?.listings ?? [];
    assert.ok(medway.filter((listing) => listing.told.session !== null).length >= 12);
    for (const { slug, told: story } of told) {
      assert.ok(story.sensoryStory.length >= 4, slug);
      assert.ok(story.easyRead.length >= 3, slug);
      assert.ok(story.staff !== null, slug);
    }
  });

  test('is told in short sentences', () => {
    for (const { slug, told: story } of told) {
      for (const sentence of story.easyRead.flatMap((one) => one.split(/(?<=[.!?]) /)))
        assert.ok(sentence.split(' ').length <= 12, `${slug}: ${sentence}`);
      for (const sentence of story.sensoryStory.flatMap((one) => one.split(/(?<=[.!?]) /)))
        assert.ok(sentence.split(' ').length <= 15, `${slug}: ${sentence}`);
    }
  });

  test('fits the features: a klaxon or a crash is no place without sudden noise', () => {
    const loud = told.filter(({ told: { sensoryStory } }) =>
      sensoryStory.some((one) => /klaxon sounds|crash|is loud and sudden/i.test(one)),
    );
    assert.ok(loud.length >= 2);
    const sure = loud.filter(
      ({ told: { sensoryStory } }) => !sensoryStory.some((one) => /no klaxon/.test(one)),
    );
    for (const { slug, access } of sure) assert.equal(access['no-sudden-noise'], 'does-not-meet', slug);
  });
});

test('dated runs are on the days of the week that the listing names, and there are some in each season', () => {
  const dated = all.filter(({ dates }) => dates.length > 0);
  assert.ok(dated.length >= 15, `${dated.length}`);
  for (const { slug, dates, when } of dated)
    for (const { on } of dates)
      if (when.days.length > 0)
        assert.ok(
          when.days.some((day) => weekdays.indexOf(day) === on.dayOfWeek - 1),
          `${slug}: ${on.toString()}`,
        );
  const years = new Set(dated.flatMap(({ dates }) => dates.map(({ on }) => on.year)));
  assert.deepEqual([...years].sort(), [2026, 2027]);
});
