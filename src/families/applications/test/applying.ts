// A family that applies in a test: by the real routes, policies, actions and pages, on a real database.
import path from 'node:path';
import { type Clock, settableClock } from '#kernel/clock.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { Authority } from '#platform/authorities/index.ts';
import { type Database, refusalFromDatabase } from '#platform/database/index.ts';
import { valuesFrom } from '#platform/web/form.ts';
import type { Policy, Route } from '#platform/web/route.ts';
import {
  type Answer,
  type MessageToSend,
  type Person,
  type Upload,
  type Visit,
  wrong,
} from '#platform/web/visit.ts';
import { testAuthority } from '../../../../test/database.ts';
import { testNow, testVisit } from '../../../../test/visit.ts';
import { routes } from '../../../modules.ts';
import { constraints } from '../constraints.ts';
import { filledSteps, type PostedFields } from '../examples.ts';

/** A made-up council with Medway's published schemes and clocks. */
export const council: Authority = {
  ...testAuthority,
  folder: path.join(import.meta.dirname, '..', '..', '..', '..', 'authorities', 'medway'),
};

/** What came back: where it led, or the page with what was wrong. */
export type Came = {
  readonly answer: Answer;
  /** Where the answer led; empty when it was a page. */
  readonly to: string;
  readonly refusals: readonly Refusal[];
  /** The page's markup: the form again, where it could not be taken. */
  readonly html: string;
  readonly sent: readonly MessageToSend[];
};

type Found = { readonly route: Route; readonly params: Record<string, string> };

function matching(method: Route['method'], address: string): Found {
  const parts = address.split('/');
  const found = routes
    .filter((route) => route.method === method && route.path.split('/').length === parts.length)
    .map((route) => ({ route, wanted: route.path.split('/') }))
    .filter(({ wanted }) => wanted.every((part, index) => part.startsWith(':') || part === parts[index]))
    // As Fastify does: a word goes before a parameter.
    .sort((one, other) => parameters(one.wanted) - parameters(other.wanted))[0];
  if (found === undefined) throw new Error(`${method} ${address} is no route`);
  const pairs = found.wanted.flatMap((part, index) =>
    part.startsWith(':') ? [[part.slice(1), parts[index] ?? ''] as const] : [],
  );
  return { route: found.route, params: Object.fromEntries(pairs) };
}

function parameters(parts: readonly string[]): number {
  return parts.filter((part) => part.startsWith(':')).length;
}

async function hasLeave(policy: Policy, visit: Visit): Promise<void> {
  const ruling = await policy.rule(visit);
  if (ruling !== 'allowed') throw new Error(`not allowed: ${JSON.stringify(ruling)}`);
}

/** One family member with a browser, by whom every route of this capability can be asked. */
export class Applicant {
  readonly person: Person;
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #authority: Authority;

  constructor(options: {
    readonly database: Database;
    readonly person: Person;
    readonly clock?: Clock;
    readonly authority?: Authority;
  }) {
    this.person = options.person;
    this.#database = options.database;
    this.#clock = options.clock ?? settableClock(testNow);
    this.#authority = options.authority ?? council;
  }

