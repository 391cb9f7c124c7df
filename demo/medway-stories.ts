import type { Persona } from '#platform/people/personas.ts';
import { assesses, awardOf, childOf, decides, enablerLine, nightsLine, plans, settles } from './acts.ts';
import type { DemonstrationFamily } from './families.ts';
import { parentCarer, persona, workers } from './people.ts';
import { dateBoxes, type Stage } from './stage.ts';

const { priya, marcus, ngozi, ruth, helen, sian, lena } = workers;

/** What happens in the demonstration after the applications: each is told by itself, from its first day to today. */
export type Story = {
  readonly name: string;
  readonly tell: (stage: Stage) => Promise<void>;
};

/** Amounts, plans, panels, complaints and reviews of Medway's families. `settled` are those whose award is oldest. */
export function medwayStories(
  settled: readonly DemonstrationFamily[],
  waiting: readonly DemonstrationFamily[],
): readonly Story[] {
  const of = (families: readonly DemonstrationFamily[], index: number): Persona => {
    const found = families[index]?.persona;
    if (found === undefined) throw new Error(`the demonstration has no family ${index}`);
    return found;
  };
  const refused = settled.find(({ fate }) => fate === 'refused')?.persona ?? of(settled, 0);
  return [
    { name: 'hours by a plan', tell: (stage) => hoursByPlan(stage, of(settled, 0)) },
    { name: 'nights by the panel', tell: (stage) => nightsByPanel(stage, of(settled, 1)) },
    { name: 'an award suspended', tell: (stage) => suspended(stage, of(settled, 2)) },
    {
      name: 'a complaint at stage 1',
      tell: async (stage) => void (await complains(stage, of(settled, 3), 6)),
    },
    { name: 'a complaint at stage 2', tell: (stage) => complainsAgain(stage, of(settled, 5)) },
    { name: 'an appeal', tell: (stage) => appeals(stage, refused) },
    { name: 'growing up', tell: growingUp },
    { name: 'the waiting list', tell: (stage) => waits(stage, of(waiting, 1)) },
    { name: 'the register and what helps', tell: onTheRegister },
    { name: 'two kept apart', tell: (stage) => keptApart(stage, settled) },
    { name: 'a letter that lapses', tell: (stage) => lapsingLetter(stage, of(settled, 6)) },
  ];
}

/** The grant runs on beside the hours: the package shows the rule that this breaches. */
async function hoursByPlan(stage: Stage, parent: Persona): Promise<void> {
  stage.on(110);
  const child = await childOf(stage, parent);
  const assessment = await assesses(stage, child, { from: 110, agreed: 70 });
  stage.on(62);
  const plan = await plans(stage, assessment, enablerLine);
  await settles(stage, plan, 'agree');
}

async function nightsByPanel(stage: Stage, parent: Persona): Promise<void> {
  stage.on(100);
  const child = await childOf(stage, parent);
  const assessment = await assesses(stage, child, { from: 100, agreed: 60 });
  stage.on(50);
  const plan = await plans(stage, assessment, nightsLine);
  await settles(stage, plan, 'panel');
  stage.on(30);
  await meets(stage, plan.split('/').at(-1) ?? '');
}

async function meets(stage: Stage, subject: string): Promise<void> {
  const seats = [ngozi, helen, lena];
  for (const one of seats) await stage.reads(one, '/practitioners/panel');
  const call = await stage.reads(ruth, '/practitioners/panel/call');
  const members = seats.map(({ name }) => idBeside(call, name));
  const meeting = await stage.does(ruth, '/practitioners/panel/call', {
    ...dateBoxes('heldOn', stage.today()),
    startsAt: '09:30',
    place: 'Gun Wharf, room 2',
    members,
  });
  await stage.does(ruth, `${meeting}/agenda`, { subjects: subject });
  await stage.does(ruth, `${meeting}/issue`);
  const page = await stage.reads(ruth, meeting);
  const item = /(\/practitioners\/panel\/items\/[\w-]{36})/.exec(page)?.[1];
  if (item === undefined) throw new Error('the demonstration finds no item of the panel');
  for (const one of [ruth, ...seats]) await stage.reads(one, item);
  const decide = await stage.looks(ruth, `${item}/decide`);
  if (decide === null) return;
  const votes = [...decide.matchAll(/name="(vote-[\w-]{36})"/g)].map((found) => found[1] ?? '');
  await stage.does(ruth, `${item}/decide`, {
    outcome: 'agreed',
    reasons: 'Help in the day alone does not give the family sleep.',
    conditions: '',
    less: '',
    ...Object.fromEntries(votes.map((vote) => [vote, 'for'])),
  });
  await stage.does(ruth, `${meeting}/minutes`, {
    words: 'The panel read the assessment and the plan, and agreed with all voices.',
  });
}

/** The value of the box that stands beside a name. */
function idBeside(page: string, name: string): string {
  const found = new RegExp(`value="([\\w-]{36})"[^>]*>\\s*<label[^>]*>\\s*${name}`).exec(page)?.[1];
  if (found === undefined) throw new Error(`the demonstration finds no box for ${name}`);
  return found;
}

async function suspended(stage: Stage, parent: Persona): Promise<void> {
  stage.on(12);
  const award = await awardOf(stage, parent);
  await stage.does(ngozi, `/practitioners/awards/${award}/suspend/check`, {
    ...dateBoxes('from', stage.today()),
    reason: 'We have asked twice what the money was spent on. It goes on when we have the receipts.',
  });
}

