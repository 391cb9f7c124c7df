// Somebody at a browser in a test: the real routes, policies, actions and pages, on a real database.
import path from 'node:path';
import { type Clock, settableClock } from '#kernel/clock.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { Authority } from '#platform/authorities/index.ts';
import { type ConstraintRefusals, type Database, refusalFromDatabase } from '#platform/database/index.ts';
import { valuesFrom } from '#platform/web/form.ts';
import type { Route } from '#platform/web/route.ts';
import { type Answer, type MessageToSend, type Person, type Upload, wrong } from '#platform/web/visit.ts';
import { testAuthority } from '../../../../test/database.ts';
import { testNow, testVisit } from '../../../../test/visit.ts';

/** A made-up council with Medway's files. */
export const council: Authority = {
  ...testAuthority,
  folder: path.join(import.meta.dirname, '..', '..', '..', '..', 'authorities', 'medway'),
};

/** What came back. `denied` is the policy's sentence, or where it sends to sign in. */
export type Came = {
  readonly answer: Answer | null;
  readonly denied: string;
  readonly to: string;
  readonly refusals: readonly Refusal[];
  readonly html: string;
  /** The page's words alone. */
  readonly text: string;
  readonly sent: readonly MessageToSend[];
  readonly events: readonly string[];
};

export type Front = {
  readonly database: Database;
  readonly routes: readonly Route[];
  readonly constraints?: ConstraintRefusals;
  readonly authority?: Authority;
  readonly clock?: Clock;
};

const nothingCame: Came = {
  answer: null,
  denied: '',
  to: '',
  refusals: [],
  html: '',
  text: '',
  sent: [],
  events: [],
};

/** Gives a person at the front of the service; nobody signed in where `person` is null. */
export function at(front: Front, person: Person | null) {
  const base = {
    database: front.database,
    authority: front.authority ?? council,
    person,
    clock: front.clock ?? settableClock(testNow),
  };
  async function opens(address: string): Promise<Came> {
    const [bare = '', query = ''] = address.split('?');
    const { route, params } = routeFor(front.routes, 'GET', bare);
    if (!('show' in route)) throw new Error(`${address} shows nothing`);
    const asked = {
      path: bare,
      params,
      query: Object.fromEntries(new URLSearchParams(query)),
      readOnly: true,
    };
    return testVisit({ ...base, ...asked }, async (visit) => {
      const ruling = await route.policy.rule(visit);
      if (ruling !== 'allowed') return { ...nothingCame, denied: deniedBy(ruling) };
      return came(await route.show(visit), visit);
    });
  }
  async function posts(
    address: string,
    form: Readonly<Record<string, string | readonly string[]>> = {},
    uploads: readonly Upload[] = [],
  ): Promise<Came> {
    const { route, params } = routeFor(front.routes, 'POST', address);
    if (!('act' in route)) throw new Error(`${address} takes nothing`);
    const asked = { path: address, params, form, uploads };
    let done: Came = nothingCame;
    const answer = await testVisit({ ...base, ...asked }, async (visit) => {
      const ruling = await route.policy.rule(visit);
      if (ruling !== 'allowed') {
        done = { ...nothingCame, denied: deniedBy(ruling) };
        return null;
      }
      const result = await route.act(visit);
      done = came(result, visit);
      return result;
    }).catch((error: unknown) => {
      const refused = refusalFromDatabase(error, front.constraints ?? {});
      if (refused === null) throw error;
      return wrong(refused);
    });
    if (answer?.kind !== 'wrong') return done;
    const formState = { values: valuesFrom(form), refusals: answer.refusals, isTyped: true };
    return testVisit({ ...base, ...asked, uploads: [], formState, readOnly: true }, async (visit) => ({
      ...came(await route.again(visit), visit),
      refusals: answer.refusals,
      sent: [],
    }));
  }
  return { opens, posts };
}

function deniedBy(ruling: Awaited<ReturnType<Route['policy']['rule']>>): string {
  return typeof ruling === 'object' ? ruling.denied : ruling;
}

function routeFor(routes: readonly Route[], method: Route['method'], address: string) {
  const parts = address.split('/');
  const parameters = (wanted: readonly string[]) => wanted.filter((part) => part.startsWith(':')).length;
  const found = routes
    .filter((route) => route.method === method && route.path.split('/').length === parts.length)
    .map((route) => ({ route, wanted: route.path.split('/') }))
    .filter(({ wanted }) => wanted.every((part, index) => part.startsWith(':') || part === parts[index]))
    .sort((one, other) => parameters(one.wanted) - parameters(other.wanted))[0];
  if (found === undefined) throw new Error(`${method} ${address} is no route`);
  const pairs = found.wanted.flatMap((part, index) =>
    part.startsWith(':') ? [[part.slice(1), parts[index] ?? ''] as const] : [],
  );
  return { route: found.route, params: Object.fromEntries(pairs) };
}

function came(
  answer: Answer,
  visit: { readonly sent: readonly MessageToSend[]; readonly notes: readonly { readonly event: string }[] },
): Came {
  const html = answer.kind === 'page' ? answer.main.text : '';
  return {
    answer,
    denied: '',
    to: answer.kind === 'redirect' ? answer.to : '',
    refusals: [],
    html,
    text: html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '),
    sent: visit.sent,
    events: visit.notes.map(({ event }) => event),
  };
}
