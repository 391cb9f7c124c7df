import {
  childrenOf,
  fullName,
  householdOfPerson,
  householdsHiddenFrom,
  onceEach,
} from '#families/register/index.ts';
import type { ToDo } from '#kernel/to-do.ts';
import { signedIn, type Visit } from '#platform/web/visit.ts';
import { awardsTooLong, type TooLong } from './age-limit.ts';
import { type StandingMilestone, standingMilestones } from './case-of-transition.ts';
import { planOf } from './domain/entry.ts';
import type { MilestoneRule } from './domain/milestone.ts';
import { transitionRoles } from './policy.ts';
import { transitionRules } from './rules-of-transition.ts';
import { childrenBorn, entriesOf, type Growing } from './store/entries.ts';

/** A line of the list: one young person and one thing that is due, or that comes. */
export type ListLine = {
  readonly child: Growing;
  readonly milestone: StandingMilestone;
  readonly tooLong: readonly TooLong[];
};

export const listViews = ['due', 'overdue', 'soon', 'ends'] as const;
export type ListView = (typeof listViews)[number];

/** Nobody is older than this on the list: the last milestone lapses at 26. */
const oldest = { years: 27 };
/** Nobody is younger: the plan begins at 13¾, and the list looks half a year ahead. */
const youngest = { years: 13 };

/** Everything that is due, overdue, or comes within half a year, for whoever the visitor is not kept away from. */
export async function linesOf(visit: Visit): Promise<readonly ListLine[]> {
  const hidden = new Set(await householdsHiddenFrom(visit, signedIn(visit)));
  const today = visit.clock.today();
  const authorityId = visit.authority.id;
  const born = { from: today.subtract(oldest), until: today.subtract(youngest) };
  const children = (await childrenBorn(visit.transaction, { authorityId, ...born })).filter(
    ({ householdId }) => !hidden.has(householdId),
  );
  const childIds = children.map(({ id }) => id);
  const entries = await entriesOf(visit.transaction, { authorityId, childIds });
  const tooLong = await awardsTooLong(visit, children);
  return children
    .flatMap((child) => {
      const { done } = planOf(entries.get(child.id) ?? []);
      return standingMilestones(visit.authority, { bornOn: child.bornOn, done, today })
        .filter(({ state }) => state === 'due' || state === 'overdue' || state === 'soon')
        .map((milestone) => ({ child, milestone, tooLong: tooLong.get(child.id) ?? [] }));
    })
    .sort((one, other) => Temporal.PlainDate.compare(dayOf(one), dayOf(other)));
}

function dayOf({ milestone }: ListLine): Temporal.PlainDate {
  return milestone.state === 'soon' ? milestone.day : milestone.dueBy;
}

/** The lines of a view. */
export function inView(lines: readonly ListLine[], view: ListView): readonly ListLine[] {
  return lines.filter(({ milestone, tooLong }) => {
    if (view === 'ends') return milestone.rule.kind === 'end' || tooLong.length > 0;
    return milestone.state === view;
  });
}

/** What a practitioner has to do for young people who grow up: what is due or overdue. */
export async function toDosOfPractitioner(visit: Visit): Promise<readonly ToDo[]> {
  const { person } = visit;
  if (person?.kind !== 'practitioner' || !transitionRoles.some((role) => person.roles.includes(role)))
    return [];
  // An officer of the grant sees the pages; the work of planning is the social worker's and the manager's.
  if (!person.roles.includes('social-worker') && !person.roles.includes('team-manager')) return [];
  return (await firstDue(visit, mostToDos)).map(({ child, milestone }) => ({
    title: milestone.rule.title,
    about: fullName(child),
    href: `/practitioners/children/${child.id}/transition`,
    by: milestone.dueBy,
  }));
}

/** More would hide everything else; the list of young people has them all. */
const mostToDos = 20;

/** A milestone of one young person that waits to be done. */
type DueMilestone = Pick<ListLine, 'child' | 'milestone'>;

/**
 * The first of what is due or overdue, the longest due in front, without working all of it out: of each rule the
 * oldest are read for whom it is not done, as many as it takes.
 */
async function firstDue(visit: Visit, first: number): Promise<readonly DueMilestone[]> {
  const hidden = new Set(await householdsHiddenFrom(visit, signedIn(visit)));
  const all: DueMilestone[] = [];
  for (const rule of transitionRules(visit.authority))
    all.push(...(await firstOfRule(visit, { rule, hidden, first })));
  return all
    .sort((one, other) => Temporal.PlainDate.compare(one.milestone.dueBy, other.milestone.dueBy))
    .slice(0, first);
}

type OfRule = { readonly rule: MilestoneRule; readonly hidden: ReadonlySet<string>; readonly first: number };

async function firstOfRule(visit: Visit, { rule, hidden, first }: OfRule): Promise<readonly DueMilestone[]> {
  const today = visit.clock.today();
  const authorityId = visit.authority.id;
  // A day more on either side: who is born on the last of a month may reach an age a day later.
  const born = {
    from: today.subtract(rule.lapses).subtract({ days: 3 }),
    until: today.subtract(rule.at).add({ days: 3 }),
  };
  for (let limit = first * 2; ; limit *= 4) {
    const asked = { authorityId, ...born, notDone: rule.id, limit };
    const children = await childrenBorn(visit.transaction, asked);
    const seen = children.filter(({ householdId }) => !hidden.has(householdId));
    const childIds = seen.map(({ id }) => id);
    const entries = await entriesOf(visit.transaction, { authorityId, childIds });
    const due = seen.flatMap((child) => {
      const { done } = planOf(entries.get(child.id) ?? []);
      return standingMilestones(visit.authority, { bornOn: child.bornOn, done, today })
        .filter((one) => one.rule.id === rule.id && (one.state === 'due' || one.state === 'overdue'))
        .map((milestone) => ({ child, milestone }));
    });
    if (due.length >= first || children.length < limit) return due.slice(0, first);
  }
}

/** What a family has to do: say what is hoped for, once the time for a plan has come and nobody has. */
export async function toDosOfFamily(visit: Visit): Promise<readonly ToDo[]> {
  const { person } = visit;
  if (person?.kind !== 'family') return [];
  const authorityId = visit.authority.id;
  const household = await householdOfPerson(visit.transaction, { authorityId, personId: person.id });
  if (household === null) return [];
  const today = visit.clock.today();
  const children = onceEach(
    await childrenOf(visit.transaction, { authorityId, householdId: household.id }),
  ).filter(({ bornOn }) => Temporal.PlainDate.compare(bornOn.add(youngest), today) <= 0);
  const entries = await entriesOf(visit.transaction, { authorityId, childIds: children.map(({ id }) => id) });
  return children.flatMap((child) => {
    const { done, hopes } = planOf(entries.get(child.id) ?? []);
    const milestones = standingMilestones(visit.authority, { bornOn: child.bornOn, done, today });
    const isTime = milestones.some(
      ({ rule, state }) => rule.id === 'plan' && (state === 'due' || state === 'overdue'),
    );
    return isTime && hopes === null
      ? [
          {
            title: 'Tell us what your child hopes for when they grow up',
            about: fullName(child),
            href: `/account/children/${child.id}/growing-up`,
            by: null,
          },
        ]
      : [];
  });
}
