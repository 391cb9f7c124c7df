// A child's case from the first question to the review: a parent asks for an assessment; it is written and agreed; a
// plan is made that is for the panel; the panel decides; the family sees what it has; half a year later all look again.
import assert from 'node:assert/strict';
import { systemClock } from '#kernel/clock.ts';
import { journeys } from './journey.ts';
import type { Visitor } from './visitor.ts';

/** The machine's time, and some months more for the review. */
let later = Temporal.Duration.from({ seconds: 0 });
const clock = {
  now: () => systemClock.now().add(later),
  today: () => clock.now().toZonedDateTimeISO('Europe/London').toPlainDate(),
};

const because = 'She runs towards water and roads; a club at 1:3 was tried and was not safe.';

function addressOf(visitor: Visitor): string {
  return visitor.path.replace(/\?.*/, '');
}

/** The parent asks, and is told by when. Gives the address that a practitioner knows the assessment by. */
async function asks(parent: Visitor): Promise<string> {
  await parent.signsInAs('Joe Carter');
  await parent.opens('/account');
  await parent.follows('Ask for an assessment');
  await parent.sees('You have the right to ask.');
  await parent.chooses('What Ellie and the family need', { of: 'Whose needs should we look at?' });
  await parent.types({ 'Is there anything we should know now? (optional)': 'Nights are hard.' });
  await parent.presses('Ask for this', { status: 200 });
  await parent.sees('We have what you asked for.', 'We finish by');
  return addressOf(parent).replace('/account', '/practitioners');
}

/** The social worker takes it up and writes every part, with a sibling's needs and the child's own words. */
async function assesses(worker: Visitor, assessment: string): Promise<void> {
  await worker.opens('/practitioners/assessments');
  await worker.follows('Ellie Carter');
  assert.equal(worker.path, assessment);
  await worker.presses('I take this up', { status: 200 });
  await worker.follows('Add a sibling or a carer');
  await worker.chooses('A brother or sister', { of: 'Who is it?' });
  await worker.types({ Name: 'Noah Carter', 'About them (optional)': '12 years old' });
  await worker.presses('Add', { status: 200 });
  const parts: Readonly<Record<string, string>> = {
    'The child’s needs': 'Ellie needs somebody beside her day and night.',
    'The child’s views, in their own words': '“I like the water. I do not like waiting.”',
    'Noah Carter’s needs as a sibling': 'Noah misses his own swimming.',
    'Joe Carter’s needs as a carer': 'He sleeps four hours.',
    'What works well': 'They laugh together.',
    'What may go wrong': 'Nobody else can look after her.',
    'What the family wants': 'One morning a week.',
    'What should be different': 'Ellie swims each week.',
  };
  for (const [part, words] of Object.entries(parts)) {
    await worker.follows(part);
    await worker.types({ 'What you found out': words });
    await worker.presses('Save', { status: 200 });
    await worker.opens(assessment);
  }
  await worker.doesNotSee('Hand it in');
  await worker.follows('Record a visit or a talk');
  await worker.types({ 'Where?': 'At home', 'Whom did you see or speak to?': 'Ellie and her father' });
  await worker.chooses('Yes', { of: 'Did you see the child?' });
  await worker.presses('Save', { status: 200 });
  await worker.presses('Hand it in', { status: 200 });
}

async function agreesAssessment(manager: Visitor, assessment: string): Promise<void> {
  await manager.opens(`${assessment}/settle`);
  await manager.sees('Written by Marcus Reid.');
  await manager.chooses('I agree it', { of: 'What do you decide?' });
  await manager.presses('Confirm', { status: 200 });
}

