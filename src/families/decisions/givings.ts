import { type Award, awardPence, bandsOf, type SchemeVersion } from '#families/schemes/index.ts';
import type { Giving, Rhythm } from './domain/giving.ts';
import { isSomething } from './domain/giving.ts';
import { type GivingBand, isReducedOutcome } from './domain/recommendation.ts';

const rhythms: ReadonlyMap<string, Rhythm> = new Map([
  ['week', 'week'],
  ['a week', 'week'],
  ['weekly', 'week'],
  ['4 weeks', 'four-weeks'],
  ['four weeks', 'four-weeks'],
  ['month', 'month'],
  ['a month', 'month'],
  ['year', 'year'],
  ['a year', 'year'],
]);

function numberOf(award: Award, figure: string): number | null {
  const value = award[figure];
  return value?.kind === 'number' && value.number > 0 ? value.number : null;
}

function rhythmOf(award: Award): Rhythm {
  const { per, every } = award;
  const named = per ?? every;
  return (named?.kind === 'text' ? rhythms.get(named.text) : undefined) ?? 'period';
}

/** A menu is written as "…, or" figures: `or hours` stands beside `amount` where the family may have either. */
function alternatives(award: Award): readonly Award[] {
  const either = Object.entries(award).filter(([figure]) => figure.startsWith('or '));
  if (either.length === 0) return [award];
  const shared = Object.fromEntries(
    Object.entries(award).filter(([figure, value]) => !figure.startsWith('or ') && value.kind === 'text'),
  );
  const first = Object.fromEntries(Object.entries(award).filter(([figure]) => !figure.startsWith('or ')));
  return [first, ...either.map(([figure, value]) => ({ ...shared, [figure.slice('or '.length)]: value }))];
}

function givingOf(award: Award): Giving {
  const hours = numberOf(award, 'hours');
  const minutes = hours === null ? numberOf(award, 'minutes') : hours * 60;
  const amount = awardPence(award);
  return { amount, minutes, nights: numberOf(award, 'nights'), per: rhythmOf(award) };
}

/** What a scheme's award comes to in money, hours and nights; several where it is a menu, none where it is none. */
export function givingsOf(award: Award | null): readonly Giving[] {
  return award === null ? [] : alternatives(award).map(givingOf).filter(isSomething);
}

/** The bands of a version that have something in them, in the order of the file; a menu's choices each by itself. */
export function givingBands(version: SchemeVersion): readonly GivingBand[] {
  return bandsOf(version).flatMap((band) => {
    const givings = givingsOf(band.award);
    const isReduced = isReducedOutcome(band.outcome);
    return givings.map((giving, index) => ({
      id: index === 0 ? band.id : `${band.id}-${index + 1}`,
      giving,
      isReduced,
      words: band.published,
    }));
  });
}
