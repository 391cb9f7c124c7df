import type { Result } from '#kernel/refusal.ts';

/** Who the council's sign-in service says somebody is. */
export type CouncilIdentity = {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly email: string;
  /** What stands in the claim that tells roles, as it came. */
  readonly rolesClaim: unknown;
};

/** The council's own sign-in service, as the routes use it. Neither call may be made within a transaction. */
export type SignInService = {
  /**
   * Begins an attempt: where to send the browser, and what must be kept until it comes back. `callback` is
   * the address it comes back to; `returnTo` is the path that the person was going to. Refuses `sign-in-service-away`.
   */
  begin(attempt: {
    readonly callback: string;
    readonly returnTo: string | null;
  }): Promise<Result<{ readonly url: URL; readonly attempt: string }>>;
  /**
   * Finishes an attempt by the address with which the browser came back. Refuses `sign-in-service-away`,
   * `sign-in-cancelled` and `sign-in-not-proved`: a wrong or used state, code, nonce or verifier.
   */
  finish(back: {
    readonly url: URL;
    readonly attempt: string;
  }): Promise<Result<{ readonly identity: CouncilIdentity; readonly returnTo: string | null }>>;
};
