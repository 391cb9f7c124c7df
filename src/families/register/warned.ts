import { html, nothing } from '#platform/web/html.ts';
import type { Route } from '#platform/web/route.ts';
import type { Answer, Visit } from '#platform/web/visit.ts';
import { warningAbout } from './pages/child-frame.ts';

/** Finds the child that the address of a visit is about; null where it is about none, or there is none. */
type ChildOf = (visit: Visit) => Promise<string | null> | string | null;

const warned = new WeakSet<Route>();

/** The child in the address (`:child`). */
export function childInPath(visit: Visit): string | null {
  return visit.params.child ?? null;
}

/**
 * Puts the warning about a child (a court order, a limit on contact, who must be kept apart) at the top of what
 * these routes show to a practitioner. It stands with the routes, so that no page about a child can forget it.
 */
export function warnedAbout(childOf: ChildOf, routes: readonly Route[]): readonly Route[] {
  return routes.map((route) => {
    const made = withWarning(childOf, route);
    warned.add(made);
    return made;
  });
}

/** Whether what a route shows carries the warning about its child. */
export function isWarned(route: Route): boolean {
  return warned.has(route);
}

function withWarning(childOf: ChildOf, route: Route): Route {
  if (route.method === 'POST')
    return { ...route, again: async (visit) => above(visit, childOf, await route.again(visit)) };
  if (!('show' in route)) return route;
  return { ...route, show: async (visit) => above(visit, childOf, await route.show(visit)) };
}

async function above(visit: Visit, childOf: ChildOf, answer: Answer): Promise<Answer> {
  if (answer.kind !== 'page' || visit.person?.kind !== 'practitioner') return answer;
  // A page that puts it elsewhere, as beside each of two children, says it itself.
  if (answer.main.text.includes('class="daybreak-warning"')) return answer;
  const childId = await childOf(visit);
  const warning = childId === null ? nothing : await warningAbout(visit, childId);
  return { ...answer, main: html`${warning}${answer.main}` };
}
