import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { applicationBy, changeState } from '../applications/index.ts';
import { aFamily, aPractitioner, authorityId, type Front, frontOf } from '../assessments/test/front.ts';
import { awardsOf, does, refusalsIn, tries } from '../assessments/test/steps.ts';
import { panelDecisionOf } from './index.ts';
import {
  aMeeting,
  anApplicationAtPanel,
  aPanel,
  aPlanAtPanel,
  called,
  decided,
  type Panel,
} from './test/meeting.ts';

let front: Front;
let panel: Panel;
const asSystem = { authorityId, standing: 'system' } as const;

before(async () => {
  front = await frontOf(await testDatabase());
  panel = await aPanel(front);
});
after(async () => {
  await front.app.close();
  await front.database.close();
});

test('papers are for those who sit in the meeting, from when they are out, and each opening is audited', async () => {
  const { planId } = await aPlanAtPanel(front, panel);
  const meeting = await called(front, panel);
  const { visitor: ruth } = panel.ruth;
  await does(ruth, `${meeting}/agenda`, { on: meeting, fields: { subjects: planId } });
  const item = await front.database.transaction(asSystem, (transaction) =>
    transaction
      .selectFrom('panel_items')
      .select('id')
      .where('plan_id', '=', planId)
      .executeTakeFirstOrThrow(),
  );
  const paper = `/practitioners/panel/items/${item.id}`;
  assert.equal((await panel.helen.visitor.get(paper)).status, 403, 'before the papers are out');
  await does(ruth, `${meeting}/issue`, { on: meeting });
  const opened = await panel.helen.visitor.get(paper);
  assert.equal(opened.status, 200);
  assert.match(opened.body, /He runs towards water and roads/);
  const outsider = await aPractitioner(front, 'Otto Side', 'panel-chair', 'commissioner');
  assert.equal((await outsider.visitor.get(paper)).status, 403);
  assert.equal((await outsider.visitor.get(meeting)).status, 403);
  const audited = await front.database.transaction(asSystem, (transaction) =>
    transaction
      .selectFrom('audit_records')
      .select(['person_id', 'event'])
      .where('subject_id', '=', item.id)
      .where('event', '=', 'panel.paper-opened')
      .execute(),
  );
  assert.deepEqual(
    audited.map((one) => one.person_id),
    [panel.helen.person.id],
  );
});

test('who declares an interest loses the item, the case and the vote at once', async () => {
  const { planId } = await aPlanAtPanel(front, panel);
  const { meeting, item } = await aMeeting(front, panel, planId);
  const { visitor: lena } = panel.lena;
  await does(lena, `${item}/interest`, { on: item, fields: { words: 'My neighbour' } });
  assert.equal((await lena.get(item)).status, 403);
  const agenda = await lena.get(meeting);
  assert.match(agenda.body, /Closed to you/);
  assert.doesNotMatch(agenda.body, /Zayn Khan/);
  const form = await panel.ruth.visitor.get(`${item}/decide`);
  assert.doesNotMatch(form.body, new RegExp(`vote-${panel.lena.person.id}`), 'no vote is offered');
  await does(panel.ruth.visitor, `${item}/decide`, { fields: decided(panel, { outcome: 'agreed' }) });
  const votes = await front.database.transaction(asSystem, (transaction) =>
    transaction
      .selectFrom('panel_votes as v')
      .innerJoin('panel_decisions as d', 'd.id', 'v.decision_id')
      .select('v.name')
      .where('d.plan_id', '=', planId)
      .orderBy('v.name')
      .execute(),
  );
  assert.deepEqual(
    votes.map((one) => one.name),
    ['Helen Marsh', 'Ngozi Adeyemi', 'Ruth Bell'],
    'a posted vote of theirs is not counted',
  );
});

