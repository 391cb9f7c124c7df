// What people do one after another in an assessment and a plan, each by its own form.
import assert from 'node:assert/strict';
import type { Shown, SiteVisitor } from '../../../../test/site.ts';
import type { Front } from './front.ts';

type Fields = Readonly<Record<string, string>>;

/** Sends a form that must be taken, and gives where it led. */
export async function does(
  visitor: SiteVisitor,
  to: string,
  given: { readonly on?: string; readonly fields?: Fields } = {},
): Promise<string> {
  const shown = await tries(visitor, to, given);
  assert.equal(shown.status, 303, refusalsIn(shown) || `${to} gave ${shown.status}`);
  return shown.location;
}

/** Sends a form, and gives what came back. */
export function tries(
  visitor: SiteVisitor,
  to: string,
  given: { readonly on?: string; readonly fields?: Fields } = {},
): Promise<Shown> {
  return visitor.send(to, { on: given.on ?? to, fields: given.fields ?? {} });
}

/** The sentences of the error summary. */
export function refusalsIn(shown: Shown): string {
  const summary = /govuk-error-summary__list">([\s\S]*?)<\/ul>/.exec(shown.body)?.[1] ?? '';
  return summary
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll('&#39;', "'")
    .trim();
}

/** Writes every section that is still to do, records a visit, and hands the assessment in. */
export async function writesWhole(visitor: SiteVisitor, address: string): Promise<void> {
  const page = await visitor.get(address);
  const keys = [...page.body.matchAll(/\/sections\/([\w-]+)"/g)].map((found) => found[1] ?? '');
  for (const key of keys.filter((one) => one !== 'withheld'))
    await does(visitor, `${address}/sections/${key}`, { fields: { words: `What we found out: ${key}.` } });
  await does(visitor, `${address}/visit`, {
    fields: {
      'visitedOn-day': '23',
      'visitedOn-month': '11',
      'visitedOn-year': '2026',
      place: 'At home',
      peopleSeen: 'Zayn and his mother',
      seen: 'yes',
      words: '',
    },
  });
  await does(visitor, `${address}/submit`, { on: address });
}

/** A child and family assessment, begun by a practitioner for a child. Gives its address. */
export async function begins(visitor: SiteVisitor, childId: string): Promise<string> {
  const to = `/practitioners/children/${childId}/assessments`;
  return does(visitor, to, { fields: { kind: 'child-and-family', carer: '', words: 'The mother called.' } });
}

/** Fields of a line that is complete: three hours a week at 1:1 by a direct payment, £19.75 an hour. */
export const wholeLine: Fields = {
  need: 'Zayn needs one person with him outside.',
  outcome: 'Zayn goes swimming each week.',
  support: 'A personal assistant on Saturdays',
  why: 'He runs towards water and roads; a club at 1:3 was tried and was not safe.',
  measure: 'hours',
  hours: '3',
  nights: '',
  money: '',
  unit: '19.75',
  per: 'week',
  ratio: '12',
  breakKind: 'enabler',
  way: 'direct-payment',
  paidBy: 'council',
  save: 'complete',
};

/** From nothing to an agreed assessment of a child: the assessor writes, the manager agrees. Gives its address. */
export async function agreedAssessment(
  given: { readonly assessor: SiteVisitor; readonly manager: SiteVisitor },
  childId: string,
): Promise<string> {
  const address = await begins(given.assessor, childId);
  await writesWhole(given.assessor, address);
  await does(given.manager, `${address}/settle`, { fields: { choice: 'agree', words: '' } });
  return address;
}

/** A plan with lines, made ready. Gives its address. */
export async function readyPlan(
  visitor: SiteVisitor,
  assessment: string,
  lines: readonly Fields[],
): Promise<string> {
  const plan = await does(visitor, `${assessment}/plan`, { on: assessment });
  for (const fields of lines) await does(visitor, `${plan}/lines/new`, { fields });
  await does(visitor, `${plan}/ready`, { on: plan });
  return plan;
}

/** The awards of a child, as the database holds them. */
export function awardsOf(front: Front, childId: string) {
  const authorityId = '018f0000-0000-7000-8000-00000000a001';
  return front.database.transaction({ authorityId, standing: 'system' }, (transaction) =>
    transaction.selectFrom('awards').selectAll().where('child_id', '=', childId).orderBy('id').execute(),
  );
}
