import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import type { SiteVisitor } from '../../../test/site.ts';
import { addEvent, applicationBy, changeState } from '../applications/index.ts';
import { aFamily, aPractitioner, authorityId, type Front, frontOf } from './test/front.ts';
import { begins, does, refusalsIn, tries, writesWhole } from './test/steps.ts';

let front: Front;
let marcus: SiteVisitor;
let ngozi: SiteVisitor;

before(async () => {
  front = await frontOf(await testDatabase());
  marcus = (await aPractitioner(front, 'Marcus Reid', 'social-worker')).visitor;
  ngozi = (await aPractitioner(front, 'Ngozi Adeyemi', 'team-manager')).visitor;
});
after(async () => {
  await front.app.close();
  await front.database.close();
});

test('a family asks; a social worker takes it up; it is due 45 working days after it was asked for', async () => {
  const { visitor, childId } = await aFamily(front);
  const ask = `/account/children/${childId}/ask-for-assessment`;
  const there = await does(visitor, ask, {
    fields: { whose: 'child-and-family', words: 'Nights are hard.' },
  });
  const shown = await visitor.get(there);
  // 24 November 2026 and 45 working days: Christmas, Boxing Day (the Monday) and New Year's Day are not counted.
  assert.match(shown.body, /We finish by 29 January 2027/);
  assert.match(shown.body, /Nights are hard\./);

  const address = there.replace('/account', '/practitioners').replace(/\?.*/, '');
  await does(marcus, `${address}/take-up`, { on: address });
  const page = await marcus.get(address);
  assert.match(page.body, /Amira Khan’s needs as a carer/, 'the carer of the register has a section');
  const second = await visitor.send(ask, { on: ask, fields: { whose: 'child-and-family', words: '' } });
  assert.equal(second.status, 422);
  assert.match(refusalsIn(second), /There is an assessment of this kind already/);
});

test('it cannot be handed in before each section, the siblings and a visit with the child are there', async () => {
  const { childId } = await aFamily(front);
  const address = await begins(marcus, childId);
  await does(marcus, `${address}/people`, {
    fields: { kind: 'sibling', name: 'Noor', about: '9 years old' },
  });
  const page = await marcus.get(address);
  assert.match(page.body, /Noor’s needs as a sibling/);
  assert.doesNotMatch(page.body, /Hand it in/);
  assert.match(page.body, /A visit at which the child was seen/);
  await writesWhole(marcus, address);
  assert.match((await marcus.get(address)).body, /To agree/);
});

test('of two who write the same section, the second sees the first one’s words and loses nothing', async () => {
  const { childId } = await aFamily(front);
  const address = await begins(marcus, childId);
  const section = `${address}/sections/works`;
  const old = await marcus.get(section);
  const csrf = /name="_csrf" value="([^"]+)"/.exec(old.body)?.[1] ?? '';
  await does(ngozi, section, { fields: { words: 'They laugh together.' } });
  const token = /name="(?!_csrf)([^"]+)" value="([0-9a-f-]{36})"/.exec(old.body);
  const late = await marcus.post(section, {
    _csrf: csrf,
    [token?.[1] ?? '']: token?.[2] ?? '',
    words: 'Grandmother is near.',
    base: '0',
  });
  assert.equal(late.status, 422);
  assert.match(late.body, /Grandmother is near\./, 'what was typed stays');
  assert.match(late.body, /They laugh together\./, 'what was saved is shown');
  await does(marcus, section, { fields: { words: 'They laugh together. Grandmother is near.' } });
  const shown = await marcus.get(section);
  assert.match(shown.body, /Earlier versions \(1\)/);
});

test('the family reads what is finished, not what is withheld, and its correction stands beside it', async () => {
  const { visitor, childId } = await aFamily(front);
  const address = await begins(marcus, childId);
  await does(marcus, `${address}/sections/withheld`, { fields: { words: 'A neighbour’s report.' } });
  await does(marcus, `${address}/sections/works`, { fields: { words: 'Half a sentence' } });
  const own = address.replace('/practitioners', '/account');
  const early = await visitor.get(own);
  assert.doesNotMatch(early.body, /Half a sentence/, 'what is being written is not shared');
  await writesWhole(marcus, address);
  const copy = await visitor.get(own);
  assert.match(copy.body, /What we found out: child-views/);
  assert.doesNotMatch(copy.body, /neighbour/);
  await does(visitor, `${own}/comment`, {
    on: own,
    fields: { kind: 'correction', words: 'He sleeps four hours, not six.' },
  });
  const after = await marcus.get(address);
  assert.match(after.body, /He sleeps four hours, not six\./);
  assert.match(after.body, /What we found out: child-needs/, 'ours is as it was');
  const stranger = await aFamily(front, { parentName: 'Joe Carter' });
  assert.equal((await stranger.visitor.get(own)).status, 404);
});