async function complains(stage: Stage, parent: Persona, daysAgo: number): Promise<string> {
  stage.on(daysAgo);
  const to = await stage.does(parent, '/account/complaints/new', {
    standing: 'parent-carer',
    words: 'The helper did not come on two Saturdays, and nobody called us.',
  });
  return /complaints\/([\w-]{36})/.exec(to)?.[1] ?? '';
}

async function complainsAgain(stage: Stage, parent: Persona): Promise<void> {
  const id = await complains(stage, parent, 40);
  stage.on(30);
  await stage.does(sian, `/practitioners/complaints/${id}/answer`, {
    outcome: 'not-upheld',
    words: 'The provider says that it called. We are sorry that you had to wait.',
  });
  stage.on(20);
  await stage.does(parent, `/account/complaints/${id}/next-stage`, {
    words: 'Nobody asked us. Please have somebody look who is not from the team.',
  });
}

async function appeals(stage: Stage, parent: Persona): Promise<void> {
  stage.on(15);
  const account = await stage.reads(parent, '/account');
  const application = /\/account\/applications\/([\w-]{36})/.exec(account)?.[1] ?? '';
  const letter = await stage.leads(parent, `/account/applications/${application}/letter`);
  const decision = /\/account\/decisions\/([\w-]{36})/.exec(letter)?.[1];
  if (decision === undefined) throw new Error('the demonstration finds no decision to appeal');
  await stage.does(parent, `/account/decisions/${decision}/appeal`, {
    words: 'The direct payment ended in the summer. We have nothing else now.',
  });
}

async function growingUp(stage: Stage): Promise<void> {
  const parent = parentCarer('hannah', 'Hannah Brooks');
  const leah = persona('leah');
  stage.on(25);
  const child = await childOf(stage, parent);
  const plan = `/practitioners/children/${child}/transition`;
  await stage.does(marcus, `${plan}/own-account`, { name: leah.name, email: leah.email });
  await stage.does(marcus, `${plan}/step`, {
    what: 'Visit the college, and ask who helps there',
    who: 'Leah and Marcus Reid',
    ...dateBoxes('on', stage.today().add({ days: 40 })),
  });
  stage.on(18);
  await stage.does(leah, `/account/children/${child}/growing-up`, {
    by: 'young-person',
    words: 'I want to work with horses. I want to take the bus by myself. I want to choose who helps me.',
  });
}

async function waits(stage: Stage, parent: Persona): Promise<void> {
  stage.on(8);
  const account = await stage.reads(parent, '/account');
  const application = /\/account\/applications\/([\w-]{36})/.exec(account)?.[1] ?? '';
  await decides(stage, application, {
    kind: 'wait',
    because: 'The family asks for a place in the spring only, and agreed to wait for it.',
  });
}

async function onTheRegister(stage: Stage): Promise<void> {
  const joe = persona('joe');
  stage.on(45);
  const child = await childOf(stage, joe);
  const about = `/account/children/${child}/about`;
  await stage.does(joe, `${about}/matters`, {
    likes: ['swimming', 'music'],
    dislikes: ['noise'],
    'own-words': 'I laugh when the water moves',
  });
  await stage.does(joe, `${about}/health`, { medication: ['rescue'], epilepsy: 'active' });
  await stage.does(joe, `/account/children/${child}/register`, { what: 'join', agreed: 'yes' });
  stage.on(41);
  await stage.does(priya, `/practitioners/children/${child}/register`, {
    what: 'settle',
    outcome: 'confirm',
  });
}

async function keptApart(stage: Stage, settled: readonly DemonstrationFamily[]): Promise<void> {
  const [one, other] = [settled[7], settled[8]];
  if (one === undefined || other === undefined) throw new Error('the demonstration has too few families');
  stage.on(14);
  const child = await childOf(stage, one.persona);
  const page = await stage.reads(priya, `/practitioners/children/${await childOf(stage, other.persona)}`);
  const born = /(\d{1,2}) ([A-Z][a-z]+) (20\d\d)/.exec(page);
  const months = 'January February March April May June July August September October November December';
  const month = months.split(' ').indexOf(born?.[2] ?? '') + 1;
  await stage.does(priya, `/practitioners/children/${child}/limits`, {
    what: 'add-apart',
    otherName: `${other.child.givenName} ${other.child.familyName}`,
    'otherBorn-day': born?.[1] ?? '',
    'otherBorn-month': String(month),
    'otherBorn-year': born?.[3] ?? '',
    reason: 'They hit each other when they are in one group.',
    saidBy: 'The leader of the holiday club',
    ...dateBoxes('reviewOn', stage.today().add({ months: 5 })),
  });
}

/** The evidence of a family is good for a few weeks more: the service reminds it in time. */
async function lapsingLetter(stage: Stage, parent: Persona): Promise<void> {
  stage.on(10);
  const child = await childOf(stage, parent);
  await stage.does(priya, `/practitioners/children/${child}/evidence`, {
    kind: 'school-letter',
    shows: 'The school sees that he needs one person beside him.',
    ...dateBoxes('datedOn', stage.today().subtract({ months: 11 })),
    ...dateBoxes('holdsUntil', stage.today().add({ days: 24 })),
  });
}
