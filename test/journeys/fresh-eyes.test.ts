// Every public page as somebody meets it who hears it, and the way from the first page to a list on paper by somebody
// who uses no mouse.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { type Equipment, journeys } from './journey.ts';

const wide: Equipment = { hasScript: true, width: 1280 };
const two = 'id=sensory-swim&id=saturday-explorers';

/**
 * Every page that anybody may read, and what its title begins with where that is not its first heading. A search says
 * before that how many it found.
 */
const pages: Readonly<Record<string, string | null>> = {
  '/': 'Home',
  '/find': null,
  '/find?q=swimming&postcode=ME7+1HF&age=9': null,
  '/find?q=swimming&kind=overnight&when=school-day&need=deaf': 'Nothing fits all of that',
  '/find/sensory-swim': null,
  '/find/sensory-swim/easy-read': null,
  '/find/sensory-swim/comment': null,
  '/find/sensory-swim/problem': null,
  '/describe-your-child': null,
  '/shortlist': null,
  [`/shortlist?${two}`]: null,
  '/shortlist/keep?id=sensory-swim': null,
  '/compare': null,
  [`/compare?${two}`]: null,
  '/comments': null,
  '/comments/new': null,
  // The title stands in the history of a browser that others may use, so it says nothing of how life is.
  '/find-your-way': 'Find your way',
  '/find-your-way?now=danger': 'Find your way',
  '/statement': null,
  '/statement/today': null,
  '/statement/versions/1': null,
  '/statement/versions/1/easy-read': null,
  '/statement/versions/1/large-print': null,
  '/statement/consultation': null,
  '/open-data': null,
  '/vocabulary/accessibility': null,
  '/embed': null,
  '/alerts': null,
  '/newsletters': null,
  '/how-fresh': null,
  '/help-now': null,
  '/providers': null,
  '/accessibility': null,
  '/privacy': null,
  '/cookies': null,
};

type Heard = {
  readonly title: string;
  readonly headings: readonly { readonly level: number; readonly words: string }[];
  readonly landmarks: readonly { readonly kind: string; readonly name: string }[];
};

/** What somebody who hears the page goes through: its title, its headings, its landmarks with their names. */
const listen = `(() => {
  const words = (text) => (text ?? '').replace(/\\s+/g, ' ').trim();
  const isShown = (one) => one.getClientRects().length > 0;
  const named = (one) => words(one.getAttribute('aria-label') ??
    (one.getAttribute('aria-labelledby') ?? '').split(/\\s+/).map((id) => document.getElementById(id)?.textContent).join(' '));
  const all = (selector) => [...document.querySelectorAll(selector)].filter(isShown);
  return {
    title: words(document.title),
    headings: all('h1, h2, h3, h4, h5, h6').map((one) => ({ level: Number(one.localName.slice(1)), words: words(one.innerText) })),
    landmarks: all('nav, aside, [role=region], [role=search], [role=navigation], section[aria-label], section[aria-labelledby]')
      .map((one) => ({ kind: one.getAttribute('role') ?? one.localName, name: named(one) })),
  };
})()`;

