// Whoever somebody is, every way that their first page shows them is open: no dead end, no page that breaks.
import assert from 'node:assert/strict';
import { journeys } from './journey.ts';
import type { Visitor } from './visitor.ts';

/** Where the links of the page lead, one for each kind of page: which child or which award makes no difference. */
async function waysOnward(visitor: Visitor): Promise<readonly string[]> {
  const addresses = await visitor.page
    .locator('.govuk-service-navigation a[href^="/"], main a[href^="/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const kinds = new Map<string, string>();
  for (const address of addresses) {
    const kind = address.replaceAll(/[\da-f]{8}-[\da-f-]{27}/g, '…').replace(/\?.*/, '');
    if (!kinds.has(kind)) kinds.set(kind, address);
  }
  return [...kinds.values()];
}

/** Opens every way of the page at this address, and those that lead to files. Gives the paths. */
async function opensEveryWay(visitor: Visitor, from: string): Promise<readonly string[]> {
  await visitor.opens(from);
  const ways = await waysOnward(visitor);
  for (const way of ways) {
    if (/\.(csv|zip)/.test(way)) {
      const file = await visitor.page.context().request.get(new URL(way, visitor.page.url()).href);
      assert.equal(file.status(), 200, way);
    } else await visitor.opens(way);
  }
  return ways;
}

const practitioners: readonly (readonly [name: string, ...desks: readonly string[]])[] = [
  ['Priya Shah', '/practitioners/applications', '/practitioners/appeals', '/practitioners/budget'],
  ['Marcus Reid', '/practitioners/assessments', '/practitioners/transitions', '/practitioners/reviews'],
  ['Ngozi Adeyemi', '/practitioners/cases-nobody-may-see', '/practitioners/complaints'],
  ['Ruth Bell', '/practitioners/panel', '/practitioners/packages'],
  ['Helen Marsh', '/practitioners/schemes', '/practitioners/register/equality', '/practitioners/words'],
  ['Daniel Osei', '/practitioners/budget', '/practitioners/packages', '/practitioners/assessments'],
  ['Sian Powell', '/practitioners/complaints'],
];

journeys('No dead end', {}, (journey) => {
  journey(
    'each practitioner comes to the list of their work, and every way from there is open',
    async (_, scene) => {
      for (const [index, [name, ...desks]] of practitioners.entries()) {
        // Turn and turn about, so that each kind of page is seen with and without script, wide and narrow.
        const visitor = await scene.visitor(
          index % 2 === 0 ? { hasScript: true, width: 1280 } : { hasScript: false, width: 320 },
        );
        await visitor.signsInAs(name);
        await visitor.seesHeading(`${name.split(' ')[0]}, your work`);
        const ways = await opensEveryWay(visitor, '/practitioners');
        for (const desk of desks) assert.ok(ways.includes(desk), `${name} is not led to ${desk}`);
      }
    },
    [{ hasScript: true, width: 1280 }],
  );

  journey(
    'each family’s account leads nowhere that is closed',
    async (_, scene) => {
      for (const [index, name] of ['Amira Khan', 'Joe Carter', 'Grace Mensah', 'Leah Brooks'].entries()) {
        const visitor = await scene.visitor(
          index % 2 === 0 ? { hasScript: true, width: 320 } : { hasScript: false, width: 1280 },
        );
        await visitor.signsInAs(name);
        const ways = await opensEveryWay(visitor, '/account');
        assert.ok(ways.includes('/account/complaints'), name);
        await visitor.opens('/account');
        await visitor.follows('Complain');
        await visitor.sees('complain');
      }
    },
    [{ hasScript: true, width: 320 }],
  );
});
