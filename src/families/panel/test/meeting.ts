// A panel as tests need it: members, a meeting with plans or applications on its agenda, papers out.
import assert from 'node:assert/strict';
import { hiddenFields } from '../../../../test/site.ts';
import { dateBoxes } from '../../applications/examples.ts';
import { addEvent, changeState } from '../../applications/index.ts';
import { aFamily, aPractitioner, authorityId, type Front } from '../../assessments/test/front.ts';
import { agreedAssessment, does, readyPlan, wholeLine } from '../../assessments/test/steps.ts';

type Practitioner = Awaited<ReturnType<typeof aPractitioner>>;

export type Panel = {
  readonly ruth: Practitioner;
  readonly ngozi: Practitioner;
  readonly helen: Practitioner;
  readonly lena: Practitioner;
  readonly marcus: Practitioner;
};

/** A chair, three more who may sit with her, and the social worker who writes plans. */
export async function aPanel(front: Front): Promise<Panel> {
  return {
    ruth: await aPractitioner(front, 'Ruth Bell', 'panel-chair'),
    ngozi: await aPractitioner(front, 'Ngozi Adeyemi', 'team-manager'),
    helen: await aPractitioner(front, 'Helen Marsh', 'commissioner'),
    lena: await aPractitioner(front, 'Lena Hart', 'quality-officer'),
    marcus: await aPractitioner(front, 'Marcus Reid', 'social-worker'),
  };
}

/** A family whose plan was sent to the panel: floating support at home. */
export async function aPlanAtPanel(front: Front, panel: Panel, name = 'Amira Khan') {
  const family = await aFamily(front, { parentName: name });
  const people = { assessor: panel.marcus.visitor, manager: panel.ngozi.visitor };
  const assessment = await agreedAssessment(people, family.childId);
  const line = { ...wholeLine, breakKind: 'homecare', way: 'commissioned' };
  const plan = await readyPlan(panel.marcus.visitor, assessment, [line]);
  await does(panel.ngozi.visitor, `${plan}/settle`, { fields: { choice: 'panel', words: '' } });
  return { ...family, plan, planId: plan.split('/').at(-1) ?? '' };
}

/** A family whose application was referred to the panel. */
export async function anApplicationAtPanel(front: Front, name = 'Joe Carter') {
  const family = await aFamily(front, { parentName: name });
  const named = { authorityId, applicationId: family.applicationId };
  await front.database.transaction({ authorityId, standing: 'system' }, async (transaction) => {
    const at = front.clock.now();
    const to = { to: 'referred', referredTo: 'panel', waitingSince: null } as const;
    await changeState(transaction, { ...named, ...to, at });
    const event = {
      at,
      personId: null,
      kind: 'referred',
      words: 'For the panel',
      isForFamily: true,
    } as const;
    await addEvent(transaction, { ...named, ...event });
  });
  return family;
}

/** A meeting today that Ruth chairs, with one other thing on its agenda; its papers are out. */
export async function aMeeting(
  front: Front,
  panel: Panel,
  subjectId: string,
): Promise<{ readonly meeting: string; readonly item: string }> {
  const meeting = await called(front, panel);
  const { visitor } = panel.ruth;
  await does(visitor, `${meeting}/agenda`, { on: meeting, fields: { subjects: subjectId } });
  await does(visitor, `${meeting}/issue`, { on: meeting });
  const page = await visitor.get(meeting);
  const item = /href="(\/practitioners\/panel\/items\/[0-9a-f-]{36})"/.exec(page.body)?.[1] ?? '';
  return { meeting, item };
}

/** A meeting today of Ruth, Ngozi, Helen and Lena, still without an agenda. */
export async function called(front: Front, panel: Panel): Promise<string> {
  const { ruth, ngozi, helen, lena } = panel;
  const url = '/practitioners/panel/call';
  const page = await ruth.visitor.get(url);
  const fields = { startsAt: '09:30', place: 'Gun Wharf, room 2', ...dateBoxes('heldOn', '2026-11-24') };
  const body = new URLSearchParams({ ...hiddenFields(page.body, url), ...fields } as Record<string, string>);
  for (const { person } of [ngozi, helen, lena]) body.append('members', person.id);
  const answer = await front.app.inject({
    method: 'POST',
    url,
    headers: { host: 'localhost:3000', 'content-type': 'application/x-www-form-urlencoded' },
    cookies: Object.fromEntries(ruth.visitor.cookies),
    payload: body.toString(),
  });
  assert.equal(answer.statusCode, 303, answer.body.slice(0, 3_000));
  return String(answer.headers.location);
}

/** What the chair posts: an outcome, with a vote of each of the four where nothing else is said. */
export function decided(
  panel: Panel,
  fields: Readonly<Record<string, string>> & { readonly outcome: string },
): Record<string, string> {
  const vote = (who: Practitioner) => `vote-${who.person.id}`;
  return {
    reasons: 'He needs one person with him at home.',
    conditions: '',
    less: '',
    [vote(panel.ruth)]: 'for',
    [vote(panel.helen)]: 'for',
    [vote(panel.lena)]: 'abstained',
    [vote(panel.ngozi)]: 'for',
    ...fields,
  };
}
