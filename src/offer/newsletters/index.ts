export { newsletterQueues, sendDigests, sendNewsletters } from './jobs.ts';
export { templates } from './templates.ts';
