import type { Persona } from '#platform/people/personas.ts';
import type { Filled } from './act-as.ts';
import { workers } from './people.ts';
import { dateBoxes, type Stage } from './stage.ts';

const { priya, marcus, ngozi } = workers;

function idIn(text: string, pattern: RegExp, what: string): string {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`the demonstration finds no ${what}`);
  return found;
}

/** The family's first child, as its account shows it. */
export async function childOf(stage: Stage, parent: Persona): Promise<string> {
  return idIn(await stage.reads(parent, '/account'), /\/account\/children\/([\w-]{36})/, 'child');
}

/** The family's first award by an application: the letter of it stands in the account. */
export async function awardOf(stage: Stage, parent: Persona): Promise<string> {
  return idIn(await stage.reads(parent, '/account'), /\/account\/awards\/([\w-]{36})/, 'award');
}

/** Decides an application as an officer does: the form, the page that asks to check, the decision. */
export async function decides(stage: Stage, application: string, form: Filled): Promise<void> {
  const path = `/practitioners/applications/${application}`;
  const check = `${path}/decide/check`;
  const filled = { because: '', wordsForFamily: '', ...form };
  // A decision that was taken in an earlier start is not taken again.
  const isOpen = (await stage.looks(priya, `${path}/decide`)) !== null;
  if (!isOpen) return;
  await stage.does(priya, `${path}/decide`, filled);
  const page = (await stage.looks(priya, check)) ?? '';
  const ground = /name="ground" value="([^"]+)"/.exec(page)?.[1] ?? '';
  await stage.does(priya, check, { ground });
}

const written = 'We talked about this at home. It is written down as the family said it.';

/** The assessor takes an assessment that was begun as far as it is ready for the manager. */
async function writes(stage: Stage, address: string): Promise<void> {
  const page = await stage.reads(marcus, address);
  const keys = [...page.matchAll(/\/sections\/([\w-]+)"/g)].map((found) => found[1] ?? '');
  for (const key of new Set(keys.filter((one) => one !== 'withheld'))) {
    const to = `${address}/sections/${key}`;
    const form = (await stage.looks(marcus, to)) ?? '';
    const base = /name="base" value="(\d+)"/.exec(form)?.[1];
    // Handed in, or written, in an earlier start.
    if (base === undefined || form.includes(written)) continue;
    await stage.does(marcus, to, { base, words: written });
  }
  await stage.does(marcus, `${address}/visit`, {
    ...dateBoxes('visitedOn', stage.today()),
    place: 'At home',
    peopleSeen: 'The child and the parent carer',
    seen: 'yes',
    words: '',
  });
  await stage.does(marcus, `${address}/submit`);
}

/** An assessment of a child and the family from the first day to its end. Gives its address. */
export async function assesses(
  stage: Stage,
  child: string,
  days: { readonly from: number; readonly agreed: number },
): Promise<string> {
  stage.on(days.from);
  const address = await stage.does(marcus, `/practitioners/children/${child}/assessments`, {
    kind: 'child-and-family',
    carer: '',
    words: 'The family called and asked for more help.',
  });
  await finishes(stage, address, days.agreed);
  return address;
}

/** Writes an assessment to its end, and has it agreed on a day. */
export async function finishes(stage: Stage, address: string, agreed: number): Promise<void> {
  stage.on(agreed);
  await writes(stage, address);
  await stage.does(ngozi, `${address}/settle`, { choice: 'agree', words: '' });
}

/** An enabler for three hours a week, bought with a direct payment. */
export const enablerLine: Filled = {
  need: 'One person with the child outside, all the time.',
  outcome: 'The child swims each week and makes friends there.',
  support: 'A personal assistant on Saturdays',
  why: 'A club with one adult for three children was tried, and it was not safe.',
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

/** Twelve nights a year that the council arranges. */
export const nightsLine: Filled = {
  ...enablerLine,
  need: 'The parent carer has not slept through a night for two years.',
  outcome: 'The child is well looked after, and the parent carer sleeps.',
  support: 'One night a month in the short breaks home',
  why: 'Help in the day does not give sleep, and nobody in the family can take the nights.',
  measure: 'nights',
  hours: '',
  nights: '12',
  unit: '77.07',
  per: 'year',
  ratio: '6',
  breakKind: 'overnight',
  way: 'in-house',
  legalBasis: 'section-17',
};

/** A plan with one line, made ready for the manager. Gives its address. */
export async function plans(stage: Stage, assessment: string, line: Filled): Promise<string> {
  const plan = await stage.does(marcus, `${assessment}/plan`);
  await stage.does(marcus, `${plan}/lines/new`, line);
  await stage.does(marcus, `${plan}/ready`);
  return plan;
}

/** The manager agrees a plan within her spending authority, or sends it to the panel. */
export async function settles(stage: Stage, plan: string, choice: 'agree' | 'panel'): Promise<void> {
  await stage.does(ngozi, `${plan}/settle`, { choice, words: '' });
}
