import assert from 'node:assert/strict';
import { everyEquipment, journeys } from './journey.ts';
import type { Visitor } from './visitor.ts';

/** The number before "short breaks" in the heading of the results. */
async function countOf(visitor: Visitor): Promise<number> {
  const words = await visitor.page.locator('#results').innerText();
  return Number(/^(\d+) short break/.exec(words)?.[1] ?? 0);
}

async function titlesOf(visitor: Visitor): Promise<readonly string[]> {
  return visitor.page.locator('.daybreak-result__title').allInnerTexts();
}

/** Where the screen is narrow, and within the form, questions stand folded until somebody unfolds them. */
async function unfolds(visitor: Visitor, words: string): Promise<void> {
  const fold = visitor.page
    .locator('details', { has: visitor.page.locator('summary', { hasText: words }) })
    .last();
  const summary = fold.locator('> summary');
  if ((await fold.getAttribute('open')) === null && (await summary.isVisible())) await summary.click();
}

journeys('Finding a short break', {}, (journey) => {
  journey(
    'a search in words, narrowed down, and loosened again',
    async (visitor) => {
      await visitor.opens('/find');
      await visitor.screenshot('find');
      const all = await countOf(visitor);
      assert.ok(all > 12, `${all} listings are more than a page`);
      await visitor.types({ 'What are you looking for?': 'swimming' });
      await visitor.presses('Search');
      const swimming = await countOf(visitor);
      assert.ok(swimming > 0 && swimming < all, `${swimming} of ${all} listings are about swimming`);
      await visitor.sees('Best match first');
      await unfolds(visitor, 'Narrow it down');
      await visitor.chooses('Weekends', { of: 'When?' });
      await visitor.types({ 'How old is your child?': 9 });
      await visitor.presses('Show what fits');
      assert.match(visitor.path, /q=swimming.*age=9.*when=weekend/);
      const narrowed = await countOf(visitor);
      assert.ok(narrowed > 0 && narrowed <= swimming, `${narrowed} of ${swimming} fit`);
      await visitor.screenshot('find-narrowed');
      await visitor.follows('Take off: Age 9');
      assert.doesNotMatch(visitor.path, /age=/);
      await visitor.follows('Take off: Weekends');
      assert.equal(await countOf(visitor), swimming);
    },
    everyEquipment,
  );

  journey('a slip of spelling is read as the word that was meant', async (visitor) => {
    await visitor.opens('/find?q=swimming');
    const [count, titles] = [await countOf(visitor), await titlesOf(visitor)];
    await visitor.opens('/find?q=swiming');
    await visitor.sees('We found nothing for “swiming”, so we looked for swimming.');
    assert.deepEqual([await countOf(visitor), await titlesOf(visitor)], [count, titles]);
  });

  journey('with a postcode, what is near comes first', async (visitor) => {
    await visitor.opens('/find');
    await visitor.types({ 'Your postcode': 'me7 1hf' });
    await visitor.presses('Search');
    await visitor.sees('Nearest first', 'Distances are in a straight line');
    const distances = await visitor.page.locator('.daybreak-result__facts strong').allInnerTexts();
    const miles = distances.map((words) => Number(/(\d+(\.\d+)?) mile/.exec(words)?.[1] ?? 0));
    assert.ok(miles.length > 3, `${miles.length} distances are shown`);
    assert.deepEqual(
      miles,
      miles.toSorted((a, b) => a - b),
    );
    await visitor.screenshot('find-near');
  });

  journey(
    'a postcode that cannot be one is said beside its field, and the search still answers',
    async (visitor) => {
      await visitor.opens('/find?postcode=nonsense');
      await visitor.sees('We could not use the postcode.');
      assert.ok((await countOf(visitor)) > 12);
    },
  );

  journey('when nothing fits, it says what to let go of', async (visitor) => {
    await visitor.opens('/find?q=swimming&age=9&kind=overnight&when=school-day&tier=universal&need=deaf');
    await visitor.sees('Nothing fits all of that', 'Ask us to look with you', '01632 960100');
    await visitor.screenshot('find-nothing');
    await visitor.follows('See everything there is');
    assert.equal(visitor.path, '/find');
  });

  journey('every page of the results, by their links', async (visitor) => {
    await visitor.opens('/find?order=name');
    const all = await countOf(visitor);
    const seen = [...(await titlesOf(visitor))];
    const next = () => visitor.page.locator('.govuk-pagination__next a');
    for (let turns = 0; turns < 20 && (await next().count()) > 0; turns++) {
      await visitor.follows((await next().innerText()).replace(/\s+/g, ' ').trim());
      seen.push(...(await titlesOf(visitor)));
    }
    assert.equal(seen.length, all);
    assert.equal(new Set(seen).size, all);
  });

  journey(
    'a listing, and back to the search that found it',
    async (visitor) => {
      await visitor.opens('/find?q=swimming&postcode=ME7+1HF');
      const [first = ''] = await titlesOf(visitor);
      await visitor.follows(first);
      await visitor.seesHeading(first);
      await visitor.sees('Can the short breaks grant pay?', 'Where these facts come from');
      await visitor.screenshot('listing');
      const back = visitor.page.locator('a[href^="/find?"]').first();
      assert.equal(await back.getAttribute('href'), '/find?q=swimming&postcode=ME7+1HF');
    },
    everyEquipment,
  );

  journey('a listing that never was', async (visitor) => {
    await visitor.opens('/find/no-such-listing', { status: 404 });
    await visitor.seesHeading('Page not found');
  });
});