test('a plan that is agreed with conditions becomes awards that carry them; the family reads the reasons', async () => {
  const { planId, childId, visitor, plan } = await aPlanAtPanel(front, panel);
  const { item } = await aMeeting(front, panel, planId);
  const fields = decided(panel, {
    outcome: 'agreed-with-conditions',
    conditions: 'Looked at after 3 months.',
  });
  const bare = await tries(panel.ruth.visitor, `${item}/decide`, { fields: { ...fields, reasons: '' } });
  assert.match(refusalsIn(bare), /Write the reasons/);
  await does(panel.ruth.visitor, `${item}/decide`, { fields });
  const awards = await awardsOf(front, childId);
  assert.deepEqual(
    awards.map((one) => [one.source, one.conditions, one.break_kind]),
    [['plan', 'Looked at after 3 months.', 'homecare']],
  );
  const own = await visitor.get(plan.replace('/practitioners', '/account'));
  assert.match(own.body, /He needs one person with him at home\./);
  const letters = await messages('plan-agreed', childId);
  assert.match(letters, /Looked at after 3 months\./);
});

/** The texts of the messages of a kind to the household of a child. */
async function messages(kind: string, childId: string): Promise<string> {
  const rows = await front.database.transaction(asSystem, (transaction) =>
    transaction
      .selectFrom('messages as m')
      .innerJoin('household_accounts as h', 'h.person_id', 'm.person_id')
      .innerJoin('children as c', 'c.household_id', 'h.household_id')
      .select('m.text')
      .where('c.id', '=', childId)
      .where('m.kind', '=', kind)
      .execute(),
  );
  return rows.map((row) => row.text).join('\n');
}

test('a plan that is not agreed goes back to its writer, and the letter says why and the way onward', async () => {
  const { planId, childId, plan } = await aPlanAtPanel(front, panel);
  const { item } = await aMeeting(front, panel, planId);
  const against = Object.fromEntries(
    [panel.ruth, panel.helen, panel.ngozi].map(({ person }) => [`vote-${person.id}`, 'against']),
  );
  const fields = decided(panel, {
    ...against,
    outcome: 'not-agreed',
    reasons: 'A club at 1:2 was not tried.',
  });
  await does(panel.ruth.visitor, `${item}/decide`, { fields });
  assert.deepEqual(await awardsOf(front, childId), []);
  assert.match(
    (await panel.marcus.visitor.get(plan)).body,
    /returned it: The panel: A club at 1:2 was not tried\./,
  );
  const letter = await messages('panel-letter', childId);
  assert.match(letter, /A club at 1:2 was not tried\./);
  assert.match(letter, /you can complain/);
});

test('an application goes back to be decided by an officer, with what the panel said', async () => {
  const { applicationId, visitor } = await anApplicationAtPanel(front);
  const { item } = await aMeeting(front, panel, applicationId);
  await does(panel.ruth.visitor, `${item}/decide`, { fields: decided(panel, { outcome: 'agreed' }) });
  const named = { authorityId, applicationId };
  const found = await front.database.transaction(asSystem, async (transaction) => ({
    application: await applicationBy(transaction, named),
    decision: await panelDecisionOf(transaction, named),
  }));
  assert.equal(found.application?.state, 'sent');
  assert.equal(found.decision?.outcome, 'agreed');
  assert.equal(found.decision?.votes.length, 4);
  const own = await visitor.get(`/account/applications/${applicationId}`);
  assert.match(own.body, /The panel: agreed\. He needs one person/);
});

