import type { Application } from './domain/application.ts';

/** Whether a draft is a renewal of which the family has not said that something changed: it has one page then. */
export function isOnOnePage(draft: Pick<Application, 'renewalOf' | 'answers'>): boolean {
  return draft.renewalOf !== null && draft.answers.hasChanges !== true;
}
