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

/** Ticks a box of the filters, whose words end with how many short breaks it would give. */
async function ticks(visitor: Visitor, group: string, words: string): Promise<void> {
  const boxes = visitor.page.getByRole('group', { name: group, exact: true });
  await boxes.getByLabel(new RegExp(`^\\s*${RegExp.escape(words)}\\s+\\(\\d+\\)\\s*$`)).check();
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
      await unfolds(visitor, 'When?');
      await ticks(visitor, 'Kind of time', 'Weekends');
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
    await visitor.types({ 'Your postcode or town': 'me7 1hf' });
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
      await visitor.sees('We could not use the postcode or town.');
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

  journey(
    'days, a feature and a price, with a slip in each that is said kindly',
    async (visitor) => {
      await visitor.opens('/find');
      await unfolds(visitor, 'Narrow it down');
      await unfolds(visitor, 'What must be there?');
      await unfolds(visitor, 'Moving and getting in');
      await ticks(visitor, 'Moving and getting in', 'No steps on the way in');
      await unfolds(visitor, 'When?');
      const first = visitor.page.getByRole('group', { name: 'First day', exact: true });
      await first.getByLabel('Day').fill('31');
      await first.getByLabel('Month').fill('February');
      await unfolds(visitor, 'What may it cost?');
      await visitor.types({ 'Up to': 'a fiver' });
      await visitor.presses('Show what fits');
      await visitor.sees('The first day must be a real date', 'Enter an amount in pounds, like 5 or 7.50');
      await visitor.screenshot('find-slips');
      if (await visitor.page.locator('.daybreak-narrow__summary').isVisible())
        await unfolds(visitor, 'Narrow it down');
      await first.getByLabel('Day').fill('6');
      await first.getByLabel('Month').fill('March');
      await visitor.types({ 'Up to': 10 });
      await visitor.presses('Show what fits');
      await visitor.sees('No steps on the way in', 'Up to £10', 'Keep this search');
      assert.ok((await countOf(visitor)) > 0);
      const kept = visitor.page.getByRole('link', { name: 'The link to this search' });
      const address = (await kept.getAttribute('href')) ?? '';
      assert.match(address, /^\/find\?access=step-free&from=20\d\d-03-06&upto=10$/);
      const count = await countOf(visitor);
      await visitor.opens(address);
      assert.equal(await countOf(visitor), count);
    },
    everyEquipment,
  );

  journey('a search, a filter and a listing, by the keyboard alone', async (visitor) => {
    const { page } = visitor;
    await visitor.opens('/find');
    await visitor.tabsTo(page.getByLabel('What are you looking for?'));
    await page.keyboard.type('swimming');
    await visitor.comesBy(() => page.keyboard.press('Enter'));
    const before = await countOf(visitor);
    const narrow = page.locator('.daybreak-narrow__summary');
    if (await narrow.isVisible()) {
      await visitor.tabsTo(narrow);
      await page.keyboard.press('Enter');
    }
    await visitor.tabsTo(page.locator('summary', { hasText: 'What help does your child need?' }));
    await page.keyboard.press('Enter');
    await visitor.tabsTo(page.locator('input[name="need"][value="autism"]'));
    await page.keyboard.press('Space');
    await visitor.comesBy(() => page.keyboard.press('Enter'));
    await visitor.sees('Autism');
    assert.ok((await countOf(visitor)) <= before);
    await visitor.tabsTo(page.locator('.daybreak-result__title a').first());
    await visitor.comesBy(() => page.keyboard.press('Enter'));
    assert.match(visitor.path, /^\/find\/[a-z0-9-]+\?q=swimming&need=autism$/);
  });

  journey(
    'the map beside the list, by the keyboard alone',
    async (visitor) => {
      const { page } = visitor;
      await visitor.opens('/find?postcode=ME7+1HF');
      await visitor.tabsTo(page.getByRole('button', { name: 'Show on a map' }));
      await page.keyboard.press('Enter');
      const map = page.getByRole('region', { name: 'Map of the short breaks on this page' });
      const marker = map.getByRole('button', { name: /^\d+: / }).first();
      await marker.waitFor();
      await visitor.sees('Hide the map', 'Source: Office for National Statistics');
      await visitor.screenshot('find-map');
      await visitor.tabsTo(marker);
      const name = (await marker.getAttribute('aria-label')) ?? '';
      await page.keyboard.press('Enter');
      const first = map.locator('.daybreak-map__list a').first();
      await first.waitFor();
      assert.ok(
        await first.evaluate((one) => one === one.ownerDocument.activeElement),
        'the focus is in what opened',
      );
      assert.ok(name.includes((await first.innerText()).replace(/^\d+\. /, '')));
      await page.keyboard.press('Escape');
      assert.ok(await marker.evaluate((one) => one === one.ownerDocument.activeElement), 'the focus is back');
      await page.keyboard.press('Enter');
      await first.waitFor();
      await visitor.comesBy(() => page.keyboard.press('Enter'));
      assert.match(visitor.path, /^\/find\/[a-z0-9-]+\?postcode=ME7\+1HF$/);
    },
    [
      { hasScript: true, width: 1280 },
      { hasScript: true, width: 320 },
    ],
  );

  journey(
    'without script there is neither a map nor a button for the place, and nothing is missing',
    async (visitor) => {
      await visitor.opens('/find');
      assert.equal(await visitor.page.locator('[data-map], [data-location]').count(), 2);
      assert.equal(await visitor.page.locator('[data-map]:visible, [data-location]:visible').count(), 0);
      assert.ok((await titlesOf(visitor)).length > 5);
    },
    [{ hasScript: false, width: 320 }],
  );

  journey(
    'where one is, to about a kilometre and only in the address',
    async (visitor) => {
      const { page } = visitor;
      await page.context().grantPermissions(['geolocation']);
      await page.context().setGeolocation({ latitude: 51.38764, longitude: 0.54321 });
      await visitor.opens('/find');
      await visitor.comesBy(() => page.getByRole('button', { name: 'Use where I am now' }).click());
      assert.equal(new URL(page.url()).searchParams.get('near'), '51.39,0.54');
      await visitor.sees('Nearest first', 'Near where you are');
      assert.equal((await page.context().cookies()).length, 0);
      await visitor.follows('Take off: Near where you are');
      assert.equal(visitor.path, '/find');
    },
    [{ hasScript: true, width: 1280 }],
  );

  journey('what was looked for in vain, and the word that was missing', async (visitor, scene) => {
    const family = await scene.visitor();
    await family.opens('/find?q=zeppelin&kind=animals&need=complex-health&when=overnight&free=yes');
    await family.sees('Nothing fits all of that');
    await visitor.signsInAs('Helen Marsh');
    await visitor.opens('/practitioners/listings/unmet');
    await visitor.sees('Complex health needs', 'fewer than 5');
    await visitor.screenshot('unmet');
    await visitor.follows('add what they mean');
    await visitor.types({ 'What families type': 'zeppelin', 'What the directory calls it': 'riding' });
    await visitor.presses('Save');
    await visitor.sees('“zeppelin” is changed.');
    await visitor.screenshot('synonyms');
    await family.opens('/find?q=zeppelin');
    assert.ok((await countOf(family)) > 0);
  });
});