test('who filled in an application for the family has no vote on it', async () => {
  const { applicationId, householdId } = await anApplicationAtPanel(front);
  await front.database.transaction(asSystem, (transaction) =>
    transaction
      .insertInto('application_proxies')
      .values({
        authority_id: authorityId,
        application_id: applicationId,
        household_id: householdId,
        person_id: panel.ngozi.person.id,
        kind: 'practitioner',
        name: 'Ngozi Adeyemi',
        organisation: '',
        phone: '',
        way: 'phone',
        has_agreed: true,
        reference: 'SB-TEST-FILL',
        child_name: 'Zayn Khan',
        sent_at: front.clock.now(),
      })
      .execute(),
  );
  const { item } = await aMeeting(front, panel, applicationId);
  await does(panel.ruth.visitor, `${item}/decide`, { fields: decided(panel, { outcome: 'agreed' }) });
  const decision = await front.database.transaction(asSystem, (transaction) =>
    panelDecisionOf(transaction, { authorityId, applicationId }),
  );
  const names = decision?.votes.map(({ name }) => name) ?? [];
  assert.equal(names.length, 3);
  assert.ok(!names.includes('Ngozi Adeyemi'));
});

test('with fewer than the quorum nothing is decided; put off, it waits for the next meeting', async () => {
  const { applicationId } = await anApplicationAtPanel(front, 'Mary Hope');
  const { item } = await aMeeting(front, panel, applicationId);
  const away = Object.fromEntries(
    [panel.helen, panel.ngozi].map(({ person }) => [`vote-${person.id}`, 'absent']),
  );
  const few = await tries(panel.ruth.visitor, `${item}/decide`, {
    fields: decided(panel, { ...away, outcome: 'agreed' }),
  });
  assert.match(refusalsIn(few), /Only 2 may decide this and were there; 3 are needed/);
  await does(panel.ruth.visitor, `${item}/decide`, {
    fields: decided(panel, { ...away, outcome: 'deferred', reasons: 'Too few of us.' }),
  });
  const waiting = await panel.ruth.visitor.get('/practitioners/panel');
  const reference = await front.database.transaction(asSystem, (transaction) =>
    applicationBy(transaction, { authorityId, applicationId }),
  );
  assert.match(waiting.body, new RegExp(`Waiting for a meeting[\\s\\S]*${reference?.reference}`));
});

test('where the chair has an interest another member records, and the chair cannot', async () => {
  const { applicationId } = await anApplicationAtPanel(front, 'Ruth Bell');
  const other = await anApplicationAtPanel(front);
  const meeting = await called(front, panel);
  for (const subjects of [applicationId, other.applicationId])
    await does(panel.ruth.visitor, `${meeting}/agenda`, { on: meeting, fields: { subjects } });
  await does(panel.ruth.visitor, `${meeting}/issue`, { on: meeting });
  const seen = await panel.helen.visitor.get(meeting);
  const item = /href="(\/practitioners\/panel\/items\/[0-9a-f-]{36})"/.exec(seen.body)?.[1] ?? '';
  assert.equal(
    (await panel.ruth.visitor.get(item)).status,
    403,
    'a namesake’s household is closed to the chair',
  );
  const taken = { item: item.split('/').at(-1) ?? '', words: 'Not needed' };
  const refused = await tries(panel.ruth.visitor, `${meeting}/withdraw`, { on: meeting, fields: taken });
  assert.match(refusalsIn(refused), /closed to you, so you do not take it off/);
  await does(panel.helen.visitor, `${item}/decide`, { fields: decided(panel, { outcome: 'agreed' }) });
  assert.match((await panel.helen.visitor.get(item)).body, /Recorded by[\s\S]*Helen Marsh/);
});

test('a meeting that is cancelled gives back what was on its agenda, with the days that it has waited', async () => {
  const { applicationId } = await anApplicationAtPanel(front, 'Dora Lane');
  const { meeting } = await aMeeting(front, panel, applicationId);
  await does(panel.ruth.visitor, `${meeting}/cancel`, { fields: { words: 'Snow' } });
  assert.match((await panel.helen.visitor.get(meeting)).body, /Cancelled: Snow/);
  const next = await called(front, panel);
  await does(panel.ruth.visitor, `${next}/agenda`, { on: next, fields: { subjects: applicationId } });
});

