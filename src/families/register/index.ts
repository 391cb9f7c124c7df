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
  type ParentCarer,
  pipRates,
  type Relationship,
  relationships,
} from './domain/register.ts';
export { householdsHiddenFrom, type KeptAway, keptAwayFrom } from './kept-away.ts';
export { householdOfChild, practitionersOfHousehold, rulingOnHousehold } from './policy.ts';
export { addEvidence, type NewEvidence } from './store/add-evidence.ts';
export { childOf, evidenceOf, type SimilarChild, similarChildren } from './store/children.ts';
export { childrenOf, householdOfPerson, householdWith, peopleOfHousehold } from './store/households.ts';
export { insertInterest } from './store/interests.ts';
export { type Registration, saveRegistration } from './store/save-registration.ts';
