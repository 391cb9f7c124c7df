import * as openid from 'openid-client';
import { z } from 'zod';
import { type Refusal, refusal, success } from '#kernel/refusal.ts';
import type { CouncilIdentity, SignInService } from './sign-in-service.ts';

/** How this service is known to the council's sign-in service (OpenID Connect). */
export type CouncilSignInConfig = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The claim that holds roles; a path with dots reaches into claims: "realm_access.roles". */
  readonly rolesClaim: string;
  /** How long to wait for an answer, in seconds; ten unless told otherwise. */
  readonly timeoutSeconds?: number;
};

const attemptShape = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  callback: z.url(),
  returnTo: z.string().nullable(),
});

/**
 * Gives the council's sign-in service by OpenID Connect: authorization code with PKCE, state and nonce. It is
 * looked up when first needed, and again after a failure, so that it may be away when this service starts.
 */
export function councilSignIn(config: CouncilSignInConfig): SignInService {
  let known: Promise<openid.Configuration> | undefined;
  const configuration = () => {
    known ??= lookUp(config).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
  return {
    async begin({ callback, returnTo }) {
      try {
        const service = await configuration();
        const attempt = {
          state: openid.randomState(),
          nonce: openid.randomNonce(),
          verifier: openid.randomPKCECodeVerifier(),
          callback,
          returnTo,
        };
        const url = openid.buildAuthorizationUrl(service, {
          redirect_uri: callback,
          scope: 'openid profile email',
          state: attempt.state,
          nonce: attempt.nonce,
          code_challenge: await openid.calculatePKCECodeChallenge(attempt.verifier),
          code_challenge_method: 'S256',
        });
        return success({ url, attempt: JSON.stringify(attempt) });
      } catch (error) {
        return refusalOf(error);
      }
    },
    async finish(back) {
      const read = attemptShape.safeParse(JSON.parse(back.attempt));
      // Begun before this version of the program: begin again.
      if (!read.success) return notProved;
      const attempt = read.data;
      // The address that the service was told, whatever name this request came by.
      const url = new URL(attempt.callback);
      url.search = back.url.search;
      try {
        const service = await configuration();
        const tokens = await openid.authorizationCodeGrant(service, url, {
          pkceCodeVerifier: attempt.verifier,
          expectedState: attempt.state,
          expectedNonce: attempt.nonce,
          idTokenExpected: true,
        });
        const identity = await identityOf(service, tokens, config.rolesClaim);
        return success({ identity, returnTo: attempt.returnTo });
      } catch (error) {
        return refusalOf(error);
      }
    },
  };
}

function lookUp(config: CouncilSignInConfig): Promise<openid.Configuration> {
  const issuer = new URL(config.issuer);
  const isLoopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(issuer.hostname);
  return openid.discovery(
    issuer,
    config.clientId,
    config.clientSecret,
    openid.ClientSecretBasic(config.clientSecret),
    {
      timeout: config.timeoutSeconds ?? 10,
      // Without encryption only on this very machine.
      ...(isLoopback && issuer.protocol === 'http:' ? { execute: [openid.allowInsecureRequests] } : {}),
    },
  );
}

type Claims = Readonly<Record<string, unknown>>;

/** Some services tell roles in the ID token, some only when asked for more about the person. */
async function identityOf(
  service: openid.Configuration,
  tokens: Awaited<ReturnType<typeof openid.authorizationCodeGrant>>,
  rolesClaim: string,
): Promise<CouncilIdentity> {
  const signed = tokens.claims();
  if (signed === undefined) throw new Error('an ID token was asked for and checked');
  let claims: Claims = signed;
  const isComplete = claimAt(signed, rolesClaim) !== undefined && textOf(signed, 'email') !== undefined;
  if (!isComplete && service.serverMetadata().userinfo_endpoint !== undefined) {
    claims = { ...(await openid.fetchUserInfo(service, tokens.access_token, signed.sub)), ...signed };
  }
  const email = textOf(claims, 'email') ?? textOf(claims, 'preferred_username') ?? signed.sub;
  return {
    issuer: signed.iss,
    subject: signed.sub,
    name: textOf(claims, 'name') ?? email,
    email,
    rolesClaim: claimAt(claims, rolesClaim),
  };
}

function textOf(claims: Claims, name: string): string | undefined {
  const value = claims[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 254) : undefined;
}

/** The claim of that very name goes first: some services use web addresses, with dots, as names. */
function claimAt(claims: Claims, path: string): unknown {
  if (path in claims) return claims[path];
  let value: unknown = claims;
  for (const part of path.split('.')) {
    if (typeof value !== 'object' || value === null || !(part in value)) return undefined;
    value = (value as Claims)[part];
  }
  return value;
}

const away = refusal(
  'sign-in-service-away',
  'Your council’s own sign-in does not answer at the moment. Nothing is wrong with your account. Try again in a few minutes.',
);
const misconfigured = refusal(
  'sign-in-misconfigured',
  'Your council’s own sign-in refused to talk to this service. Tell the people who run this service: its client name or secret may have changed.',
);
const cancelled = refusal(
  'sign-in-cancelled',
  'You turned back before you were signed in, so nothing happened.',
);
const notProved = refusal(
  'sign-in-not-proved',
  'What came back from your council’s sign-in did not fit what we asked for, or was used already. Begin again.',
);

const serverTroubles = new Set(['server_error', 'temporarily_unavailable']);
const clientTroubles = new Set(['invalid_client', 'unauthorized_client', 'invalid_scope']);

function refusalOf(error: unknown): Refusal {
  if (error instanceof openid.AuthorizationResponseError || error instanceof openid.ResponseBodyError) {
    if (error.error === 'access_denied') return cancelled;
    const isServersOwn = error instanceof openid.ResponseBodyError && error.status >= 500;
    if (serverTroubles.has(error.error) || isServersOwn) return away;
    return clientTroubles.has(error.error) ? misconfigured : notProved;
  }
  // The service asks for another client name or secret, or does not take its own token back.
  if (error instanceof openid.WWWAuthenticateChallengeError) return misconfigured;
  if (!(error instanceof Error)) throw error;
  if (isNoAnswer(error)) return away;
  if (error instanceof openid.ClientError) return notProved;
  throw error;
}

/** Whether nobody answered, or something that is no sign-in service did. */
function isNoAnswer(error: Error): boolean {
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT' || code === 'OAUTH_RESPONSE_IS_NOT_CONFORM')
    return true;
  const { cause } = error;
  return error instanceof TypeError || error.name === 'TimeoutError' || cause instanceof TypeError;
}
