// Whatever people with every role do, in whatever order, nobody agrees or pays what they had a part in.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { testDatabase } from '../../../test/database.ts';
import { aFamily, aPractitioner, authorityId, type Front, frontOf } from './test/front.ts';
import { begins, tries, wholeLine, writesWhole } from './test/steps.ts';

let front: Front;
let people: readonly Awaited<ReturnType<typeof aPractitioner>>[];

before(async () => {
  front = await frontOf(await testDatabase());
  const roles = ['social-worker', 'team-manager', 'finance-officer'];
  people = [
    await aPractitioner(front, 'Ada One', ...roles),
    await aPractitioner(front, 'Ben Two', ...roles),
    await aPractitioner(front, 'Cy Three', ...roles),
    await aPractitioner(front, 'Di Four', ...roles),
  ];
});
after(async () => {
  await front.app.close();
  await front.database.close();
});

const kinds = [
  'write',
  'submit',
  'agree',
  'return',
  'plan',
  'line',
  'ready',
  'agree-plan',
  'return-plan',
  'pay',
] as const;
let written = 0;

type Step = { readonly kind: (typeof kinds)[number]; readonly who: number };

/** Does a step if the page offers it; what is refused, or not offered, changes nothing. */
async function attempt(step: Step, at: { readonly assessment: string; plan: string | null }): Promise<void> {
  const visitor = people[step.who]?.visitor;
  if (visitor === undefined) return;
  const { assessment, plan } = at;
  const onPlan = plan ?? '/practitioners/assessments';
  const settle = (choice: string) => ({ choice, words: 'Because of the test.' });
  const posts: Readonly<Record<Step['kind'], readonly [string, string, Record<string, string>]>> = {
    write: [
      `${assessment}/sections/works`,
      `${assessment}/sections/works`,
      { words: `${step.who}, the ${++written}th time` },
    ],
    submit: [`${assessment}/submit`, assessment, {}],
    agree: [`${assessment}/settle`, `${assessment}/settle`, settle('agree')],
    return: [`${assessment}/settle`, `${assessment}/settle`, settle('return')],
    plan: [`${assessment}/plan`, assessment, {}],
    line: [`${onPlan}/lines/new`, `${onPlan}/lines/new`, wholeLine],
    ready: [`${onPlan}/ready`, onPlan, {}],
    'agree-plan': [`${onPlan}/settle`, `${onPlan}/settle`, settle('agree')],
    'return-plan': [`${onPlan}/settle`, `${onPlan}/settle`, settle('return')],
    pay: [`${onPlan}/payment`, onPlan, { words: '' }],
  };
  const [to, on, fields] = posts[step.kind];
  const shown = await tries(visitor, to, { on, fields }).catch(() => null);
  assert.ok((shown?.status ?? 404) < 500, `${step.kind} by ${step.who} broke`);
  if (step.kind === 'plan' && shown?.status === 303) at.plan = shown.location;
}

/** Who wrote and who agreed, as the database holds it. */
function heldOf(assessment: string) {
  const id = assessment.split('/').at(-1) ?? '';
  return front.database.transaction({ authorityId, standing: 'system' }, async (transaction) => ({
    sections: await transaction
      .selectFrom('assessment_sections')
      .select('written_by')
      .where('assessment_id', '=', id)
      .execute(),
    row: await transaction
      .selectFrom('assessments')
      .select(['assessor_id', 'agreed_by'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
    plan: await transaction
      .selectFrom('support_plans')
      .selectAll()
      .where('assessment_id', '=', id)
      .executeTakeFirst(),
    steps: await transaction
      .selectFrom('plan_steps as s')
      .innerJoin('support_plans as p', 'p.id', 's.plan_id')
      .select(['s.kind', 's.person_id'])
      .where('p.assessment_id', '=', id)
      .execute(),
    payments: await transaction
      .selectFrom('plan_payments as y')
      .innerJoin('support_plans as p', 'p.id', 'y.plan_id')
      .select('y.arranged_by')
      .where('p.assessment_id', '=', id)
      .execute(),
  }));
}

const step = fc.record({ kind: fc.constantFrom(...kinds), who: fc.integer({ min: 0, max: 3 }) });
/** A way through to the end, into which other steps are thrown, so that many runs reach an agreement. */
const path: readonly Step['kind'][] = ['submit', 'agree', 'plan', 'line', 'ready', 'agree-plan', 'pay'];
const runs = fc.tuple(
  fc.array(fc.integer({ min: 0, max: 3 }), { minLength: path.length, maxLength: path.length }),
  fc.array(step, { minLength: 2, maxLength: 6 }),
  fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
);

test('nobody agrees an assessment or a plan that they had a part in, and nobody pays what they agreed', async () => {
  let agreed = 0;
  await fc.assert(
    fc.asyncProperty(runs, async ([who, thrown, places]) => {
      const { childId } = await aFamily(front);
      const first = people[0]?.visitor;
      assert.ok(first !== undefined);
      const at = { assessment: await begins(first, childId), plan: null as string | null };
      await writesWhole(first, at.assessment);
      const order: Step[] = path.map((kind, index) => ({ kind, who: who[index] ?? 0 }));
      for (const [index, one] of thrown.entries())
        order.splice((places[index] ?? 0) % (order.length + 1), 0, one);
      for (const one of order) await attempt(one, at);
      const held = await heldOf(at.assessment);
      const writers = new Set([...held.sections.map((one) => one.written_by), held.row.assessor_id]);
      assert.ok(!writers.has(held.row.agreed_by), 'who wrote a section has agreed');
      if (held.row.agreed_by !== null) agreed += 1;
      const planned = held.steps.filter(({ kind }) => ['begun', 'line-saved', 'made-ready'].includes(kind));
      const authors = new Set([...writers, ...planned.map((one) => one.person_id)]);
      assert.ok(!authors.has(held.plan?.agreed_by ?? null), 'who had a part in the plan has agreed it');
      for (const { arranged_by } of held.payments) {
        assert.ok(!authors.has(arranged_by), 'who had a part in the plan has paid');
        assert.notEqual(arranged_by, held.plan?.agreed_by);
      }
    }),
    { numRuns: 8, seed: 20_261_124 },
  );
  assert.ok(agreed > 0, 'some of the runs reach an agreement');
});
