import { type Feature, featureNames, features } from '#offer/accessibility/index.ts';
import type { DirectoryEntry, FoundPoint, Provider } from '#offer/directory/index.ts';
import { beginOf, clocksChanged } from './around.ts';

/** A feature with the words that families read for it. */
type NamedFeature = { readonly key: Feature; readonly label: string };

/** A listing of the directory, with what is worked out once of it for every answer. */
export type Offered = Pick<DirectoryEntry, 'id' | 'listing' | 'point' | 'modifiedAt' | 'shownFrom'> & {
  readonly provider: Provider;
  /** Where its other places are, by their postcodes as the listing writes them. */
  readonly otherPoints: ReadonlyMap<string, FoundPoint | null>;
  /** Features of the building, not of the people. */
  readonly buildingFeatures: {
    readonly meets: readonly NamedFeature[];
    readonly doesNotMeet: readonly NamedFeature[];
  };
  /** Whether it is not running now, and why. */
  readonly isPaused: boolean;
  /** Whether its last day is over. */
  readonly isOver: boolean;
  /** When the service, or anything told with it, last changed. */
  readonly changedAt: Temporal.Instant;
};

const building: ReadonlySet<Feature> = new Set<Feature>([
  'step-free',
  'accessible-toilet',
  'changing-place',
  'hoist',
  'hearing-loop',
  'secure-site',
  'quiet-space',
]);

function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) >= 0 ? one : other;
}

/**
 * Works out of a listing what depends on the day. Some of what is told changes with the day alone: a pause ends, the
 * last day passes, it comes to be shown, the clocks change. Whoever asks only for what was changed must be told of
 * these too, so they count as changes.
 */
export function offeredOf(
  given: Pick<Offered, 'id' | 'listing' | 'point' | 'modifiedAt' | 'shownFrom' | 'provider'>,
  otherPoints: Offered['otherPoints'],
  today: Temporal.PlainDate,
): Offered {
  const { listing, provider, modifiedAt, shownFrom } = given;
  const { runs, paused, pausedUntil } = listing;
  const isBefore = (day: Temporal.PlainDate | null) =>
    day !== null && Temporal.PlainDate.compare(day, today) < 0;
  const turns = [
    shownFrom,
    isBefore(pausedUntil) && pausedUntil !== null ? pausedUntil.add({ days: 1 }) : null,
    isBefore(runs.until) && runs.until !== null ? runs.until.add({ days: 1 }) : null,
  ].filter((day) => day !== null);
  const hasHours = [listing.when, ...listing.otherPlaces.map(({ when }) => when)].some(
    ({ from }) => from !== null,
  );
  const instants = [provider.modifiedAt, ...turns.map(beginOf)];
  if (hasHours || listing.dates.length > 0) instants.push(clocksChanged(today));
  const named = (answer: 'meets' | 'does-not-meet') =>
    featureNames
      .filter((key) => building.has(key) && listing.access[key] === answer)
      .map((key) => ({ key, label: features[key].label }));
  return {
    ...given,
    otherPoints,
    buildingFeatures: { meets: named('meets'), doesNotMeet: named('does-not-meet') },
    isPaused: paused !== null && !isBefore(pausedUntil),
    isOver: isBefore(runs.until),
    changedAt: instants.reduce(later, modifiedAt),
  };
}
