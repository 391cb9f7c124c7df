// Officers decide about one listing at the same moment, and its provider edits while they do, on a real server.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { settableClock } from '#kernel/clock.ts';
import { openListing, prepareListing, saveListing } from '#offer/directory/index.ts';
import { syncAuthorities } from '#platform/authorities/index.ts';
import { type Database, migrate, openServer, readMigrations } from '#platform/database/index.ts';
import { inviteProviderPerson } from '#platform/people/index.ts';
import type { Answer, Person } from '#platform/web/visit.ts';
import { migrationFolders } from '../../src/modules.ts';
import { aListing } from '../../src/offer/directory/examples.ts';
import { approveMany } from '../../src/offer/listing-desk/actions/approve-many.ts';
import { decideDraft } from '../../src/offer/listing-desk/actions/decide-draft.ts';
import { editSection } from '../../src/offer/listing-desk/actions/edit-section.ts';
import { sectionPage } from '../../src/offer/listing-desk/pages/section-page.ts';
import { draftOf } from '../../src/offer/listing-desk/store/drafts.ts';
import { addProviderPerson } from '../../src/offer/listing-desk/store/provider-people.ts';
import { testAuthority } from '../database.ts';
import { freshDatabase, serverForTests } from '../postgres-server.ts';
import { testNow, testPerson, testVisit } from '../visit.ts';

const authority = {
  ...testAuthority,
  folder: path.join(import.meta.dirname, '..', '..', 'authorities', 'medway'),
};
const authorityId = authority.id;
const slug = 'saturday-swim';
const clock = settableClock(testNow);
const officers = 8;

type Scene = { readonly database: Database; readonly olu: Person; readonly officers: readonly Person[] };

async function setUp(database: Database): Promise<Scene> {
  await migrate(database, readMigrations(migrationFolders));
  await syncAuthorities(database, [authority]);
  const email = 'olu@otters.example.org';
  const id = await database.transaction({ authorityId, standing: 'system' }, async (transaction) => {
    const toSave = await prepareListing(transaction, aListing({ slug }));
    await saveListing(transaction, { authorityId, at: testNow, toSave });
    const person = await inviteProviderPerson(transaction, { authorityId, email, name: 'Olu', at: testNow });
    const added = { authorityId, providerSlug: 'medway-otters', personId: person.id, by: null, at: testNow };
    await addProviderPerson(transaction, added);
    return person.id;
  });
  const people: Person[] = [];
  for (let number = 1; number <= officers; number++)
    people.push(await testPerson({ database, name: `Officer ${number}`, roles: ['short-breaks-officer'] }));
  const olu: Person = { id, kind: 'provider', name: 'Olu', email, roles: [], sessionId: id };
  return { database, olu, officers: people };
}

const edit = { slug, section: 'what' };

/** What the provider sends from a form that it opens now. */
async function opened({ database, olu }: Scene, title: string) {
  const page = await testVisit(
    { database, authority, person: olu, clock, params: edit, readOnly: true },
    sectionPage,
  );
  const html = page.kind === 'page' ? page.main.text : '';
  const base = (/name="base" value="([^"]*)"/.exec(html)?.[1] ?? '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'");
  const { summary, description } = aListing();
  const form = { base, title, summary, description, kinds: ['swimming'], tier: 'targeted' };
  return () => testVisit({ database, authority, person: olu, clock, params: edit, form }, editSection);
}

const decides = ({ database }: Scene, person: Person, revision: number): Promise<Answer> =>
  testVisit(
    {
      database,
      authority,
      person,
      clock,
      params: { slug },
      form: { revision: String(revision), everything: 'accept' },
    },
    decideDraft,
  );

const draftNow = ({ database }: Scene) =>
  database.transaction({ authorityId, standing: 'system' }, (transaction) =>
    draftOf(transaction, { authorityId, slug }),
  );

const titleNow = async ({ database }: Scene) =>
  (
    await database.transaction({ authorityId, standing: 'system' }, (transaction) =>
      openListing(transaction, { authorityId, slug }),
    )
  )?.listing.title;

async function versionsNow({ database }: Scene, state: string): Promise<number> {
  const rows = await database.transaction({ authorityId, standing: 'system' }, (transaction) =>
    transaction
      .selectFrom('listing_versions')
      .select('id')
      .where('state', '=', state)
      .where('is_first', '=', false)
      .execute(),
  );
  return rows.length;
}

test('of officers who approve at once one does; who edits meanwhile is neither lost nor published unseen', async (t) => {
  const server = await serverForTests();
  if ('unavailable' in server) {
    t.skip(server.unavailable);
    return;
  }
  const fresh = await freshDatabase({ server });
  const database = await openServer({ url: fresh.url, connections: officers + 2 });
  try {
    const scene = await setUp(database);
    await (await opened(scene, 'Swim one'))();
    const revision = (await draftNow(scene))?.revision ?? 0;

    const answers = await Promise.all([
      ...scene.officers.map((person) => decides(scene, person, revision)),
      testVisit(
        {
          database,
          authority,
          person: scene.officers[0] ?? null,
          clock,
          form: { draft: `${slug}@${revision}` },
        },
        approveMany,
      ),
    ]);
    const told = answers.flatMap((answer) => (answer.kind === 'wrong' ? answer.refusals : []));
    for (const one of told) assert.equal(one.code, 'already-decided');
    assert.ok(told.length >= officers - 1);
    assert.equal(await versionsNow(scene, 'published'), 1);
    assert.equal(await titleNow(scene), 'Swim one');

    for (let round = 1; round <= 6; round++) {
      await (await opened(scene, `Swim ${round} a`))();
      const before = await titleNow(scene);
      const seen = (await draftNow(scene))?.revision ?? 0;
      const editAgain = await opened(scene, `Swim ${round} b`);
      const [decided, edited] = await Promise.all([
        decides(scene, scene.officers[round % officers] ?? scene.olu, seen),
        editAgain(),
      ]);
      assert.equal(edited.kind, 'redirect');
      const left = await draftNow(scene);
      assert.equal(left?.changes.title?.after, `Swim ${round} b`, 'the later words wait');
      if (decided.kind === 'wrong') {
        assert.equal(decided.refusals[0]?.code, 'changed-by-someone-else');
        assert.equal(await titleNow(scene), before);
      } else assert.equal(await titleNow(scene), `Swim ${round} a`);
    }
  } finally {
    await database.close();
    await fresh.drop();
    await server.stop();
  }
});
