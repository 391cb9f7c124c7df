import type { Clock } from '#kernel/clock.ts';
import { refusal } from '#kernel/refusal.ts';
import { writeAudit } from '#platform/audit/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import {
  type ConstraintRefusals,
  type Database,
  refusalFromDatabase,
  type Scope,
  type Transaction,
} from '#platform/database/index.ts';
import type { FileDesk } from '#platform/files/index.ts';
import { personOfSession } from '#platform/people/sessions.ts';
import { emptyForm, type FormState } from './form.ts';
import { keepAnswer, takeFormOnce } from './form-posts.ts';
import { html } from './html.ts';
import { forgetKeptForm, keepForm, keptFormFor } from './kept-forms.ts';
import type { PostedForm } from './read-body.ts';
import { type ActRoute, nothingPersonal, type ReadRoute, type Ruling } from './route.ts';
import type { Seal } from './seal.ts';
import {
  type Answer,
  type MessageToSend,
  notFound,
  type Person,
  page,
  redirect,
  type Visit,
  wrong,
} from './visit.ts';

/** One request, read from the wire, before anybody has looked who is asking. */
export type Asked = {
  readonly authority: Authority;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly posted: PostedForm;
  readonly sessionToken: string | null;
  readonly keptToken: string | null;
  readonly csrfToken: string;
  readonly isFromThisMachine: boolean;
  readonly origin: string;
  readonly requestId: string;
};

/** What the platform lends to every request. */
export type Surroundings = {
  readonly database: Database;
  readonly clock: Clock;
  readonly seal: Seal;
  readonly isDemonstration: boolean;
  readonly constraintRefusals: ConstraintRefusals;
  readonly files: FileDesk;
  /** Queues a message in the transaction given. */
  readonly queueMessage: (
    transaction: Transaction,
    authorityId: string,
    message: MessageToSend,
    at: Temporal.Instant,
  ) => Promise<void>;
};

/** What came out: the answer, who asked, and what the cookies must say from now on. */
export type Outcome = {
  readonly answer: Answer;
  readonly person: Person | null;
  readonly formState: FormState;
  /** The new session token; null to sign out; undefined to leave it alone. */
  readonly session?: string | null | undefined;
  readonly keptToken?: string | null | undefined;
};

/** Thrown to roll an action back when its form cannot be taken; never leaves this file. */
class RolledBack extends Error {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    super('rolled back');
    this.outcome = outcome;
  }
}

type Opened = {
  readonly visit: Visit;
  readonly notes: Parameters<Visit['note']>[0][];
  readonly about: { subject?: { kind: string; id: string }; details?: Record<string, never> | undefined };
  session(): string | null | undefined;
};

function standingOf(person: Person | null): Scope['standing'] {
  return person === null ? 'public' : person.kind;
}

async function findPerson(around: Surroundings, asked: Asked): Promise<Person | null> {
  const token = asked.sessionToken;
  if (token === null) return null;
  const authorityId = asked.authority.id;
  return around.database.transaction({ authorityId, standing: 'public', readOnly: true }, (transaction) =>
    personOfSession(transaction, { authorityId, token, now: around.clock.now() }),
  );
}

function openVisit(
  around: Surroundings,
  asked: Asked,
  given: { readonly person: Person | null; readonly transaction: Transaction; readonly formState: FormState },
): Opened {
  const notes: Opened['notes'] = [];
  const about: { subject?: { kind: string; id: string }; details?: Record<string, never> | undefined } = {};
  let session: string | null | undefined;
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
    isDemonstration: around.isDemonstration,
    isFromThisMachine: asked.isFromThisMachine,
    files: around.files,
    origin: asked.origin,
    note: (note) => void notes.push(note),
    concerns(kind, id, details) {
      about.subject = { kind, id };
      about.details = details as typeof about.details;
    },
    send: (message) =>
      around.queueMessage(given.transaction, asked.authority.id, message, around.clock.now()),
    setSession(token) {
      session = token;
    },
  };
  return { visit, notes, about, session: () => session };
}

