// Whoever somebody is, every way that their first page shows them is open: no dead end, no page that breaks.
import assert from 'node:assert/strict';
import { journeys } from './journey.ts';
import type { Visitor } from './visitor.ts';

/** The address of a listing, at whichever desk: its page is of one kind with every other's. */
const ofListing =
  /^(\/(?:find|provider\/listings|practitioners\/listings\/(?:listing|drafts)))\/(?!new$)[\w-]+/;

/** Where the links of the page lead, one for each kind of page: which child or which listing makes no difference. */
async function waysOnward(visitor: Visitor): Promise<readonly string[]> {
  const addresses = await visitor.page
    .locator('.govuk-service-navigation a[href^="/"], main a[href^="/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const kinds = new Map<string, string>();
  for (const address of addresses) {
    const kind = address
      .replace(/[?#].*/, '')
      .replaceAll(/[\da-f]{8}-[\da-f-]{27}/g, '…')
      .replace(ofListing, '$1/…');
    if (!kinds.has(kind)) kinds.set(kind, address);
  }
  return [...kinds.values()];
}

/** Opens every way of the page at this address, and those that lead to files. Gives the paths. */
async function opensEveryWay(visitor: Visitor, from: string): Promise<readonly string[]> {
  await visitor.opens(from);
  const ways = await waysOnward(visitor);
  for (const way of ways) {
    if (/\.(csv|zip|ics)/.test(way)) {
      const file = await visitor.page.context().request.get(new URL(way, visitor.page.url()).href);
      assert.equal(file.status(), 200, way);
    } else await visitor.opens(way);
  }
  return ways;
}

const practitioners: readonly (readonly [name: string, ...desks: readonly string[]])[] = [
  [
    'Priya Shah',
    '/practitioners/applications',
    '/practitioners/appeals',
    '/practitioners/budget',
    '/practitioners/listings',
    '/practitioners/newsletters',
    '/practitioners/statement',
  ],
  ['Marcus Reid', '/practitioners/assessments', '/practitioners/transitions', '/practitioners/reviews'],
  [
    'Ngozi Adeyemi',
    '/practitioners/cases-nobody-may-see',
    '/practitioners/complaints',
    '/practitioners/statement',
  ],
  ['Ruth Bell', '/practitioners/panel', '/practitioners/packages'],
  [
    'Helen Marsh',
    '/practitioners/schemes',
    '/practitioners/register/equality',
    '/practitioners/words',
    '/practitioners/statement',
  ],
  ['Daniel Osei', '/practitioners/budget', '/practitioners/packages', '/practitioners/assessments'],
  ['Sian Powell', '/practitioners/complaints'],
  [
    'Lena Hart',
    '/practitioners/panel',
    '/practitioners/listings',
    '/practitioners/listings/freshness',
    '/practitioners/listings/import',
    '/practitioners/listings/comments',
    '/practitioners/listings/unmet',
  ],
];

/** The directory's desks, each with a page to which it must lead on. */
const directoryDesks: readonly (readonly [desk: string, leadsTo: RegExp])[] = [
  ['/practitioners/listings', /^\/practitioners\/listings\/drafts\//],
  ['/practitioners/listings/all', /^\/practitioners\/listings\/new$/],
  ['/practitioners/listings/providers', /^\/practitioners\/listings\/synonyms$/],
  ['/practitioners/listings/drafts/active-after-school', /^\/practitioners\/listings\/listing\//],
  ['/practitioners/listings/listing/wheelchair-basketball', /\/withdraw$/],
  ['/practitioners/listings/freshness', /^\/practitioners\/listings\/listing\//],
  ['/practitioners/listings/import', /^\/practitioners\/listings\/import\/[\da-f-]{36}$/],
  ['/practitioners/listings/comments', /^\/practitioners\/listings\/comments\/[\da-f-]{36}$/],
  ['/practitioners/listings/problems', /^\/practitioners\/listings\/problems\/[\da-f-]{36}$/],
  ['/practitioners/listings/unmet', /\.csv/],
  ['/practitioners/listings/synonyms', /^\/practitioners\/listings\/unmet$/],
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
    'from each desk of the directory every way is open to a quality officer',
    async (visitor) => {
      await visitor.signsInAs('Lena Hart');
      for (const [desk, leadsTo] of directoryDesks) {
        const ways = await opensEveryWay(visitor, desk);
        assert.ok(
          ways.some((way) => leadsTo.test(way)),
          `${desk} does not lead to ${leadsTo}`,
        );
      }
    },
    [{ hasScript: false, width: 320 }],
  );

  journey(
    'from the desk of the statement every way is open to who writes and to who signs',
    async (writer, scene) => {
      await writer.signsInAs('Helen Marsh');
      await writer.opens('/practitioners/statement');
      await writer.presses('Begin the next version');
      const ways = await opensEveryWay(writer, '/practitioners/statement');
      for (const step of ['facts', 'consultation', 'checklist', 'preview', 'publish'])
        assert.ok(ways.includes(`/practitioners/statement/${step}`), step);
      const signer = await scene.visitor({ hasScript: true, width: 320 });
      await signer.signsInAs('Ngozi Adeyemi');
      const onward = await opensEveryWay(signer, '/practitioners/statement/publish');
      assert.ok(onward.includes('/practitioners/statement/checklist'), onward.join(' '));
    },
    [{ hasScript: false, width: 1280 }],
  );

  journey(
    'from a provider’s first page and from a listing every way is open',
    async (visitor) => {
      await visitor.signsInAs('Olu Bankole');
      const ways = await opensEveryWay(visitor, '/provider');
      assert.ok(ways.includes('/provider/listings/new'));
      const parts = await opensEveryWay(visitor, '/provider/listings/wheelchair-basketball');
      for (const part of ['edit/what', 'edit/access', 'closed', 'pictures', 'versions'])
        assert.ok(parts.includes(`/provider/listings/wheelchair-basketball/${part}`), part);
    },
    [{ hasScript: false, width: 320 }],
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
