import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import type { SiteVisitor } from '../../../test/site.ts';
import { aFamily, aPractitioner, authorityId, type Front, frontOf } from './test/front.ts';
import {
  agreedAssessment,
  awardsOf,
  begins,
  does,
  readyPlan,
  refusalsIn,
  tries,
  wholeLine,
  writesWhole,
} from './test/steps.ts';

let front: Front;
let marcus: SiteVisitor;
let ngozi: SiteVisitor;
let daniel: SiteVisitor;

before(async () => {
  front = await frontOf(await testDatabase());
  marcus = (await aPractitioner(front, 'Marcus Reid', 'social-worker')).visitor;
  ngozi = (await aPractitioner(front, 'Ngozi Adeyemi', 'team-manager')).visitor;
  daniel = (await aPractitioner(front, 'Daniel Osei', 'finance-officer')).visitor;
});
after(async () => {
  await front.app.close();
  await front.database.close();
});

const people = () => ({ assessor: marcus, manager: ngozi });

test('a line without its why is kept as a draft, says what is missing, and is refused as complete', async () => {
  const { childId } = await aFamily(front);
  const assessment = await agreedAssessment(people(), childId);
  const plan = await does(marcus, `${assessment}/plan`, { on: assessment });
  const fields = { ...wholeLine, why: '   ' };
  const refused = await tries(marcus, `${plan}/lines/new`, { fields });
  assert.equal(refused.status, 422);
  assert.match(refusalsIn(refused), /Say why this meets the need, or save the line as a draft/);
  assert.match(refused.body, /Zayn goes swimming each week\./, 'what was typed stays');
  await does(marcus, `${plan}/lines/new`, { fields: { ...fields, save: 'draft' } });
  const page = await marcus.get(plan);
  assert.match(page.body, /Line 1 does not say why this meets the need\./);
  assert.doesNotMatch(page.body, /The plan is ready/);
});

test('the database keeps no line as complete that lacks a part, and no cost that is not the sum', async () => {
  const { childId } = await aFamily(front);
  const assessment = await agreedAssessment(people(), childId);
  const plan = await does(marcus, `${assessment}/plan`, { on: assessment });
  const planId = plan.split('/').at(-1) ?? '';
  await does(marcus, `${plan}/lines/new`, { fields: wholeLine });
  const asSystem = { authorityId, standing: 'system' } as const;
  const set = (values: object) =>
    front.database.transaction(asSystem, (transaction) =>
      transaction.updateTable('plan_lines').set(values).where('plan_id', '=', planId).execute(),
    );
  for (const without of [{ why: ' ' }, { need: '' }, { outcome: '' }, { support: '' }, { way: null }])
    await assert.rejects(set(without), /plan_line_complete/, JSON.stringify(without));
  await assert.rejects(set({ minutes: null }), /plan_line_(complete|cost)/);
  await assert.rejects(set({ yearly_pence: 308_101 }), /plan_line_cost/);
  const readied = front.database.transaction(asSystem, (transaction) =>
    transaction
      .updateTable('support_plans')
      .set({ state: 'ready', yearly_pence: 1 })
      .where('id', '=', planId)
      .execute(),
  );
  await assert.rejects(readied, /a plan costs what its lines cost/);
});

test('three hours a week at £19.75 cost £3,081 a year; beside it stand the prices at each ratio', async () => {
  const { childId } = await aFamily(front);
  const assessment = await agreedAssessment(people(), childId);
  const plan = await does(marcus, `${assessment}/plan`, { on: assessment });
  await does(marcus, `${plan}/lines/new`, { fields: wholeLine });
  const { body } = await marcus.get(plan);
  // 3 × 52 × £19.75
  assert.match(body, /£3,081</);
  // 156 hours at Figure 6's £138.25 to £245 for seven hours at 1:1, and twice that at 2:1.
  assert.match(body, /£3,081 to £5,460/);
  assert.match(body, /£6,162 to £10,920/);
  // 9,360 minutes at £72 for 420 minutes: £1,604.571… to the nearest penny.
  assert.match(body, /£1,604\.57/);
  assert.match(body, /Figure 6/);
});

test('from a ready plan to awards: the family reads it, the manager agrees within £10,000, finance arranges', async () => {
  const { childId, visitor } = await aFamily(front);
  const assessment = await agreedAssessment(people(), childId);
  const plan = await readyPlan(marcus, assessment, [wholeLine]);
  const own = plan.replace('/practitioners', '/account');
  assert.match((await visitor.get(own)).body, /He runs towards water and roads/);
  await does(visitor, `${own}/answer`, { on: own, fields: { answer: 'agrees', words: 'Thank you.' } });
  await does(ngozi, `${plan}/settle`, { fields: { choice: 'agree', words: '' } });
  const awards = await awardsOf(front, childId);
  assert.deepEqual(
    awards.map((one) => [one.minutes, one.per, one.way, one.break_kind, one.source]),
    [[180, 'week', 'direct-payment', 'enabler', 'plan']],
  );
  const unpaid = await ngozi.get(plan);
  assert.doesNotMatch(unpaid.body, /The payments are arranged<|payments are arranged\s*<\/button>/);
  await does(daniel, `${plan}/payment`, { on: plan, fields: { words: 'Prepaid card' } });
  assert.match((await ngozi.get(plan)).body, /Payments arranged by Daniel Osei/);
});

