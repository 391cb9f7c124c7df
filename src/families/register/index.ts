export { type CodeSet, codesOf, codesOn, codeWords } from './codes.ts';
export { type DayOfRegister, dayOfRegister } from './day-of-register.ts';
export { leavesOn, type RegisterEntry } from './domain/disability-register.ts';
export {
  choicesOf,
  type FactAnswer,
  type Facts,
  isNhsNumber,
  isSameAnswer,
  isUpn,
  isUrn,
  wordsOf,
} from './domain/fact.ts';
export type { ListedNeed, NeedsProfile } from './domain/needs-profile.ts';
export type { Apart, ContactLimit, DatedAddress, Professional } from './domain/people.ts';
export {
  type Address,
  type BenefitRates,
  type Child,
  dlaCareRates,
  dlaMobilityRates,
  type Evidence,
  type EvidenceKind,
  evidenceKinds,
  fullName,
  type Household,
  isRelationship,
  isSameChild,
  onceEach,
  type ParentCarer,
  pipRates,
  type Relationship,
  relationships,
} from './domain/register.ts';
export { definitions as factDefinitions } from './domain/sections.ts';
export { ratioTwelfths, type SupervisedActivity, supervisedActivities } from './domain/supervision.ts';
export { factsOf, needsProfileOf } from './facts-of.ts';
export { dayOfEveryRegister, registerQueues } from './jobs.ts';
export {
  householdsHiddenFrom,
  type KeptAway,
  keptAwayFrom,
  likenessToHousehold,
} from './kept-away.ts';
export { warningAbout } from './pages/child-frame.ts';
export { householdOfChild, practitionersOfHousehold, rulingOnHousehold } from './policy.ts';
export { accountsToTell } from './store/accounts-to-tell.ts';
export { addEvidence, type NewEvidence, supersedeEvidence } from './store/add-evidence.ts';
export { addressesOf, recordAddress } from './store/addresses.ts';
export { barredAddresses } from './store/barred.ts';
export { type BroughtHousehold, bringCarer, bringOver, changeBrought } from './store/bring-over.ts';
export { otherHomesOf } from './store/child-homes.ts';
export { childOf, evidenceOf, type SimilarChild, similarChildren } from './store/children.ts';
export { mustNotBeWith } from './store/children-apart.ts';
export { contactLimitsOf } from './store/contact-limits.ts';
export { registerEntryOf } from './store/disability-register.ts';
export { addFacts } from './store/facts.ts';
export { letIn } from './store/families.ts';
export { childrenOf, householdOfPerson, householdWith, peopleOfHousehold } from './store/households.ts';
export {
  type DeclaredInterest,
  insertInterest,
  interestsIn,
  withdrawInterest,
} from './store/interests.ts';
export { professionalsOf } from './store/professionals.ts';
export { type Registration, saveRegistration } from './store/save-registration.ts';
export { tellFamily } from './tell-family.ts';
export { templates } from './templates.ts';
export { toDosOfFamily, toDosOfPractitioner } from './to-dos.ts';
export { childInPath, isWarned, warnedAbout } from './warned.ts';
