// A site whose practitioners sign in with their council's account, and the ways that tests go through it.
import assert from 'node:assert/strict';
import type { FastifyInstance } from 'fastify';
import { settableClock } from '#kernel/clock.ts';
import type { Database } from '#platform/database/index.ts';
import { councilSignIn } from '#platform/people/index.ts';
import { hasRole, signedInPractitioner } from '#platform/people/policies.ts';
import { routes } from '#platform/people/routes.ts';
import { html } from '#platform/web/html.ts';
import { get, nothingPersonal } from '#platform/web/route.ts';
import { page } from '#platform/web/visit.ts';
import { testAuthority } from '../database.ts';
import { type SiteOptions, type SiteVisitor, testSite } from '../site.ts';
import { testNow } from '../visit.ts';
import type { Council } from './council.ts';

export const callback = 'http://localhost:3000/practitioners/sign-in/callback';
export const start = '/practitioners/sign-in/start';
export const system = { authorityId: testAuthority.id, standing: 'system' } as const;
export const clock = settableClock(testNow);

/** Two pages as other capabilities have them. */
export const workRoutes = [
  ...routes,
  get('/practitioners', {
    policy: signedInPractitioner,
    audit: nothingPersonal,
    show: (visit) =>
      page({ title: 'Work', main: html`<h1>${visit.person?.name}: ${visit.person?.roles.join()}</h1>` }),
  }),
  get('/practitioners/budget', {
    policy: hasRole('finance-officer', 'commissioner'),
    audit: nothingPersonal,
    show: () => page({ title: 'Budget', main: html`<h1>Budget</h1>` }),
  }),
];

/** A site that sends its practitioners to a council's service. */
export function siteWith(
  council: Council,
  options: Omit<SiteOptions, 'routes' | 'signInService'>,
): Promise<FastifyInstance> {
  return testSite({
    clock,
    ...options,
    routes: workRoutes,
    signInService: councilSignIn(configOf(council)),
  });
}

/** How a site is known to a council's service. */
export function configOf(council: Council) {
  const { issuer, clientId, clientSecret } = council;
  return { issuer, clientId, clientSecret, rolesClaim: 'roles', timeoutSeconds: 3 };
}

/** The path of an address that a browser is sent back to. */
export function pathOf(url: URL): string {
  return `${url.pathname}${url.search}`;
}

/** Gives everybody known. */
export function people(database: Database) {
  return database.transaction(system, (transaction) =>
    transaction
      .selectFrom('people')
      .select(['name', 'email', 'kind', 'roles', 'issuer', 'subject'])
      .orderBy('id')
      .execute(),
  );
}

/** Leaves for the service, signs in there, and gives the path to come back by. */
export async function goThrough(
  visitor: SiteVisitor,
  who: { readonly council: Council; readonly as: string; readonly from?: string | undefined },
): Promise<string> {
  const left = await visitor.get(who.from ?? start);
  assert.equal(left.status, 303);
  return pathOf(await who.council.visit(left.location, who.as));
}

/** Expects a page that says what is wrong, no session, and nobody new. */
export async function expectRefused(
  visitor: SiteVisitor,
  expected: {
    readonly database: Database;
    readonly at: string;
    readonly status: number;
    readonly words: RegExp;
  },
) {
  const before = await people(expected.database);
  const shown = await visitor.get(expected.at);
  assert.equal(shown.status, expected.status);
  assert.match(shown.body, expected.words);
  assert.match(shown.body, /Try again/);
  assert.equal(visitor.cookies.has('daybreak_session'), false);
  assert.deepEqual(await people(expected.database), before);
}