test('above £10,000, for floating support and for any night, the manager can only send it to the panel', async () => {
  const dear = { ...wholeLine, hours: '10' };
  const care = { ...wholeLine, hours: '1', breakKind: 'homecare', way: 'commissioned' };
  const nights = {
    ...wholeLine,
    measure: 'nights',
    hours: '',
    nights: '2',
    per: 'month',
    unit: '300',
    breakKind: 'overnight',
    way: 'in-house',
    legalBasis: 'section-20',
  };
  for (const [line, because] of [
    [dear, /£10,270 a year is more than the £10,000/],
    [care, /Floating support at home is for the panel/],
    [nights, /Nights under section 20\(4\) are for the panel/],
  ] as const) {
    const { childId } = await aFamily(front);
    const plan = await readyPlan(marcus, await agreedAssessment(people(), childId), [line]);
    const settle = `${plan}/settle`;
    const shown = await ngozi.get(settle);
    assert.match(shown.body, because);
    const forced = await tries(ngozi, settle, { fields: { choice: 'agree', words: '' } });
    assert.match(refusalsIn(forced), /Send it to the panel/);
    await does(ngozi, settle, { fields: { choice: 'panel', words: '' } });
    assert.match((await marcus.get(plan)).body, /With the panel/);
    assert.deepEqual(await awardsOf(front, childId), []);
  }
});

test('where the family asked for a direct payment and gets something else, the manager owes a reason', async () => {
  const { childId, visitor } = await aFamily(front);
  const arranged = { ...wholeLine, way: 'commissioned' };
  const plan = await readyPlan(marcus, await agreedAssessment(people(), childId), [arranged]);
  const own = plan.replace('/practitioners', '/account');
  const wish = /name="(wish-[^"]+)"/.exec((await visitor.get(own)).body)?.[1] ?? '';
  const fields = { answer: 'agrees', words: '', [wish]: 'direct-payment' };
  await does(visitor, `${own}/answer`, { on: own, fields });
  const silent = await tries(ngozi, `${plan}/settle`, { fields: { choice: 'agree', words: '' } });
  assert.match(refusalsIn(silent), /asked for a direct payment/);
  const words = 'No assistant was found who can give his medicine; we look again in four months.';
  await does(ngozi, `${plan}/settle`, { fields: { choice: 'agree', words } });
  assert.match((await visitor.get(own)).body, /No assistant was found/);
});

test('a team manager who wrote one section, or one line, agrees neither the assessment nor the plan', async () => {
  const { childId } = await aFamily(front);
  const lena = (await aPractitioner(front, 'Lena Hart', 'team-manager')).visitor;
  const assessment = await begins(marcus, childId);
  await does(lena, `${assessment}/sections/works`, { fields: { words: 'Music.' } });
  await writesWhole(marcus, assessment);
  const refused = await tries(lena, `${assessment}/settle`, { fields: { choice: 'agree', words: '' } });
  assert.match(refusalsIn(refused), /You have written a part of this yourself/);
  await does(ngozi, `${assessment}/settle`, { fields: { choice: 'agree', words: '' } });
  const plan = await readyPlan(marcus, assessment, [wholeLine]);
  const again = await tries(lena, `${plan}/settle`, { fields: { choice: 'agree', words: '' } });
  assert.match(refusalsIn(again), /You have written a part of this yourself/, 'of the assessment beneath it');
});

test('somebody with every role cannot assess, agree and pay: each of the three is somebody else', async () => {
  const { childId } = await aFamily(front);
  const all = await aPractitioner(front, 'Ola Every', 'social-worker', 'team-manager', 'finance-officer');
  const assessment = await begins(all.visitor, childId);
  await writesWhole(all.visitor, assessment);
  const own = await tries(all.visitor, `${assessment}/settle`, { fields: { choice: 'agree', words: '' } });
  assert.match(refusalsIn(own), /somebody else must agree it/);
  await does(ngozi, `${assessment}/settle`, { fields: { choice: 'agree', words: '' } });
  const plan = await readyPlan(marcus, assessment, [wholeLine]);
  await does(ngozi, `${plan}/settle`, { fields: { choice: 'agree', words: '' } });
  const paid = await tries(all.visitor, `${plan}/payment`, { on: plan, fields: { words: '' } });
  assert.match(refusalsIn(paid), /somebody else must arrange its payments/);
  const planId = plan.split('/').at(-1) ?? '';
  const forced = front.database.transaction({ authorityId, standing: 'system' }, async (transaction) => {
    const { household_id } = await transaction
      .selectFrom('support_plans')
      .select('household_id')
      .where('id', '=', planId)
      .executeTakeFirstOrThrow();
    await transaction
      .insertInto('plan_payments')
      .values({
        authority_id: authorityId,
        plan_id: planId,
        household_id,
        arranged_by: all.person.id,
        arranged_by_name: all.person.name,
        arranged_at: front.clock.now(),
      })
      .execute();
  });
  await assert.rejects(forced, /who assessed or agreed does not pay/);
});

test('lines of a plan that was made ready stay as they are until it is returned', async () => {
  const { childId } = await aFamily(front);
  const plan = await readyPlan(marcus, await agreedAssessment(people(), childId), [wholeLine]);
  const planId = plan.split('/').at(-1) ?? '';
  const forced = front.database.transaction({ authorityId, standing: 'system' }, (transaction) =>
    transaction.deleteFrom('plan_lines').where('plan_id', '=', planId).execute(),
  );
  await assert.rejects(forced, /lines change while their plan is a draft/);
  await does(ngozi, `${plan}/settle`, { fields: { choice: 'return', words: 'Why not a club at 1:2?' } });
  const page = await marcus.get(plan);
  assert.match(page.body, /returned it: Why not a club at 1:2\?/);
  const line = /\/lines\/([0-9a-f-]{36})"/.exec(page.body)?.[1] ?? '';
  await does(marcus, `${plan}/lines/${line}`, { fields: { ...wholeLine, hours: '2.5' } });
  // 2½ × 52 × £19.75
  assert.match((await marcus.get(plan)).body, /£2,567\.50/);
});
