import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Person } from '#platform/web/visit.ts';
import { testDatabase } from '../../../test/database.ts';
import { testVisit } from '../../../test/visit.ts';
import { planLinesOfChild, toDosOfFamily, toDosOfPractitioner } from './index.ts';
import { aFamily, aPractitioner, authority, authorityId, type Front, frontOf } from './test/front.ts';
import { agreedAssessment, begins, does, readyPlan, wholeLine, writesWhole } from './test/steps.ts';

let front: Front;
before(async () => {
  front = await frontOf(await testDatabase());
});
after(async () => {
  await front.app.close();
  await front.database.close();
});

const titles = async (person: Person, of: typeof toDosOfFamily) =>
  (await testVisit({ database: front.database, authority, person, readOnly: true }, of)).map(
    (one) => one.title,
  );

test('each is told what is theirs to do, and nobody what is of their own household', async () => {
  const marcus = await aPractitioner(front, 'Marcus Reid', 'social-worker');
  const ngozi = await aPractitioner(front, 'Ngozi Adeyemi', 'team-manager');
  const daniel = await aPractitioner(front, 'Daniel Osei', 'finance-officer');
  const { childId, parent, visitor } = await aFamily(front);
  const ask = `/account/children/${childId}/ask-for-assessment`;
  await does(visitor, ask, { fields: { whose: 'parent-carer', words: '' } });
  assert.deepEqual(await titles(marcus.person, toDosOfPractitioner), [
    'Take up a parent carer’s needs assessment',
  ]);
  const namesake = await aPractitioner(front, 'Amira Khan', 'social-worker');
  assert.deepEqual(await titles(namesake.person, toDosOfPractitioner), []);

  const assessment = await begins(marcus.visitor, childId);
  assert.ok(
    (await titles(marcus.person, toDosOfPractitioner)).includes('Finish a child and family assessment'),
  );
  await writesWhole(marcus.visitor, assessment);
  assert.deepEqual(await titles(parent, toDosOfFamily), ['Read what we wrote, and tell us if it is right']);
  assert.ok(
    (await titles(ngozi.person, toDosOfPractitioner)).includes('Agree a child and family assessment'),
  );
  await does(ngozi.visitor, `${assessment}/settle`, { fields: { choice: 'agree', words: '' } });
  const plan = await readyPlan(marcus.visitor, assessment, [wholeLine]);
  assert.deepEqual(await titles(parent, toDosOfFamily), ['Read the plan, and tell us if you agree']);
  assert.ok((await titles(ngozi.person, toDosOfPractitioner)).includes('Agree a support plan'));
  await does(ngozi.visitor, `${plan}/settle`, { fields: { choice: 'agree', words: '' } });
  assert.deepEqual(await titles(daniel.person, toDosOfPractitioner), [
    'Arrange the payments of an agreed plan',
  ]);
  const lines = await front.database.transaction({ authorityId, standing: 'system' }, (transaction) =>
    planLinesOfChild(transaction, { authorityId, childId }),
  );
  assert.deepEqual(
    lines.map((line) => [line.planState, line.yearlyCost]),
    [['agreed', 308_100]],
  );
});

test('a plan that is stopped says why, stays in the record, and another can be begun', async () => {
  const assessor = (await aPractitioner(front, 'Mia Dean', 'social-worker')).visitor;
  const manager = (await aPractitioner(front, 'Noah West', 'team-manager')).visitor;
  const { childId } = await aFamily(front, { parentName: 'Bea Long' });
  const assessment = await agreedAssessment({ assessor, manager }, childId);
  const plan = await does(assessor, `${assessment}/plan`, { on: assessment });
  await does(assessor, `${plan}/close`, { on: plan, fields: { words: 'The family moved away.' } });
  assert.match((await assessor.get(plan)).body, /stopped it: The family moved away\./);
  await does(assessor, `${assessment}/plan`, { on: assessment });
});
