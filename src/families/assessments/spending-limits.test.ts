import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import type { SiteVisitor } from '../../../test/site.ts';
import { aFamily, aPractitioner, type Front, frontOf } from './test/front.ts';
import { agreedAssessment, awardsOf, does, readyPlan, refusalsIn, tries, wholeLine } from './test/steps.ts';

let front: Front;
let marcus: SiteVisitor;
let ngozi: SiteVisitor;
let olu: SiteVisitor;
let priya: SiteVisitor;

before(async () => {
  front = await frontOf(await testDatabase());
  marcus = (await aPractitioner(front, 'Marcus Reid', 'social-worker')).visitor;
  ngozi = (await aPractitioner(front, 'Ngozi Adeyemi', 'team-manager')).visitor;
  olu = (await aPractitioner(front, 'Olu Bright', 'team-manager')).visitor;
  priya = (await aPractitioner(front, 'Priya Shah', 'short-breaks-officer')).visitor;
});
after(async () => {
  await front.app.close();
  await front.database.close();
});

const agree = { choice: 'agree', words: 'It meets the need.' };
const sixThousand = { ...wholeLine, measure: 'money', money: '6000', hours: '', unit: '', per: 'year' };

async function agreedPlan(lines: readonly Readonly<Record<string, string>>[]) {
  const { childId } = await aFamily(front);
  const assessment = await agreedAssessment({ assessor: marcus, manager: ngozi }, childId);
  const plan = await readyPlan(marcus, assessment, lines);
  await does(ngozi, `${plan}/settle`, { fields: agree });
  return { childId, assessment };
}

test('two plans at the same time count together: what one plan would send to the panel is not agreed in halves', async () => {
  const { assessment } = await agreedPlan([sixThousand]);
  const second = await readyPlan(marcus, assessment, [sixThousand]);
  const refused = await tries(ngozi, `${second}/settle`, { fields: agree });
  assert.match(
    refusalsIn(refused),
    /£12,000 a year, with £6,000 from other agreed plans at the same time, is more than the £10,000/,
  );
  await does(ngozi, `${second}/settle`, { fields: { choice: 'panel', words: '' } });
});

test('a plan that begins when the other is over counts alone', async () => {
  const { assessment } = await agreedPlan([sixThousand]);
  const plan = await does(marcus, `${assessment}/plan`, { on: assessment });
  await does(marcus, `${plan}/lines/new`, { fields: sixThousand });
  const fields = {
    ...{ 'startsOn-day': '24', 'startsOn-month': '11', 'startsOn-year': '2027' },
    ...{ 'endsOn-day': '23', 'endsOn-month': '11', 'endsOn-year': '2028' },
  };
  await does(marcus, `${plan}/dates`, { on: plan, fields });
  await does(marcus, `${plan}/ready`, { on: plan });
  await does(ngozi, `${plan}/settle`, { fields: agree });
});

async function asksForHours(award: string, hours: string): Promise<string> {
  const asked = { 'from-day': '1', 'from-month': '12', 'from-year': '2026', hours };
  const check = `${award}/change/check?${new URLSearchParams(asked)}`;
  await does(priya, `${award}/change/check`, { on: check, fields: { ...asked, reason: 'More is needed.' } });
  const page = await olu.get(award);
  return /\/practitioners\/awards\/[0-9a-f-]+\/raises\/[0-9a-f-]+/.exec(page.body)?.[0] ?? '';
}

test('who wrote or agreed the plan does not answer the raise, and nobody raises it above what they may agree', async () => {
  const { childId } = await agreedPlan([wholeLine]);
  const award = `/practitioners/awards/${(await awardsOf(front, childId))[0]?.id ?? ''}`;
  const yes = { answer: 'agreed', because: 'The need is clear.' };
  const more = await asksForHours(award, '5');
  assert.match(refusalsIn(await tries(ngozi, more, { fields: yes })), /Another team manager/);
  await does(olu, more, { fields: yes });
  // 12 × 52 × £19.75 is £12,324.
  const most = await asksForHours(award, '12');
  assert.match(
    refusalsIn(await tries(olu, most, { fields: yes })),
    /£12,324 a year is more than the £10,000/,
  );
  await does(olu, most, { fields: { ...yes, answer: 'not-agreed' } });
});
