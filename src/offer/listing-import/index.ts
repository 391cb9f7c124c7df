export { feedsOf } from './feeds-file.ts';
export { type ImportParts, listingImportQueues, takeInListings } from './jobs.ts';
export { toDosOfPractitioner } from './to-dos.ts';
