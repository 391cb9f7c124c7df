import type { Transaction } from '#platform/database/index.ts';
import type { SignInService } from '#platform/people/openid/sign-in-service.ts';
import type { Answer, Visit } from './visit.ts';

/** What a policy says of one visit. */
export type Ruling =
  | 'allowed'
  | 'sign-in-as-family'
  | 'sign-in-as-practitioner'
  | 'sign-in-as-provider'
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
  /**
   * What the page is true of, besides its address: while this stays the same, the page is made once for everybody who
   * brings no cookie. It must hang on nothing else but the minute.
   */
  readonly keptWhile?: (transaction: Transaction, authorityId: string) => Promise<string>;
  /** Whether it answers with open data, so that a browser that asks for another site first is told that it may. */
  readonly isOpenData?: boolean;
};

/** A thing that a person does. `again` is the page that shows the form again when it cannot be taken. */
export type ActRoute = RouteBase & {
  readonly method: 'POST';
  readonly act: (visit: Visit) => Promise<Answer>;
  readonly again: (visit: Visit) => Promise<Answer> | Answer;
  /** Whether the form may carry files. */
  readonly takesFiles: boolean;
  /** How often one address may send this form in a minute, where that is fewer than usual. */
  readonly mostAMinute?: number;
  /** How often in an hour, in the place of a minute: for what anybody may send and people have to read. */
  readonly mostAnHour?: number;
  /**
   * Whether it signs somebody in. It then looks for an account that is not the visitor's own, so its transaction has
   * the standing of the public, also where somebody is signed in already.
   */
  readonly signsIn?: boolean;
};

/** What a sign-in route knows before a transaction is opened, so that nobody waits behind an outside service. */
export type SignInRequest = {
  readonly service: SignInService | null;
  readonly origin: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** The attempt that was begun in this browser; null when there is none, it is too old, or it was changed. */
  readonly attempt: string | null;
  /** Whether this deployment serves one authority alone, so that a role need not say whose it is. */
  readonly isOnlyAuthority: boolean;
};

/**
 * A step of signing in by an outside service. It is a GET because that service sends the browser back by
 * one; what protects it in place of the form's token is the attempt: its state, its nonce and its verifier.
 * `signIn` asks the service first, outside of any transaction, and gives the action that does the rest.
 */
export type SignInRoute = RouteBase & {
  readonly method: 'GET';
  readonly signIn: (request: SignInRequest) => Promise<(visit: Visit) => Promise<Answer> | Answer>;
};

export type Route = ReadRoute | ActRoute | SignInRoute;

/** One line for a page: its path, who may see it, what the audit trail calls it, and the page. */
export function get(path: string, route: Omit<ReadRoute, 'method' | 'path'>): ReadRoute {
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
    readonly mostAMinute?: number;
    readonly mostAnHour?: number;
    readonly signsIn?: boolean;
  },
): ActRoute {
  return { method: 'POST', path, ...route, takesFiles: route.takesFiles ?? false };
}

/** One line for a step of signing in by an outside service: the only GET that may change something. */
export function getThatSignsIn(
  path: string,
  route: { readonly policy: Policy; readonly audit: string; readonly signIn: SignInRoute['signIn'] },
): SignInRoute {
  return { method: 'GET', path, ...route };
}
