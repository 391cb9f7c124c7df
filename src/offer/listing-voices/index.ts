export { constraints } from './constraints.ts';
export { outcomes, type PublishedComment, sayers } from './domain/voices.ts';
export { forgetOldVoices } from './forget-old-voices.ts';
export { commentsOnListing } from './read-voices.ts';
export { templates } from './templates.ts';
export { toDosOfPractitioner } from './to-dos.ts';
