import type { Answer, Visit } from './visit.ts';

/** What a policy says of one visit. */
export type Ruling =
  | 'allowed'
  | 'sign-in-as-family'
  | 'sign-in-as-practitioner'
  | { readonly denied: string };

/** Who may do a thing, as a sentence that an auditor can read, and as a function that decides. */
export type Policy = {
  readonly sentence: string;
  rule(visit: Visit): Ruling | Promise<Ruling>;
};

/** Gives a policy. */
export function policy(sentence: string, rule: Policy['rule']): Policy {
  return { sentence, rule };
}

/** The audit event of a route that shows nothing about a person. */
export const nothingPersonal = 'nothing-personal';

/** What a route is, whatever its method. `audit` names the event in the trail: "application.viewed". */
type RouteBase = {
  readonly path: string;
  readonly policy: Policy;
  readonly audit: string;
};

/** A page that is read. It changes nothing but the audit trail. */
export type ReadRoute = RouteBase & {
  readonly method: 'GET';
  readonly show: (visit: Visit) => Promise<Answer> | Answer;
};

/** A thing that a person does. `again` is the page that shows the form again when it cannot be taken. */
export type ActRoute = RouteBase & {
  readonly method: 'POST';
  readonly act: (visit: Visit) => Promise<Answer>;
  readonly again: (visit: Visit) => Promise<Answer> | Answer;
  /** Whether the form may carry files. */
  readonly takesFiles: boolean;
};

export type Route = ReadRoute | ActRoute;

/** One line for a page: its path, who may see it, what the audit trail calls it, and the page. */
export function get(
  path: string,
  route: { readonly policy: Policy; readonly audit: string; readonly show: ReadRoute['show'] },
): ReadRoute {
  return { method: 'GET', path, ...route };
}

/** One line for an action: its path, who may do it, its audit event, the action and the page shown again. */
export function post(
  path: string,
  route: {
    readonly policy: Policy;
    readonly audit: string;
    readonly act: ActRoute['act'];
    readonly again: ActRoute['again'];
    readonly takesFiles?: boolean;
  },
): ActRoute {
  return { method: 'POST', path, ...route, takesFiles: route.takesFiles ?? false };
}