test('an application that the family took back in the meantime cannot be decided, and is taken off', async () => {
  const { applicationId } = await anApplicationAtPanel(front, 'Tilda Moor');
  const { meeting, item } = await aMeeting(front, panel, applicationId);
  await front.database.transaction(asSystem, (transaction) =>
    changeState(transaction, {
      authorityId,
      applicationId,
      to: 'withdrawn',
      at: front.clock.now(),
      waitingSince: null,
    }),
  );
  assert.match((await panel.ruth.visitor.get(item)).body, /The family has taken this application back/);
  const late = await tries(panel.ruth.visitor, `${item}/decide`, {
    fields: decided(panel, { outcome: 'agreed' }),
  });
  assert.match(refusalsIn(late), /The family has taken this application back/);
  await does(panel.ruth.visitor, `${meeting}/withdraw`, {
    on: meeting,
    fields: { item: item.split('/').at(-1) ?? '', words: 'Taken back' },
  });
  await does(panel.ruth.visitor, `${meeting}/minutes`, { fields: { words: '' } });
});

test('a child who turned 18 is said to be one before the panel decides', async () => {
  const family = await aFamily(front, { parentName: 'Vera Stone', bornOn: '2008-11-20' });
  await front.database.transaction(asSystem, (transaction) =>
    changeState(transaction, {
      authorityId,
      applicationId: family.applicationId,
      to: 'referred',
      referredTo: 'panel',
      at: front.clock.now(),
      waitingSince: null,
    }),
  );
  const { item } = await aMeeting(front, panel, family.applicationId);
  assert.match((await panel.ruth.visitor.get(item)).body, /turned 18 on 20 November 2026/);
});

test('minutes are confirmed when all is settled, are never changed, and corrections stand below', async () => {
  const { applicationId } = await anApplicationAtPanel(front, 'Nell Ash');
  const { meeting, item } = await aMeeting(front, panel, applicationId);
  const early = await tries(panel.ruth.visitor, `${meeting}/minutes`, { fields: { words: '' } });
  assert.match(refusalsIn(early), /1 of the agenda is not settled/);
  await does(panel.ruth.visitor, `${item}/decide`, { fields: decided(panel, { outcome: 'agreed' }) });
  await does(panel.ruth.visitor, `${meeting}/minutes`, { fields: { words: 'We ended at ten.' } });
  await does(panel.ruth.visitor, `${meeting}/minutes`, { fields: { words: 'We ended at eleven.' } });
  const { body } = await panel.helen.visitor.get(`${meeting}/minutes`);
  assert.match(body, /4 present: 3 for, 0 against, 1 abstained/);
  assert.match(body, /We ended at ten\.[\s\S]*Corrections[\s\S]*We ended at eleven\./);
  const rewritten = front.database.transaction(asSystem, (transaction) =>
    transaction.updateTable('panel_minutes').set({ words: 'Otherwise' }).execute(),
  );
  await assert.rejects(rewritten, /permission denied|only ever added to/);
});

test('the database takes no vote of who wrote the plan, nor of who does not sit in the meeting', async () => {
  const { planId } = await aPlanAtPanel(front, panel);
  const { item } = await aMeeting(front, panel, planId);
  await does(panel.ruth.visitor, `${item}/decide`, { fields: decided(panel, { outcome: 'agreed' }) });
  const decision = await front.database.transaction(asSystem, (transaction) =>
    transaction
      .selectFrom('panel_decisions')
      .select('id')
      .where('plan_id', '=', planId)
      .executeTakeFirstOrThrow(),
  );
  const votes = (personId: string) =>
    front.database.transaction(asSystem, (transaction) =>
      transaction
        .insertInto('panel_votes')
        .values({
          authority_id: authorityId,
          decision_id: decision.id,
          person_id: personId,
          name: 'Somebody',
          vote: 'for',
        })
        .execute(),
    );
  await assert.rejects(votes(panel.marcus.person.id), /does not (sit|vote)/);
});
