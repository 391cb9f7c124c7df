// A council's own sign-in service on the loopback: a real OpenID provider whose login needs no typing.
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Provider } from 'oidc-provider';

/** What the service says of one of its people besides their name for programs. */
export type CouncilWorker = {
  readonly name: string;
  readonly email: string;
  readonly roles?: readonly string[];
};

/** A council's sign-in service that runs. */
export type Council = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who they are, by the name that the service calls them; may be changed between sign-ins. */
  readonly workers: Map<string, CouncilWorker>;
  /** Goes through the service as a browser would and gives the address that it sends the browser back to. */
  visit(start: string, as: string | 'turns-back'): Promise<URL>;
  stop(): Promise<void>;
};

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const client = { clientId: 'daybreak', clientSecret: 'a-secret-for-tests-alone-0123456789' };

type GrantContext = {
  readonly oidc: {
    readonly provider: Provider;
    readonly client: { readonly clientId: string };
    readonly session: { readonly accountId: string };
  };
};

function configuration(workers: ReadonlyMap<string, CouncilWorker>, redirectUris: readonly string[]) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: redirectUris,
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', kid: 'test' }] },
    cookies: { keys: ['for tests alone'] },
    ttl: { Session: 60, Interaction: 60, Grant: 60, AccessToken: 60, IdToken: 60 },
    // Roles come with the answer to a question about the person, not in the ID token, as OpenID says.
    claims: { openid: ['sub'], profile: ['name', 'roles'], email: ['email'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, ...workers.get(id) }),
    }),
    async loadExistingGrant({ oidc }: GrantContext) {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client.clientId,
        accountId: oidc.session.accountId,
      });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  };
}

/** Starts a service that knows the addresses to come back to. */
export async function startCouncil(redirectUris: readonly string[]): Promise<Council> {
  const workers = new Map<string, CouncilWorker>();
  let answer: Handler = (_request, response) => void response.end();
  const server = createServer((request, response) => answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it listens on a port');
  const issuer = `http://127.0.0.1:${address.port}`;
  const provider = new Provider(issuer, configuration(workers, redirectUris));
  const protocol = provider.callback();
  let who = '';
  answer = (request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) return protocol(request, response);
    const result = who === 'turns-back' ? { error: 'access_denied' } : { login: { accountId: who } };
    void provider.interactionFinished(request, response, result);
  };
  return {
    issuer,
    ...client,
    workers,
    async visit(start, as) {
      who = as;
      return walk(start, issuer);
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Follows redirects within the service, with its cookies, until one leads out of it. */
async function walk(start: string, issuer: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let url = new URL(start);
  for (let steps = 0; steps < 10; steps++) {
    if (url.origin !== issuer) return url;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null)
      throw new Error(`the service shows a page (${response.status}) at ${url.pathname}`);
    url = new URL(location, url);
  }
  throw new Error('the service leads in a circle');
}
