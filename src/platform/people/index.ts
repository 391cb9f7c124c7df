export { type CouncilSignInConfig, councilSignIn } from './openid/council-sign-in.ts';
export type { CouncilIdentity, SignInService } from './openid/sign-in-service.ts';
export {
  closeProviderAccount,
  familyByEmail,
  inviteProviderPerson,
  type KnownPerson,
  nameFromEmail,
  practitionerBySubject,
  providerByEmail,
  renamePerson,
} from './people.ts';
export { demonstrationPersonas, type Persona, personaOf, personOfPersona } from './personas.ts';
export {
  anyone,
  demonstrationHere,
  hasRole,
  signedIn,
  signedInFamily,
  signedInPractitioner,
  signedInProvider,
} from './policies.ts';
export { isRole, type Role, roles, rolesInWords, roleWords } from './roles.ts';
export {
  beginSession,
  type OpenSession,
  openSessionsOf,
  personOfSession,
  revokeSessions,
  type Way,
} from './sessions.ts';
