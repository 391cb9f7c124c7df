import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { systemClock } from '#kernel/clock.ts';
import { verifyAuditChain } from '#platform/audit/index.ts';
import { readConfig } from '../src/config.ts';
import { type Opened, open, surroundingsOf } from '../src/main.ts';
import { routes } from '../src/modules.ts';
import { onlyCouncils } from '../test/authorities.ts';
import { loadDemonstration } from './load-demonstration.ts';

type Loaded = {
  readonly opened: Opened;
  load(cutOffAfter?: number): Promise<readonly string[]>;
};

/** A demonstration of some councils, in a folder of its own that goes with the test. */
async function demonstrationOf(t: TestContext, councils: string | undefined): Promise<Loaded> {
  const folder = await mkdtemp(path.join(tmpdir(), 'daybreak-demonstration-'));
  const config = readConfig({
    DAYBREAK_DATA: path.join(folder, 'data'),
    ...(councils === undefined ? {} : { DAYBREAK_AUTHORITIES: councils }),
    LOG_LEVEL: 'silent',
  });
  if (!config.ok) throw new Error(config.message);
  const opened = await open(config.value, () => {});
  t.after(async () => {
    await opened.database.close();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    opened,
    async load(cutOffAfter = Number.POSITIVE_INFINITY) {
      const around = surroundingsOf(opened, systemClock);
      const told: string[] = [];
      let forms = 0;
      const database: Opened['database'] = {
        ...opened.database,
        transaction(scope, work) {
          forms += 1;
          if (forms > cutOffAfter) throw new Error('cut off');
          return opened.database.transaction(scope, work);
        },
      };
      const parts = { ...opened, database, around: { ...around, database }, routes };
      await loadDemonstration({ ...parts, progress: (line) => void told.push(line) });
      return told;
    },
  };
}

async function countsOf(opened: Opened, authorityId: string) {
  return opened.database.transaction(
    { authorityId, standing: 'system', readOnly: true },
    async (transaction) => {
      const all = await transaction.selectFrom('applications').select(['child_id', 'state']).execute();
      const awards = await transaction
        .selectFrom('awards')
        .select(['amount_pence', 'minutes', 'nights', 'source'])
        .execute();
      const count = async (
        table: 'assessments' | 'support_plans' | 'panel_decisions' | 'complaints' | 'appeals' | 'decisions',
      ) => (await transaction.selectFrom(table).select('id').execute()).length;
      return {
        sent: all.filter(({ state }) => state !== 'draft').map(({ child_id }) => child_id),
        states: Object.fromEntries(
          [...new Set(all.map(({ state }) => state))]
            .sort()
            .map((state) => [state, all.filter((one) => one.state === state).length]),
        ),
        awards: awards.map(({ source, minutes, nights }) => ({ source, minutes, nights })),
        assessments: await count('assessments'),
        plans: await count('support_plans'),
        panelDecisions: await count('panel_decisions'),
        complaints: await count('complaints'),
        appeals: await count('appeals'),
        decisions: await count('decisions'),
      };
    },
  );
}

/** What lies on the directory's desks: drafts with how many of their changes wait, and what else somebody has to do. */
async function desksOf(opened: Opened, authorityId: string) {
  return opened.database.transaction(
    { authorityId, standing: 'system', readOnly: true },
    async (transaction) => {
      const drafts = await transaction.selectFrom('listing_drafts').select(['slug', 'waiting']).execute();
      const count = async (
        table: 'listing_comments' | 'published_comments' | 'listing_problems' | 'newsletter_issues',
      ) => (await transaction.selectFrom(table).select('authority_id').execute()).length;
      const imports = await transaction.selectFrom('listing_imports').select('state').execute();
      const tallies = await transaction.selectFrom('tallies').select('times').execute();
      return {
        drafts: drafts
          .map(({ slug, waiting }) => `${slug.replace(/-[\da-f]{6}$/, '')} ${waiting}`)
          .toSorted(),
        said: [await count('listing_comments'), await count('published_comments')],
        problems: await count('listing_problems'),
        newsletters: await count('newsletter_issues'),
        imports: imports.map(({ state }) => state),
        searchesInVain: tallies.reduce((sum, { times }) => sum + Number(times), 0),
      };
    },
  );
}

test('a start that is cut off in the middle is taken up by the next, and a third adds nothing', async (t) => {
  const { opened, load } = await demonstrationOf(t, onlyCouncils('medway'));
  const medway = opened.authorities[0]?.id ?? '';
  await assert.rejects(load(200), /cut off/);
  const begun = await countsOf(opened, medway);
  assert.ok(begun.sent.length > 2 && begun.sent.length < 20, `${begun.sent.length} were sent`);
  // Then in the middle of what happens after the applications.
  await assert.rejects(load(420), /cut off/);
  await load();
  const whole = await countsOf(opened, medway);
  assert.equal(whole.sent.length, 24);
  assert.equal(new Set(whole.sent).size, 24);
  assert.equal(whole.awards.filter(({ source }) => source === 'application').length, 10);
  assert.equal(whole.awards.filter(({ minutes }) => minutes !== null).length, 1);
  assert.equal(whole.awards.filter(({ nights }) => nights !== null).length, 1);
  assert.deepEqual(
    [whole.assessments, whole.plans, whole.panelDecisions, whole.complaints, whole.appeals],
    [2, 2, 1, 2, 1],
  );
  const { searchesInVain, ...desks } = await desksOf(opened, medway);
  assert.deepEqual(desks, {
    drafts: ['active-after-school 3', 'boccia-on-fridays 1', 'drumming-circle 1', 'wheelchair-basketball 0'],
    said: [2, 1],
    problems: 1,
    newsletters: 1,
    imports: ['waiting'],
  });
  assert.ok(searchesInVain >= 14, `${searchesInVain} searches found nothing`);
  await load();
  assert.deepEqual(await countsOf(opened, medway), whole);
  assert.deepEqual(await desksOf(opened, medway), { searchesInVain, ...desks });
  const chain = await verifyAuditChain(opened.database, medway);
  assert.equal(chain.problem, null);
});

test('the demonstration lives in all five councils, and a start that was cut off in any goes on', async (t) => {
  const { opened, load } = await demonstrationOf(t, undefined);
  const cuts = [120, 400, 700];
  for (const cut of cuts) await assert.rejects(load(cut), /cut off/, `after ${cut}`);
  const told = await load();
  assert.ok(told.some((line) => line.startsWith('Medway Council: 24 of 24 families')));
  for (const authority of opened.authorities) {
    const counts = await countsOf(opened, authority.id);
    assert.equal(new Set(counts.sent).size, counts.sent.length, authority.name);
    if (authority.slug === 'medway') continue;
    assert.equal(counts.states.draft, 1, authority.name);
    assert.ok((counts.states.decided ?? 0) >= 1 && counts.decisions >= 2, authority.name);
    assert.ok((counts.states.sent ?? 0) >= 1, authority.name);
    assert.ok(counts.assessments >= 1, authority.name);
    assert.equal(counts.plans, 1, authority.name);
    const chain = await verifyAuditChain(opened.database, authority.id);
    assert.equal(chain.problem, null, authority.name);
  }
  const again = await load();
  assert.deepEqual(again, []);
});
