export {
  beginSession,
  type OpenSession,
  openSessionsOf,
  personOfSession,
  revokeSessions,
  type Way,
} from './sessions.ts';
