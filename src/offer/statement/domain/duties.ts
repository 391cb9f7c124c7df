import { formatDate } from '#kernel/local-date.ts';
import type { About, Facts, Views } from './facts.ts';
import type { DutyState, FrozenSection } from './statement.ts';

/** What can be looked at by the program. "none" is for what people alone can judge: they say so themselves. */
export const dutyChecks = ['range', 'criteria', 'designed', 'website', 'review', 'views'] as const;
export type DutyCheck = (typeof dutyChecks)[number];

/** One duty of the regulations, as the dated file of the law says it. */
export type Duty = {
  readonly id: string;
  readonly title: string;
  readonly law: string;
  readonly check: DutyCheck;
  /** The sections that meet it, as long as they are there. */
  readonly sections: readonly string[];
};

type Checked = {
  readonly facts: Facts;
  readonly views: Views;
  readonly about: About;
  readonly sections: readonly Pick<FrozenSection, 'id' | 'title' | 'source' | 'composes' | 'markdown'>[];
  readonly today: Temporal.PlainDate;
};

type Found = { readonly isMet: boolean; readonly found: string };

const met = (found: string): Found => ({ isMet: true, found });
const gap = (found: string): Found => ({ isMet: false, found });

function named(words: readonly string[]): string {
  return words.map((one) => `“${one}”`).join(', ');
}

const checks: Readonly<Record<DutyCheck, (checked: Checked) => Found>> = {
  range({ facts }) {
    const empty = facts.range.filter(({ count }) => count === 0).map(({ words }) => words);
    if (facts.running === 0) return gap('The directory is empty.');
    return empty.length === 0
      ? met(`${facts.running} short breaks, and something of each kind that regulation 4 names.`)
      : gap(`Nothing in the directory: ${named(empty)}.`);
  },
  criteria({ facts, sections }) {
    if (facts.schemes.length === 0) return gap('No scheme is offered, so no criteria are shown.');
    const silent = facts.schemes.filter(({ version, criteria }) => version === null || criteria.length === 0);
    const shown = sections.some(({ composes }) => composes === 'criteria');
    const said = sections.map(({ markdown }) => markdown).join('\n');
    const missing = shown
      ? []
      : facts.schemes.filter(({ criteria }) => criteria.some(({ words }) => !said.includes(words)));
    const all = [...new Set([...silent, ...missing])].map(({ name }) => name);
    return all.length === 0
      ? met(`The criteria of ${named(facts.schemes.map(({ name }) => name))} stand in it as published.`)
      : gap(`Without criteria in it today: ${named(all)}.`);
  },
  designed({ facts, sections }) {
    const empty = facts.carers.filter(({ count }) => count === 0).map(({ words }) => words);
    const unwritten = sections.filter(({ composes, source }) => composes === null && source.trim() === '');
    if (unwritten.length > 0) return gap(`Not written yet: ${named(unwritten.map(({ title }) => title))}.`);
    return empty.length === 0
      ? met('Something fits each of the reasons for a break that regulation 3 names.')
      : gap(`Nothing fits: ${named(empty)}.`);
  },
  website: () => met('Publishing puts it on this website, at an address that stays.'),
  review({ about, today }) {
    if (about.reviewBy === null) return met('The day of the next review is set when it is published.');
    const by = Temporal.PlainDate.from(about.reviewBy);
    return Temporal.PlainDate.compare(by, today) > 0
      ? met(`It is looked at again by ${formatDate(by)}.`)
      : gap(`It had to be looked at again by ${formatDate(by)}.`);
  },
  views({ views }) {
    if (views.comments === 0)
      return gap(
        views.rounds.length === 0
          ? 'Families have not been asked, and no views gathered elsewhere are noted.'
          : 'Families were asked, and nobody answered. Ask in another way, and note what they say.',
      );
    return views.unanswered === 0
      ? met(`${views.comments} comments, and each has an answer.`)
      : gap(`${views.unanswered} of ${views.comments} comments have no answer yet.`);
  },
};

/** How each duty stands, with the reason given where it is not met. */
export function dutyStates(
  duties: readonly Duty[],
  checked: Checked,
  reasons: ReadonlyMap<string, string>,
): readonly DutyState[] {
  const there = new Set(checked.sections.map(({ id }) => id));
  return duties.map(({ id, title, law, check, sections }) => {
    const metIn = sections.filter((section) => there.has(section));
    const state = checks[check](checked);
    const isShown = sections.length === 0 || metIn.length > 0;
    return {
      id,
      title,
      law,
      metIn,
      isMet: state.isMet && isShown,
      found: isShown ? state.found : 'No section of the statement meets it.',
      because: reasons.get(id) ?? '',
    };
  });
}

/** The duties that are not met and for which nobody has given a reason: with one of them, nothing is published. */
export function openGaps(states: readonly DutyState[]): readonly DutyState[] {
  return states.filter(({ isMet, because }) => !isMet && because === '');
}