test('a parent carer’s own assessment is theirs: the other parent of the household does not find it', async () => {
  const { visitor, childId, householdId, parent } = await aFamily(front);
  const other = await aFamily(front, { parentName: 'Imran Khan' });
  await front.database.transaction({ authorityId, standing: 'system' }, (transaction) =>
    transaction
      .insertInto('household_accounts')
      .values({
        authority_id: authorityId,
        household_id: householdId,
        person_id: other.parent.id,
        since: front.clock.now(),
      })
      .execute(),
  );
  const ask = `/account/children/${childId}/ask-for-assessment`;
  const own = await does(visitor, ask, { fields: { whose: 'parent-carer', words: 'I do not sleep.' } });
  assert.equal((await visitor.get(own)).status, 200);
  assert.equal((await other.visitor.get(own)).status, 404);
  const shared = await does(visitor, ask, { fields: { whose: 'child-and-family', words: '' } });
  assert.equal((await other.visitor.get(shared)).status, 200, 'the child’s own is for both');
  assert.equal(parent.name, 'Amira Khan');
});

test('an application that was referred goes back to be decided when its assessment is agreed', async () => {
  const { applicationId, visitor } = await aFamily(front);
  const named = { authorityId, applicationId };
  await front.database.transaction({ authorityId, standing: 'system' }, async (transaction) => {
    const at = front.clock.now();
    const to = { to: 'referred', referredTo: 'assessment', waitingSince: null } as const;
    await changeState(transaction, { ...named, ...to, at });
    const event = { at, personId: null, kind: 'referred', words: 'Sent on', isForFamily: true } as const;
    await addEvent(transaction, { ...named, ...event });
  });
  const from = `/practitioners/assessments/from/${applicationId}`;
  const address = await does(marcus, from, { on: '/practitioners/assessments' });
  await writesWhole(marcus, address);
  await does(ngozi, `${address}/settle`, { fields: { choice: 'agree', words: '' } });
  const application = await front.database.transaction({ authorityId, standing: 'system' }, (transaction) =>
    applicationBy(transaction, named),
  );
  assert.equal(application?.state, 'sent');
  assert.match(
    (await visitor.get(`/account/applications/${applicationId}`)).body,
    /The assessment is finished/,
  );
});

test('nobody sees or assesses the case of their own household, nor one that they said they know', async () => {
  const { childId } = await aFamily(front, { parentName: 'Tom Ellis' });
  const tom = await aPractitioner(front, 'Tom Ellis', 'social-worker');
  const address = await begins(marcus, childId);
  assert.equal((await tom.visitor.get(address)).status, 403);
  assert.equal((await tom.visitor.get(`/practitioners/children/${childId}/assessments`)).status, 403);
  assert.doesNotMatch(
    (await tom.visitor.get('/practitioners/assessments')).body,
    new RegExp(address),
    'nor does the list tell of it',
  );
});

test('what is given back says why, is written further and keeps its history', async () => {
  const { childId } = await aFamily(front);
  const address = await begins(marcus, childId);
  await writesWhole(marcus, address);
  const silent = await tries(ngozi, `${address}/settle`, { fields: { choice: 'return', words: '' } });
  assert.match(refusalsIn(silent), /Write the reason/);
  await does(ngozi, `${address}/settle`, { fields: { choice: 'return', words: 'What does Zayn say?' } });
  const page = await marcus.get(address);
  assert.match(page.body, /Being written/);
  assert.match(page.body, /gave it back: What does Zayn say\?/);
  await does(marcus, `${address}/submit`, { on: address });
  const own = await tries(marcus, `${address}/settle`, {
    on: address,
    fields: { choice: 'agree', words: '' },
  }).catch((error: Error) => error.message);
  assert.match(String(own), /no form on this page/, 'a social worker is not offered to agree');
});
