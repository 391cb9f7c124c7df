import {
  type Award,
  type AwardValue,
  awardPence,
  bandsOf,
  type SchemeVersion,
} from '#families/schemes/index.ts';
import type { Giving, Rhythm } from './domain/giving.ts';
import { isSomething } from './domain/giving.ts';
import { type GivingBand, isReducedOutcome } from './domain/recommendation.ts';

/** What the words of a scheme begin with that say what a figure is for. */
const rhythms: readonly (readonly [string, Rhythm])[] = [
  ['week', 'week'],
  ['4 weeks', 'four-weeks'],
  ['four weeks', 'four-weeks'],
  ['month', 'month'],
  ['year', 'year'],
];

/** The names under which a scheme gives hours, with what they are for. */
const hourFigures: readonly (readonly [string, Rhythm | null])[] = [
  ['hours', null],
  ['hours a week', 'week'],
  ['hours a month', 'month'],
  ['hours a year', 'year'],
];

function rhythmOf(award: Award): Rhythm {
  const named = award.per ?? award.each ?? award.every;
  if (named?.kind !== 'text') return 'period';
  return rhythms.find(([words]) => named.text.startsWith(words))?.[1] ?? 'period';
}

/** Whole minutes of a figure: hours as the format knows them, or a number of whole hours. */
function minutesOf(value: AwardValue | undefined): number | null {
  if (value?.kind === 'hours') return value.minutes > 0 ? value.minutes : null;
  return value?.kind === 'number' && value.number > 0 ? Math.trunc(value.number * 60) : null;
}

/** The choices of a menu, or the award itself where there is nothing to choose. */
function alternatives(award: Award): readonly Award[] {
  const menu = award['choose one of'];
  return menu?.kind === 'awards' ? menu.awards : [award];
}

function givingOf(award: Award): Giving {
  const hours = hourFigures
    .map(([figure, per]) => ({ minutes: minutesOf(award[figure]), per }))
    .find(({ minutes }) => minutes !== null);
  const { nights } = award;
  return {
    amount: awardPence(award),
    minutes: hours?.minutes ?? null,
    nights: nights?.kind === 'number' && nights.number > 0 ? nights.number : null,
    per: hours?.per ?? rhythmOf(award),
  };
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