async function audit(
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

function signInPath(ruling: 'sign-in-as-family' | 'sign-in-as-practitioner', asked: Asked): string {
  const to = ruling === 'sign-in-as-family' ? '/sign-in' : '/practitioners/sign-in';
  return `${to}?then=${encodeURIComponent(asked.path)}`;
}

function refusedPage(ruling: Exclude<Ruling, 'allowed' | string>): Answer {
  return page({
    title: 'You cannot do this',
    status: 403,
    isPrivate: true,
    main: html`<h1 class="govuk-heading-l">You cannot do this</h1><p class="govuk-body">${ruling.denied}</p><p class="govuk-body"><a class="govuk-link" href="/">Go to the first page</a></p>`,
  });
}

/**
 * Answers a page that is read. It runs in a transaction that can only read; what it showed is written to the
 * audit trail in a second one, before anything is sent.
 */
export async function answerRead(around: Surroundings, route: ReadRoute, asked: Asked): Promise<Outcome> {
  const person = await findPerson(around, asked);
  const scope: Scope = {
    authorityId: asked.authority.id,
    personId: person?.id ?? null,
    standing: standingOf(person),
    readOnly: true,
  };
  const shown = await around.database.transaction(scope, async (transaction) => {
    const formState = await keptState(around, asked, person, transaction);
    const opened = openVisit(around, asked, { person, transaction, formState });
    const ruling = await route.policy.rule(opened.visit);
    if (typeof ruling === 'object') return { opened, answer: refusedPage(ruling), isAllowed: false };
    if (ruling !== 'allowed')
      return { opened, answer: redirect(signInPath(ruling, asked)), isAllowed: false };
    return { opened, answer: await route.show(opened.visit), isAllowed: true };
  });
  if (
    shown.isAllowed &&
    shown.answer.kind !== 'not-found' &&
    (route.audit !== nothingPersonal || shown.opened.notes.length > 0)
  ) {
    await around.database.transaction({ ...scope, readOnly: false }, (transaction) =>
      audit(shown.opened, route, transaction),
    );
  }
  return { answer: shown.answer, person, formState: shown.opened.visit.formState };
}

async function keptState(
  around: Surroundings,
  asked: Asked,
  person: Person | null,
  transaction: Transaction,
): Promise<FormState> {
  if (asked.keptToken === null || person === null) return emptyForm;
  const kept = await keptFormFor(transaction, {
    authorityId: asked.authority.id,
    token: asked.keptToken,
    path: asked.path,
    seal: around.seal,
    at: around.clock.now(),
  });
  if (kept === null) return emptyForm;
  const sentence =
    'You had been signed out, so this was not saved yet. We kept what you typed: check it and continue. Files must be chosen again.';
  return { values: kept, refusals: [refusal('kept', sentence)], isTyped: true };
}

/**
 * Answers a thing that a person does, all or nothing: the policy, the form taken once, the action, the audit
 * trail, in one transaction. A form that cannot be taken rolls everything back and is shown again.
 */
export async function answerAct(
  around: Surroundings,
  route: ActRoute,
  asked: Asked,
  isForged: boolean,
): Promise<Outcome> {
  const person = await findPerson(around, asked);
  if (isForged) {
    const old = refusal(
      'form-too-old',
      'This page had been open for a long time, so nothing was saved. Check your answers and send them again.',
    );
    return showAgain(around, route, asked, { person, answer: wrong(old), formState: emptyForm });
  }
  const scope: Scope = {
    authorityId: asked.authority.id,
    personId: person?.id ?? null,
    standing: standingOf(person),
  };
  try {
    return await around.database.transaction(scope, (transaction) =>
      act(around, route, asked, { person, transaction }),
    );
  } catch (error) {
    if (error instanceof RolledBack) return showAgain(around, route, asked, error.outcome);
    const refused = refusalFromDatabase(error, around.constraintRefusals);
    if (refused === null) throw error;
    return showAgain(around, route, asked, { person, answer: wrong(refused), formState: emptyForm });
  }
}

async function act(
  around: Surroundings,
  route: ActRoute,
  asked: Asked,
  given: { readonly person: Person | null; readonly transaction: Transaction },
): Promise<Outcome> {
  const { person, transaction } = given;
  const opened = openVisit(around, asked, {
    person,
    transaction,
    formState: { values: asked.posted.form, refusals: [], isTyped: true },
  });
  const { visit } = opened;
  const outcome = (answer: Answer): Outcome => ({
    answer,
    person,
    formState: visit.formState,
    session: opened.session(),
  });
  const ruling = await route.policy.rule(visit);
  if (typeof ruling === 'object') return outcome(refusedPage(ruling));
  const authorityId = asked.authority.id;
  const { form } = asked.posted;
  const at = around.clock.now();
  if (ruling !== 'allowed') {
    const keptToken = await keepForm(transaction, {
      authorityId,
      path: asked.path,
      form,
      seal: around.seal,
      at,
    });
    return { ...outcome(redirect(signInPath(ruling, asked))), keptToken };
  }
  const first = await takeFormOnce(transaction, { authorityId, form, at });
  if (!first.isFirst) return outcome(redirect(first.location ?? asked.path));
  const answer = await route.act(visit);
  if (answer.kind === 'wrong' || answer.kind === 'not-found') throw new RolledBack(outcome(answer));
  if (answer.kind === 'redirect') await keepAnswer(transaction, { authorityId, form, location: answer.to });
  if (asked.keptToken !== null) await forgetKeptForm(transaction, authorityId, asked.keptToken);
  await audit(opened, route, transaction);
  return { ...outcome(answer), ...(asked.keptToken === null ? {} : { keptToken: null }) };
}

async function showAgain(
  around: Surroundings,
  route: ActRoute,
  asked: Asked,
  before: Outcome,
): Promise<Outcome> {
  if (before.answer.kind !== 'wrong') return before;
  const { refusals } = before.answer;
  const { person } = before;
  const formState: FormState = { values: asked.posted.form, refusals, isTyped: true };
  const scope: Scope = {
    authorityId: asked.authority.id,
    personId: person?.id ?? null,
    standing: standingOf(person),
    readOnly: true,
  };
  return around.database.transaction(scope, async (transaction) => {
    const { visit } = openVisit(around, asked, { person, transaction, formState });
    const ruling = await route.policy.rule(visit);
    if (typeof ruling === 'object') return { answer: refusedPage(ruling), person, formState };
    if (ruling !== 'allowed') return { answer: redirect(signInPath(ruling, asked)), person, formState };
    const shown = await route.again(visit);
    const answer =
      shown.kind === 'page' ? { ...shown, status: 422 } : shown.kind === 'wrong' ? notFound() : shown;
    return { answer, person, formState };
  });
}
