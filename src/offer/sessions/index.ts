export { pointsOfListings } from './actions/points-of-listings.ts';
export {
  type Refresh,
  type Refreshed,
  refreshSessions,
  refreshSessionsOf,
} from './actions/refresh-sessions.ts';
export { type Activity, activityList, activityOf, usedActivities } from './domain/activities.ts';
export { mayLeave } from './domain/open-to-all.ts';
export { type Rhythm, rhythmOf } from './domain/rhythm.ts';
export { sessionPrice } from './domain/session-price.ts';
export { placesOf, type SessionAhead, sessionsAhead } from './domain/sessions-ahead.ts';
export { rollSessions, sessionQueues } from './jobs.ts';
export { type NextSession, nextOfEach } from './store/next-of-each.ts';
export { type ListedSession, nextSessions, sessionDays, sessionsOf } from './store/sessions-of.ts';
export { termDatesOf } from './term-dates.ts';
