import type { Visit } from '#platform/web/visit.ts';
import { type ChildDescription, readDescription } from './domain/child-description.ts';

/** The child that this visitor has described and keeps in the browser; null where there is none. A page that asks is theirs alone. */
export function describedChild(visit: Pick<Visit, 'keptInBrowser'>): ChildDescription | null {
  const kept = visit.keptInBrowser('child');
  return kept === null ? null : readDescription(kept);
}
