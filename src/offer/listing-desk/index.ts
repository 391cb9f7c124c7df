export { confirmStillRight } from './actions/confirm-still-right.ts';
export { type Proposed, proposeListing } from './actions/propose-listing.ts';
export type { By } from './actions/publish.ts';
export { prepareDemonstrationProvider } from './demonstration.ts';
export { safeFieldsOn } from './safe-fields.ts';
export { lockListings } from './store/listing-rows.ts';
export { type ProviderPerson, peopleOfProviders } from './store/provider-people.ts';
export { templates } from './templates.ts';
export { toDosOfPractitioner } from './to-dos.ts';