  /** Opens a page of the service; the database refuses every change meanwhile. */
  async opens(address: string): Promise<Came> {
    const [bare = '', query = ''] = address.split('?');
    const { route, params } = matching('GET', bare);
    if (!('show' in route)) throw new Error(`${address} shows nothing`);
    const asked = { path: bare, params, query: Object.fromEntries(new URLSearchParams(query)) };
    return this.#visit({ ...asked, readOnly: true }, async (visit) => {
      await hasLeave(route.policy, visit);
      return came(await route.show(visit), visit);
    });
  }

  /** Sends a form; what cannot be taken is shown again as the platform does it, with nothing saved. */
  async posts(address: string, form: PostedFields = {}, uploads: readonly Upload[] = []): Promise<Came> {
    const { route, params } = matching('POST', address);
    if (!('act' in route)) throw new Error(`${address} takes nothing`);
    const asked = { path: address, params, form, uploads };
    let messages: readonly MessageToSend[] = [];
    const answer = await this.#visit(asked, async (visit) => {
      await hasLeave(route.policy, visit);
      const result = await route.act(visit);
      messages = visit.sent;
      return result;
    }).catch((error: unknown) => {
      const refused = refusalFromDatabase(error, constraints);
      if (refused === null) throw error;
      return wrong(refused);
    });
    if (answer.kind !== 'wrong')
      return {
        answer,
        to: answer.kind === 'redirect' ? answer.to : '',
        refusals: [],
        html: '',
        sent: messages,
      };
    const formState = { values: valuesFrom(form), refusals: answer.refusals, isTyped: true };
    return this.#visit({ ...asked, uploads: [], formState, readOnly: true }, async (visit) => ({
      ...came(await route.again(visit), visit),
      refusals: answer.refusals,
      sent: [],
    }));
  }

  /** Starts an application and gives its address. */
  async starts(form: PostedFields = {}): Promise<string> {
    return (await this.posts('/apply/start', form)).to;
  }

  /** Fills in every step of a draft, with these differences; a step named `null` is left out. */
  async fills(address: string, change: Readonly<Record<string, PostedFields>> = {}): Promise<void> {
    for (const [slug, form] of Object.entries(filledSteps(change))) {
      const { refusals } = await this.posts(`${address}/${slug}`, form);
      if (refusals.length > 0) throw new Error(`${slug}: ${refusals.map((one) => one.message).join(' ')}`);
    }
  }

  /** Starts, fills in and sends an application, and gives its address under /apply. */
  async applies(change: Readonly<Record<string, PostedFields>> = {}): Promise<string> {
    const address = await this.starts();
    await this.fills(address, change);
    const { to, refusals } = await this.sends(address);
    if (to !== `${address}/sent`) throw new Error(`not sent: ${to} ${refusals.map((one) => one.message)}`);
    return address;
  }

  sends(address: string): Promise<Came> {
    return this.posts(`${address}/send`, { declared: 'yes' });
  }

  #visit<T>(
    asked: Omit<Parameters<typeof testVisit>[0], 'database'>,
    work: Parameters<typeof testVisit<T>>[1],
  ): Promise<T> {
    const own = { database: this.#database, authority: this.#authority, person: this.person };
    return testVisit({ ...own, clock: this.#clock, ...asked }, work);
  }
}

function came(answer: Answer, visit: { readonly sent: readonly MessageToSend[] }): Came {
  return {
    answer,
    to: answer.kind === 'redirect' ? answer.to : '',
    refusals: [],
    html: answer.kind === 'page' ? answer.main.text : '',
    sent: visit.sent,
  };
}

/** What the council's register and papers hold of the family of an account. */
export function heldOf(database: Database, person: Person) {
  return database.transaction({ authorityId: council.id, standing: 'system' }, async (transaction) => {
    const households = await transaction
      .selectFrom('households as h')
      .innerJoin('household_accounts as a', 'a.household_id', 'h.id')
      .selectAll('h')
      .where('a.person_id', '=', person.id)
      .execute();
    const ids = ['00000000-0000-0000-0000-000000000000', ...households.map(({ id }) => id)];
    return {
      households,
      children: await transaction
        .selectFrom('children')
        .selectAll()
        .where('household_id', 'in', ids)
        .orderBy('created_at')
        .execute(),
      carers: await transaction
        .selectFrom('parent_carers')
        .selectAll()
        .where('household_id', 'in', ids)
        .orderBy('created_at')
        .orderBy('id')
        .execute(),
      evidence: await transaction
        .selectFrom('evidence')
        .selectAll()
        .where('household_id', 'in', ids)
        .execute(),
      applications: await transaction
        .selectFrom('applications')
        .selectAll()
        .where('person_id', '=', person.id)
        .orderBy('created_at')
        .execute(),
      files: await transaction.selectFrom('files').selectAll().where('person_id', '=', person.id).execute(),
    };
  });
}
