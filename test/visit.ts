// Visits as the platform would give them, on real transactions, and people who make them.
import { randomUUID } from 'node:crypto';
import { type Clock, settableClock } from '#kernel/clock.ts';
import { newId } from '#kernel/id.ts';
import type { AuditNote } from '#platform/audit/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Database, Scope } from '#platform/database/index.ts';
import type { Tally } from '#platform/tallies/index.ts';
import { type FormState, valuesFrom } from '#platform/web/form.ts';
import type { KeptThing } from '#platform/web/kept-in-browser.ts';
import type { MessageToSend, Person, Upload, Visit } from '#platform/web/visit.ts';
import { testAuthority } from './database.ts';
import { testFiles } from './files.ts';

/** The time at which tests stand still unless they bring a clock: a Tuesday morning in England. */
export const testNow = Temporal.Instant.from('2026-11-24T10:00:00Z');

/** What a test may say of a visit; everything else is as an ordinary visitor from outside would have it. */
export type TestVisitOptions = {
  readonly database: Database;
  readonly authority?: Authority;
  readonly person?: Person | null;
  readonly clock?: Clock;
  readonly path?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly form?: Readonly<Record<string, string | readonly string[]>>;
  readonly uploads?: readonly Upload[];
  readonly formState?: FormState;
  readonly isDemonstration?: boolean;
  readonly isFromThisMachine?: boolean;
  readonly accept?: string;
  /** What the visitor's browser keeps. */
  readonly keptInBrowser?: Readonly<Partial<Record<KeptThing, string>>>;
  /** As a GET has it: the database refuses every change. */
  readonly readOnly?: boolean;
};

/** A visit that remembers what was done to it. */
export type TestVisit = Visit & {
  readonly notes: readonly AuditNote[];
  readonly tallies: readonly Tally[];
  readonly concerned: readonly { readonly kind: string; readonly id: string }[];
  readonly sent: readonly MessageToSend[];
  /** The session token that the answer would set; null to clear it; undefined to leave it. */
  newSession(): string | null | undefined;
  /** What the browser would keep or forget with the answer. */
  readonly toKeepInBrowser: ReadonlyMap<KeptThing, string | null>;
};

/** Thrown to roll back what an action answered with `wrong`, as the platform does. */
class RolledBack extends Error {
  readonly result: unknown;
  constructor(result: unknown) {
    super('rolled back');
    this.result = result;
  }
}

function isWrong(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'kind' in result && result.kind === 'wrong';
}

function openVisit(options: TestVisitOptions, transaction: Visit['transaction']): TestVisit {
  const notes: AuditNote[] = [];
  const tallies: Tally[] = [];
  const concerned: { kind: string; id: string }[] = [];
  const sent: MessageToSend[] = [];
  let session: string | null | undefined;
  const toKeepInBrowser = new Map<KeptThing, string | null>();
  const form = valuesFrom(options.form ?? {});
  return {
    authority: options.authority ?? testAuthority,
    person: options.person ?? null,
    transaction,
    clock: options.clock ?? settableClock(testNow),
    requestId: randomUUID(),
    path: options.path ?? '/test',
    params: options.params ?? {},
    query: new URLSearchParams(options.query ?? {}),
    form,
    uploads: options.uploads ?? [],
    formState: options.formState ?? {
      values: form,
      refusals: [],
      isTyped: options.form !== undefined,
    },
    csrfToken: 'test-csrf-token',
    accept: options.accept ?? 'text/html',
    isDemonstration: options.isDemonstration ?? false,
    isFromThisMachine: options.isFromThisMachine ?? false,
    device: 'Firefox on Linux',
    hasCouncilSignIn: false,
    files: testFiles(),
    origin: 'https://testshire.example.org',
    notes,
    tallies,
    concerned,
    sent,
    note: (note) => void notes.push(note),
    tally: (tally) => void tallies.push(tally),
    concerns: (kind, id) => void concerned.push({ kind, id }),
    send: async (message) => void sent.push(message),
    setSession(token) {
      session = token;
    },
    newSession: () => session,
    keptInBrowser: (thing) => options.keptInBrowser?.[thing] ?? null,
    keepInBrowser: (thing, value) => void toKeepInBrowser.set(thing, value),
    toKeepInBrowser,
  };
}

/**
 * Does `work` as one visit, in one real transaction with the authority, the person and their standing set,
 * so that row-level security holds. What it gives is committed, but an answer `wrong` or a throw rolls back.
 */
export async function testVisit<T>(
  options: TestVisitOptions,
  work: (visit: TestVisit) => Promise<T> | T,
): Promise<T> {
  const person = options.person ?? null;
  const scope: Scope = {
    authorityId: (options.authority ?? testAuthority).id,
    personId: person?.id ?? null,
    standing: person === null ? 'public' : person.kind,
    readOnly: options.readOnly ?? false,
  };
  try {
    return await options.database.transaction(scope, async (transaction) => {
      const result = await work(openVisit(options, transaction));
      if (isWrong(result)) throw new RolledBack(result);
      return result;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.result as T;
    throw error;
  }
}

/** Who a test needs. Family members have no roles; practitioners have those named. */
export type TestPersonOptions = {
  readonly database: Database;
  readonly authority?: Authority;
  readonly name?: string;
  readonly email?: string;
  /** Names roles to make a practitioner; without, a family member is made. */
  readonly roles?: readonly string[];
  /** A provider's person is named as one. */
  readonly kind?: 'provider';
};

const names = { family: 'Test Parent', practitioner: 'Test Practitioner', provider: 'Test Provider' };

/** Adds somebody to the database and gives them as a signed-in person. */
export async function testPerson(options: TestPersonOptions): Promise<Person> {
  const id = newId();
  const kind = options.kind ?? (options.roles === undefined ? 'family' : 'practitioner');
  const person: Person = {
    id,
    kind,
    name: options.name ?? names[kind],
    email: options.email ?? `${id}@example.org`,
    roles: options.roles ?? [],
    sessionId: newId(),
  };
  const authorityId = (options.authority ?? testAuthority).id;
  await options.database.transaction({ authorityId, standing: 'system' }, (transaction) =>
    transaction
      .insertInto('people')
      .values({
        authority_id: authorityId,
        id,
        kind,
        name: person.name,
        email: person.email,
        roles: [...person.roles],
        created_at: testNow,
      })
      .execute(),
  );
  return person;
}
