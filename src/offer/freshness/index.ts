export { freshnessQueues, keepFreshness, remindOfListings } from './jobs.ts';
export { templates } from './templates.ts';
export { toDosOfPractitioner } from './to-dos.ts';
