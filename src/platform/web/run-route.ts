import { refusal } from '#kernel/refusal.ts';
import { refusalFromDatabase, type Scope, type Transaction } from '#platform/database/index.ts';
import { personOfEndedSession } from '#platform/people/ended-session.ts';
import { writeTallies } from '#platform/tallies/index.ts';
import type { Asked, Outcome, Surroundings } from './asking.ts';
import { type FilesFirst, takeFilesFirst } from './files-first.ts';
import { emptyForm, type FormState } from './form.ts';
import { keepAnswer, takeFormOnce } from './form-posts.ts';
import { forgetKeptForm, keepForm, keptFormFor } from './kept-forms.ts';
import {
  audit,
  findPerson,
  type Opened,
  openVisit,
  refusedPage,
  signInPath,
  standingOf,
} from './open-visit.ts';
import { type ActRoute, nothingPersonal, type ReadRoute } from './route.ts';
import { type Answer, notFound, type Person, redirect, wrong } from './visit.ts';

/** Thrown to roll an action back when its form cannot be taken; never leaves this file. */
class RolledBack extends Error {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    super('rolled back');
    this.outcome = outcome;
  }
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
      return {
        opened,
        answer: redirect(signInPath(ruling, asked, 'path-and-query')),
        isAllowed: false,
      };
    return { opened, answer: await route.show(opened.visit), isAllowed: true };
  });
  if (
    shown.isAllowed &&
    (shown.answer.kind === 'page' || shown.answer.kind === 'download') &&
    (route.audit !== nothingPersonal || shown.opened.notes.length > 0)
  ) {
    await around.database.transaction({ ...scope, readOnly: false }, (transaction) =>
      audit(shown.opened, route, transaction),
    );
  }
  if (shown.isAllowed && shown.opened.tallies.length > 0) await countTallies(around, asked, shown.opened);
  const { notes, tallies } = shown.opened;
  const isWithoutTrace =
    shown.isAllowed && route.audit === nothingPersonal && notes.length === 0 && tallies.length === 0;
  return { answer: shown.answer, person, formState: shown.opened.visit.formState, isWithoutTrace };
}

/** Writes what a page counts, as nobody: without the person, and with no more of the time than the day. */
async function countTallies(around: Surroundings, asked: Asked, { tallies }: Opened): Promise<void> {
  const authorityId = asked.authority.id;
  await around.database.transaction({ authorityId, standing: 'public' }, (transaction) =>
    writeTallies(transaction, { authorityId, onDay: around.clock.today(), tallies }),
  );
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
    personId: person.id,
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
    standing: route.signsIn === true ? 'public' : standingOf(person),
  };
  const first = await filesOf(around, route, asked, person);
  const within = first === null ? around : { ...around, files: first.desk };
  let isSaved = false;
  try {
    const outcome = await around.database.transaction(scope, (transaction) =>
      act(within, route, asked, { person, transaction }),
    );
    isSaved = true;
    return outcome;
  } catch (error) {
    if (error instanceof RolledBack) return showAgain(around, route, asked, error.outcome);
    const refused = refusalFromDatabase(error, around.constraintRefusals);
    if (refused === null) throw error;
    return showAgain(around, route, asked, { person, answer: wrong(refused), formState: emptyForm });
  } finally {
    await first?.settle({ isSaved });
  }
}

/** Takes in the files of a form of somebody who may send it; null where there is nothing to take. */
async function filesOf(
  around: Surroundings,
  route: ActRoute,
  asked: Asked,
  person: Person | null,
): Promise<FilesFirst | null> {
  const { uploads } = asked.posted;
  if (!route.takesFiles || uploads.length === 0 || person === null) return null;
  const scope = { authorityId: asked.authority.id, personId: person.id, standing: standingOf(person) };
  const ruling = await around.database.transaction({ ...scope, readOnly: true }, async (transaction) => {
    const { visit } = openVisit(around, asked, { person, transaction, formState: emptyForm });
    return route.policy.rule(visit);
  });
  return ruling === 'allowed' ? takeFilesFirst(around.files, uploads) : null;
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
    keptInBrowser: opened.keptInBrowser,
  });
  const ruling = await route.policy.rule(visit);
  if (typeof ruling === 'object') return outcome(refusedPage(ruling));
  const authorityId = asked.authority.id;
  const { form, uploads } = asked.posted;
  const at = around.clock.now();
  if (ruling !== 'allowed') {
    const answer = outcome(redirect(signInPath(ruling, asked)));
    // Whose form it was, the session says that has ended. Where none says it, what was typed is kept of
    // nobody, or the next who signs in at this browser would be shown it.
    const token = person === null ? asked.sessionToken : null;
    const personId =
      token === null ? null : await personOfEndedSession(transaction, { authorityId, token, now: at });
    if (personId === null) return answer;
    const kept = { authorityId, personId, path: asked.path, form, seal: around.seal, at };
    return { ...answer, keptToken: await keepForm(transaction, kept) };
  }
  const post = { authorityId, personId: person?.id ?? null, path: asked.path, form, uploads };
  const first = await takeFormOnce(transaction, { ...post, at });
  if (!first.isFirst) return outcome(redirect(first.location ?? asked.path));
  const answer = await route.act(visit);
  if (answer.kind === 'wrong' || answer.kind === 'not-found') throw new RolledBack(outcome(answer));
  if (answer.kind === 'redirect') await keepAnswer(transaction, { ...post, location: answer.to });
  const isKeptFormSent =
    asked.keptToken !== null &&
    (await forgetKeptForm(transaction, { authorityId, token: asked.keptToken, path: asked.path }));
  await audit(opened, route, transaction);
  return { ...outcome(answer), ...(isKeptFormSent ? { keptToken: null } : {}) };
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
