import { writeAudit } from '#platform/audit/index.ts';
import type { Scope, Transaction } from '#platform/database/index.ts';
import { personOfSession } from '#platform/people/sessions.ts';
import type { Asked, Surroundings } from './asking.ts';
import type { FormState } from './form.ts';
import { html } from './html.ts';
import type { KeptThing } from './kept-in-browser.ts';
import { nothingPersonal, type Ruling } from './route.ts';
import { type Answer, type Person, page, type Visit } from './visit.ts';

/** A visit, with what was noted on it. */
export type Opened = {
  readonly visit: Visit;
  readonly notes: Parameters<Visit['note']>[0][];
  readonly tallies: Parameters<Visit['tally']>[0][];
  readonly about: { subject?: { kind: string; id: string }; details?: Record<string, never> | undefined };
  session(): string | null | undefined;
  /** What the action has the browser keep or forget. */
  readonly keptInBrowser: ReadonlyMap<KeptThing, string | null>;
};

/** What the database is told of who asks. */
export function standingOf(person: Person | null): Scope['standing'] {
  return person === null ? 'public' : person.kind;
}

/** Finds who asks, by the session cookie. */
export async function findPerson(around: Surroundings, asked: Asked): Promise<Person | null> {
  const token = asked.sessionToken;
  if (token === null) return null;
  const authorityId = asked.authority.id;
  return around.database.transaction({ authorityId, standing: 'public', readOnly: true }, (transaction) =>
    personOfSession(transaction, { authorityId, token, now: around.clock.now() }),
  );
}

/** Opens the visit that a page or an action is given. */
export function openVisit(
  around: Surroundings,
  asked: Asked,
  given: { readonly person: Person | null; readonly transaction: Transaction; readonly formState: FormState },
): Opened {
  const notes: Opened['notes'] = [];
  const tallies: Opened['tallies'] = [];
  const about: { subject?: { kind: string; id: string }; details?: Record<string, never> | undefined } = {};
  let session: string | null | undefined;
  const keptInBrowser = new Map<KeptThing, string | null>();
  const visit: Visit = {
    authority: asked.authority,
    person: given.person,
    transaction: given.transaction,
    clock: around.clock,
    requestId: asked.requestId,
    path: asked.path,
    params: asked.params,
    query: asked.query,
    form: asked.posted.form,
    uploads: asked.posted.uploads,
    formState: given.formState,
    get csrfToken() {
      return asked.csrfToken;
    },
    get accept() {
      return asked.accept;
    },
    isDemonstration: around.isDemonstration,
    isFromThisMachine: asked.isFromThisMachine,
    device: asked.device,
    hasCouncilSignIn: around.signInService !== undefined,
    files: around.files,
    origin: asked.origin,
    note: (note) => void notes.push(note),
    tally: (tally) => void tallies.push(tally),
    concerns(kind, id, details) {
      about.subject = { kind, id };
      about.details = details as typeof about.details;
    },
    send: (message) =>
      around.queueMessage(given.transaction, asked.authority.id, message, around.clock.now()),
    setSession(token) {
      session = token;
    },
    keptInBrowser: (thing) => asked.keptInBrowser(thing),
    keepInBrowser: (thing, value) => void keptInBrowser.set(thing, value),
  };
  return { visit, notes, tallies, about, session: () => session, keptInBrowser };
}

/** Writes what was noted, the route's own event first, to the audit trail. */
export async function audit(
  opened: Opened,
  route: { readonly audit: string },
  transaction: Transaction,
): Promise<void> {
  const own = route.audit === nothingPersonal ? [] : [{ event: route.audit, ...opened.about }];
  const notes = [...own, ...opened.notes];
  if (notes.length === 0) return;
  const { visit } = opened;
  await writeAudit(transaction, {
    authorityId: visit.authority.id,
    personId: visit.person?.id ?? null,
    standing: standingOf(visit.person),
    at: visit.clock.now(),
    requestId: visit.requestId,
    notes,
  });
}

const signInPages = {
  'sign-in-as-family': '/sign-in',
  'sign-in-as-practitioner': '/practitioners/sign-in',
  'sign-in-as-provider': '/provider/sign-in',
} as const;

/** Where somebody signs in who must, with the way back: of a page with what it was asked for. */
export function signInPath(
  ruling: Exclude<Ruling, 'allowed' | { readonly denied: string }>,
  asked: Asked,
  back: 'path' | 'path-and-query' = 'path',
): string {
  const query = back === 'path-and-query' && asked.query.size > 0 ? `?${asked.query}` : '';
  return `${signInPages[ruling]}?then=${encodeURIComponent(asked.path + query)}`;
}

/** The page for somebody who may not. */
export function refusedPage(ruling: Exclude<Ruling, 'allowed' | string>): Answer {
  return page({
    title: 'You cannot do this',
    status: 403,
    isPrivate: true,
    main: html`<h1 class="govuk-heading-l">You cannot do this</h1><p class="govuk-body">${ruling.denied}</p><p class="govuk-body"><a class="govuk-link" href="/">Go to the first page</a></p>`,
  });
}
