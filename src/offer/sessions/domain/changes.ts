import type { SessionAhead } from './sessions-ahead.ts';

/** How a session stands: it will be, it was to be and will not, or it is none any more. */
export const sessionStates = ['planned', 'cancelled', 'removed'] as const;
export type SessionState = (typeof sessionStates)[number];

/** A session as it is kept. */
export type KeptSession = SessionAhead & {
  readonly id: string;
  readonly state: SessionState;
  readonly isOpen: boolean;
};

/** What must be written so that the kept sessions are those that follow from the listing. */
export type SessionChanges = {
  readonly toAdd: readonly SessionAhead[];
  readonly toChange: readonly KeptSession[];
};

const keyOf = ({ placeNumber, startsAt }: Pick<SessionAhead, 'placeNumber' | 'startsAt'>) =>
  `${placeNumber} ${startsAt}`;

function isSame(one: KeptSession, other: KeptSession): boolean {
  return (
    one.endsAt.equals(other.endsAt) &&
    one.onDay.equals(other.onDay) &&
    one.places === other.places &&
    one.state === other.state &&
    one.isOpen === other.isOpen
  );
}

/**
 * What has to change. A session that does not follow any more is cancelled where the listing pauses on its day, for
 * families may count on it, and removed otherwise; one that follows again is planned again.
 */
export function changesOf(given: {
  readonly kept: readonly KeptSession[];
  readonly ahead: readonly SessionAhead[];
  readonly isPausedOn: (day: Temporal.PlainDate) => boolean;
  readonly isOpenAt: (placeNumber: number) => boolean;
}): SessionChanges {
  const { kept, ahead, isPausedOn, isOpenAt } = given;
  const follows = new Map(ahead.map((session) => [keyOf(session), session]));
  const toChange = kept.flatMap((session) => {
    const now = follows.get(keyOf(session));
    follows.delete(keyOf(session));
    const state = now === undefined ? gone(session, isPausedOn) : 'planned';
    const isOpen = state !== 'removed' && isOpenAt(session.placeNumber);
    const changed = { ...session, ...now, state, isOpen };
    return isSame(session, changed) ? [] : [changed];
  });
  return { toAdd: [...follows.values()], toChange };
}

function gone(session: KeptSession, isPausedOn: (day: Temporal.PlainDate) => boolean): SessionState {
  return session.state !== 'removed' && isPausedOn(session.onDay) ? 'cancelled' : 'removed';
}