/** A line without its why is refused and keeps what was typed; with it, the plan is made ready. Gives its address. */
async function plans(worker: Visitor, assessment: string): Promise<string> {
  await worker.opens(assessment);
  await worker.presses('Begin the support plan', { status: 200 });
  const plan = addressOf(worker);
  await worker.presses('Add a line');
  await worker.chooses('Hours', { of: 'How much?' });
  await worker.types({
    Need: 'Ellie needs one person with her outside.',
    Outcome: 'Ellie swims each week.',
    Support: 'A personal assistant',
    'How many hours': '10',
    'What one hour or one night costs': '19.75',
  });
  await worker.chooses('a week', { of: 'How often?' });
  await worker.chooses('Somebody to go out with (enabler or personal assistant)');
  await worker.chooses('Direct payment', { of: 'How does the family have it?' });
  await worker.presses('Save as complete', { status: 422 });
  await worker.sees('Say why this meets the need, or save the line as a draft');
  for (const [label, typed] of Object.entries({ Support: 'A personal assistant', 'How many hours': '10' }))
    assert.equal(await worker.page.getByLabel(label, { exact: true }).inputValue(), typed);
  await worker.types({ Why: because });
  await worker.presses('Save as complete', { status: 200 });
  // 10 hours × 52 weeks × £19.75
  await worker.sees('£10,270');
  await worker.presses('The plan is ready', { status: 200 });
  await worker.screenshot('plan-ready');
  return plan;
}

async function answersPlan(parent: Visitor): Promise<void> {
  await parent.opens('/account');
  const link = parent.page.getByRole('link', { name: /^Read the plan, and tell us if you agree/ });
  await parent.comesBy(() => link.click());
  await parent.sees(because, '£10,270');
  await parent.chooses('As money, and we arrange it ourselves');
  await parent.chooses('Yes', { of: 'Do you agree with this plan?' });
  await parent.presses('Send', { status: 200 });
  await parent.sees('We have what you said.');
}

async function sendsToPanel(manager: Visitor, plan: string): Promise<void> {
  await manager.opens(plan);
  await manager.presses('Agree, send to the panel, or return');
  await manager.sees('£10,270 a year is more than the £10,000 that may be agreed without the panel.');
  assert.equal(await manager.page.getByLabel('I agree it', { exact: true }).count(), 0);
  await manager.chooses('Send it to the panel', { of: 'What do you decide?' });
  await manager.presses('Confirm', { status: 200 });
}

/** The chair calls a meeting for today, puts the plan on its agenda and sends the papers out. Gives its address. */
async function callsPanel(chair: Visitor): Promise<string> {
  await chair.opens('/practitioners');
  await chair.follows('Panel');
  await chair.presses('Call a meeting');
  await chair.types({
    'On which day?': clock.today(),
    'At what time?': '09:30',
    'Where?': 'Room 2',
  });
  await chair.chooses(['Helen Marsh', 'Lena Hart', 'Ngozi Adeyemi'], { of: 'Who sits in it with you?' });
  await chair.presses('Call the meeting', { status: 200 });
  const meeting = addressOf(chair);
  await chair.page.getByRole('checkbox', { name: /^Ellie Carter, plan/ }).check();
  await chair.presses('Put on the agenda', { status: 200 });
  await chair.presses('Send out the papers', { status: 200 });
  return meeting;
}

/** A member says that they have an interest: the item is closed to them from that moment. */
async function declaresInterest(member: Visitor, meeting: string): Promise<void> {
  await member.opens(meeting);
  await member.follows('Ellie Carter');
  const item = member.path;
  await member.sees(because);
  await member.page.locator('summary', { hasText: 'I have an interest in this' }).click();
  await member.types({ 'What is it? (optional)': 'My neighbour' });
  await member.presses('I have an interest', { status: 200 });
  await member.sees('This item is closed to you from now on.', 'Closed to you');
  await member.doesNotSee('Ellie Carter');
  await member.opens(item, { status: 403 });
}

