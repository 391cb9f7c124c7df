// Who sits in a meeting may change until it decides; who leaves loses its papers and the vote.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { aPractitioner, type Front, frontOf } from '../assessments/test/front.ts';
import { does, refusalsIn, tries } from '../assessments/test/steps.ts';
import { aMeeting, anApplicationAtPanel, aPanel, called, decided, type Panel } from './test/meeting.ts';

let front: Front;
let panel: Panel;
before(async () => {
  front = await frontOf(await testDatabase());
  panel = await aPanel(front);
});
after(async () => {
  await front.app.close();
  await front.database.close();
});

test('before the papers are out somebody comes or leaves without a reason, but never the chair', async () => {
  const meeting = await called(front, panel);
  const ruth = panel.ruth.visitor;
  const otto = await aPractitioner(front, 'Otto Side', 'commissioner');
  const fields = { comes: otto.person.id, leaves: panel.lena.person.id, because: '' };
  assert.equal((await otto.visitor.get(meeting)).status, 403);
  await does(ruth, `${meeting}/members`, { on: meeting, fields });
  assert.equal((await otto.visitor.get(meeting)).status, 200);
  assert.equal((await panel.lena.visitor.get(meeting)).status, 403, 'who left sees nothing of it');
  const chair = { comes: '', leaves: panel.ruth.person.id, because: '' };
  assert.match(
    refusalsIn(await tries(ruth, `${meeting}/members`, { on: meeting, fields: chair })),
    /not the chair/,
  );
  const back = { comes: panel.lena.person.id, leaves: otto.person.id, because: 'Lena is well again' };
  await does(ruth, `${meeting}/members`, { on: meeting, fields: back });
  const page = await panel.lena.visitor.get(meeting);
  assert.match(page.body, /Lena Hart came in: Lena is well again/);
});

test('with the papers out a reason is owed; who came reads and votes, who left does neither', async () => {
  const { applicationId } = await anApplicationAtPanel(front);
  const { meeting, item } = await aMeeting(front, panel, applicationId);
  const ruth = panel.ruth.visitor;
  const nia = await aPractitioner(front, 'Nia Stand', 'commissioner');
  const fields = { comes: nia.person.id, leaves: panel.helen.person.id, because: '' };
  const bare = await tries(ruth, `${meeting}/members`, { on: meeting, fields });
  assert.match(refusalsIn(bare), /The papers are out, so write why/);
  await does(ruth, `${meeting}/members`, { on: meeting, fields: { ...fields, because: 'Helen is ill' } });
  assert.equal((await panel.helen.visitor.get(item)).status, 403);
  assert.equal((await nia.visitor.get(item)).status, 200);
  const form = await ruth.get(`${item}/decide`);
  assert.match(form.body, new RegExp(`vote-${nia.person.id}`));
  assert.doesNotMatch(form.body, new RegExp(`vote-${panel.helen.person.id}`));
  const vote = { ...decided(panel, { outcome: 'agreed' }), [`vote-${nia.person.id}`]: 'for' };
  await does(ruth, `${item}/decide`, { fields: vote });
  const late = await ruth.get(meeting);
  assert.doesNotMatch(late.body, /Somebody comes in, or leaves/, 'it has decided');
});
