import { entriesSeen, type SeenEntry } from './entries.ts';
import type { Calculation, Run } from './expressions.ts';
import type { FactValue } from './fact-value.ts';
import type { Known } from './knowledge.ts';
import { all, type Truth } from './truth.ts';

type Calculate = (calculation: Calculation, known: Known) => FactValue | null;

/**
 * How many entries, at least and at most, stand in the longest run that answers to `each`, in the order of their
 * days: three sessions missed one after the other. An entry that is not meant is passed over and breaks no run.
 * Null while the list, or the day of an entry that may be meant, is not known.
 */
export function lengthOfRun(
  run: Run,
  { known, calculate }: { known: Known; calculate: Calculate },
): { least: number; most: number } | null {
  const entries = entriesSeen(run.items, known)?.filter(({ isMeant }) => isMeant !== false);
  if (!entries) return null;
  const dated = entries.map((entry) => datedOf(run, { entry, calculate }));
  const whole = dated.filter((entry) => entry !== null);
  if (whole.length < dated.length) return null;
  whole.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : rank(a.isSo) - rank(b.isSo)));
  return {
    least: longest(whole, ({ isMeant, isSo }) => (all([isMeant, isSo]) === true ? 'goes on' : 'breaks')),
    most: longest(whole, ({ isMeant, isSo }) => {
      if (isSo !== false) return 'goes on';
      return isMeant === true ? 'breaks' : 'is passed over';
    }),
  };
}

type Dated = { readonly day: string; readonly isMeant: Truth; readonly isSo: Truth };

function datedOf(run: Run, { entry, calculate }: { entry: SeenEntry; calculate: Calculate }): Dated | null {
  const day = calculate(run.dated, entry.known);
  if (typeof day !== 'string') return null;
  return { day, isMeant: entry.isMeant, isSo: entry.known.isMet(run.each) };
}

/** Which of two at the same time comes first must not hang on how they are written: the one that breaks a run. */
function rank(isSo: Truth): number {
  return isSo === null ? 1 : isSo ? 2 : 0;
}

function longest(
  entries: readonly Dated[],
  step: (entry: Dated) => 'goes on' | 'breaks' | 'is passed over',
): number {
  let [longest, present] = [0, 0];
  for (const entry of entries) {
    const taken = step(entry);
    if (taken === 'breaks') present = 0;
    if (taken === 'goes on') present += 1;
    longest = Math.max(longest, present);
  }
  return longest;
}