/** Every rule of the accessibility engine, also those that no success criterion asks for. */
const askEverything = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 160))))`;

function wrongsOfHearing({ title, headings, landmarks }: Heard, begins: string | null): string[] {
  const wrongs: string[] = [];
  const first = headings.filter(({ level }) => level === 1);
  if (first.length !== 1) wrongs.push(`it has ${first.length} first headings`);
  const wanted = begins ?? first[0]?.words ?? '';
  if (!title.replace(/^\d+ short breaks? – /, '').startsWith(wanted))
    wrongs.push(`its title "${title}" does not begin with "${wanted}"`);
  headings.forEach(({ level, words }, index) => {
    const before = headings[index - 1]?.level ?? 0;
    if (level > before + 1) wrongs.push(`"${words}" is of level ${level} after one of level ${before}`);
    if (words === '') wrongs.push('a heading is empty');
  });
  const names = landmarks.map(({ kind, name }) => `${kind} "${name}"`);
  for (const [index, name] of names.entries()) {
    if (name.endsWith(' ""')) wrongs.push(`a landmark has no name: ${name}`);
    if (names.indexOf(name) !== index) wrongs.push(`two landmarks have one name: ${name}`);
  }
  return wrongs;
}

async function skipsTheNavigation(page: Page): Promise<string[]> {
  await page.keyboard.press('Tab');
  const isFirst = await page.evaluate<boolean>(
    "document.activeElement?.classList.contains('govuk-skip-link') === true",
  );
  if (!isFirst) return ['the first Tab does not come to the link past the navigation'];
  await page.keyboard.press('Enter');
  const isThere = await page.evaluate<boolean>(
    "location.hash === '#main-content' && document.activeElement?.id === 'main-content'",
  );
  return isThere ? [] : ['the link past the navigation does not lead to the content'];
}

journeys('With fresh eyes', {}, (journey) => {
  journey(
    'every public page can be heard in order, with nothing let pass',
    async ({ page }, { service }) => {
      const wrongs: string[] = [];
      for (const [path, begins] of Object.entries(pages)) {
        const response = await page.goto(service.address + path);
        const found = [
          ...(response?.status() === 200 ? [] : [`it answers ${response?.status()}`]),
          ...wrongsOfHearing(await page.evaluate<Heard>(listen), begins),
          ...(await page.evaluate<string[]>(askEverything)),
          ...(await skipsTheNavigation(page)),
        ];
        wrongs.push(...found.map((wrong) => `${path}: ${wrong}`));
      }
      assert.deepEqual(wrongs, []);
    },
    [wide],
  );

  journey(
    'the list for other websites can be heard by itself',
    async ({ page }, { service }) => {
      await page.goto(`${service.address}/embed/list?kind=sport`);
      assert.deepEqual(await page.evaluate<string[]>(askEverything), []);
    },
    [wide],
  );

  journey(
    'from the first page to a list that is kept, compared and printed, by the keyboard alone',
    async (visitor) => {
      const { page } = visitor;
      const enter = () => visitor.comesBy(() => page.keyboard.press('Enter'));
      const link = (name: string | RegExp) => page.getByRole('link', { name }).first();
      await visitor.opens('/');
      await visitor.tabsTo(page.getByLabel('What are you looking for?'));
      await page.keyboard.type('swimming');
      await enter();
      const titles = await page.locator('.daybreak-result__title a').allInnerTexts();
      const [first = '', second = ''] = titles;
      await visitor.tabsTo(page.locator('.daybreak-result__title a').first());
      await enter();
      await visitor.seesHeading(first);
      await visitor.tabsTo(link('Keep it on my list'));
      await enter();
      await visitor.tabsTo(page.getByRole('button', { name: `Keep it on my list: ${first}` }));
      await enter();
      await visitor.seesHeading(first);
      await visitor.tabsTo(link('Back to your search'));
      await enter();
      assert.match(visitor.path, /^\/find\?q=swimming/);
      await visitor.tabsTo(page.locator('.daybreak-result__title a').nth(1));
      await enter();
      await visitor.seesHeading(second);
      await visitor.tabsTo(page.getByRole('button', { name: `Keep it on my list: ${second}` }));
      await enter();
      await visitor.tabsTo(link('My list (2)'));
      await enter();
      await visitor.sees('2 short breaks.', first, second);
      await page.emulateMedia({ media: 'print' });
      assert.equal(
        await page.getByRole('button').filter({ visible: true }).count(),
        0,
        'no button is printed',
      );
      assert.equal(await page.getByRole('link', { name: first }).isVisible(), true);
      const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
      assert.equal(paper.match(/\/Type\s*\/Page\b/g)?.length, 1, 'two short breaks fit on a page');
      await page.emulateMedia({ media: 'screen' });
      await visitor.tabsTo(page.getByRole('button', { name: 'Compare' }));
      await enter();
      await visitor.sees('The facts', first, second);
    },
    [wide],
  );
});