async function decides(chair: Visitor, meeting: string): Promise<void> {
  await chair.opens(meeting);
  await chair.follows('Ellie Carter');
  await chair.presses('Record what is decided');
  await chair.chooses('Agreed with conditions', { of: 'What was decided?' });
  await chair.types({ 'The conditions': 'Looked at again after 3 months.' });
  for (const name of ['Lena Hart', 'Ngozi Adeyemi', 'Ruth Bell']) await chair.chooses('For', { of: name });
  assert.equal(await chair.page.getByRole('group', { name: 'Helen Marsh' }).count(), 0, 'no vote is asked');
  await chair.presses('Record it', { status: 422 });
  await chair.sees('Write the reasons');
  await chair.types({ 'The reasons': 'Ellie needs one person with her outside.' });
  await chair.presses('Record it', { status: 200 });
}

/** The family sees its award, its plan and the letter with the conditions. Gives the award's address. */
async function readsWhatItHas(parent: Visitor): Promise<string> {
  await parent.opens('/demonstration/outbox');
  await parent.sees('Looked at again after 3 months.');
  await parent.opens('/account');
  await parent.sees('10 hours a week', 'Support plan for Ellie Carter');
  await parent.screenshot('account-with-plan');
  const card = parent.page.locator('.daybreak-card', { hasText: '10 hours a week' });
  const link = card.getByRole('link').first();
  const award = (await link.getAttribute('href')) ?? '';
  await parent.comesBy(() => link.click());
  await parent.sees('10 hours a week');
  await parent.opens('/account');
  await parent.follows('Support plan for Ellie Carter');
  await parent.sees(because);
  return award.split('/').at(-1) ?? '';
}

async function saysBeforeReview(parent: Visitor, award: string): Promise<void> {
  await parent.signsInAs('Joe Carter');
  await parent.opens('/account');
  await parent.sees('Tell us what you think before we look at it again');
  await parent.opens(`/account/reviews/${award}`);
  await parent.page.getByRole('radio', { name: /Sometimes good, sometimes not$/ }).check();
  await parent.types({ 'What do you want to say?': 'More water.' });
  await parent.presses('Send this', { status: 200 });
}

async function reviews(worker: Visitor, award: string): Promise<void> {
  await worker.signsInAs('Marcus Reid');
  await worker.opens(`/practitioners/awards/${award}/review`);
  await worker.sees('More water.');
  await worker.presses('Record this review');
  assert.equal(
    await worker.page.getByLabel('What does the child say?', { exact: true }).inputValue(),
    'More water.',
  );
  await worker.types({
    'What do the carers say?': 'It helps.',
    'What does it do for brothers and sisters?': 'Noah swims again.',
    'What went well?': 'She swims each week.',
    'Was it delivered as agreed?': 'Yes.',
    'Why?': 'It does what it is for.',
  });
  await worker.chooses('It goes on as it is', { of: 'What follows?' });
  await worker.presses('Record the review', { status: 200 });
  await worker.sees('She swims each week.', 'More water.');
  await worker.screenshot('review-held');
}

journeys('From the first question to the review', { clock }, (journey) => {
  journey(
    'a parent asks, a plan is made, the panel decides, and all look at it again',
    async (parent, scene) => {
      const wide = { width: 1280 } as const;
      const worker = await scene.visitor({ ...wide, hasScript: false });
      const manager = await scene.visitor({ ...wide, hasScript: true });
      const chair = await scene.visitor({ ...wide, hasScript: true });
      const member = await scene.visitor({ width: 320, hasScript: false });
      const assessment = await asks(parent);
      await worker.signsInAs('Marcus Reid');
      await assesses(worker, assessment);
      await manager.signsInAs('Ngozi Adeyemi');
      await agreesAssessment(manager, assessment);
      const plan = await plans(worker, assessment);
      await answersPlan(parent);
      await sendsToPanel(manager, plan);
      await member.signsInAs('Helen Marsh');
      await chair.signsInAs('Ruth Bell');
      const meeting = await callsPanel(chair);
      await declaresInterest(member, meeting);
      await decides(chair, meeting);
      const award = await readsWhatItHas(parent);
      later = Temporal.Duration.from({ hours: 24 * 115 });
      await saysBeforeReview(parent, award);
      await reviews(worker, award);
    },
    [{ hasScript: true, width: 320 }],
  );
});
