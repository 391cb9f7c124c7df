// A made-up capability of one form, to try what the web layer does with any: it is wrong, broken or fine as it is told.
import { sql } from 'kysely';
import { z } from 'zod';
import { refusal } from '#kernel/refusal.ts';
import type { Database } from '#platform/database/index.ts';
import { beginSession } from '#platform/people/index.ts';
import { parseForm, words } from '#platform/web/form.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { html } from '#platform/web/html.ts';
import { lineQuestion } from '#platform/web/questions.ts';
import { get, nothingPersonal, policy, post, type Route } from '#platform/web/route.ts';
import { page, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { testAuthority } from './database.ts';
import type { SiteVisitor } from './site.ts';

const family = policy('A family', ({ person }) =>
  person?.kind === 'family'
    ? person.name === 'Nobody Here'
      ? { denied: 'This is not for you.' }
      : 'allowed'
    : 'sign-in-as-family',
);
const thing = z.object({ name: words({ name: 'Name', missing: 'Enter a name' }) });

function formPage(visit: Visit) {
  const question = lineQuestion(visit, { field: 'name', label: 'Name' });
  return page({
    title: 'A thing',
    main: html`${errorsOf(visit)}${formTo(visit, question, { to: '/things' })}`,
  });
}

async function keepThing(visit: Visit) {
  const parsed = parseForm(thing, visit.form);
  const typed = parsed.ok ? parsed.value.name : '';
  // Said before it is known whether all is well: what follows must take it back.
  await visit.send({ kind: 'thing', to: 'a@example.org', subject: typed, text: 'Kept.' });
  visit.note({ event: 'thing.noted' });
  if (!parsed.ok) return wrong(...parsed.refusals);
  if (typed === 'wrong') return wrong(refusal('not-this', 'Not this one.', 'name'));
  if (typed === 'twice')
    // The visitor's own session once more: its token is there already.
    await sql`insert into sessions select authority_id, token_hash, gen_random_uuid(), person_id, way, device, created_at, expires_at, revoked_at from sessions where person_id = ${visit.person?.id}`.execute(
      visit.transaction,
    );
  if (typed === 'broken') throw new Error('a bug');
  visit.concerns('thing', typed);
  return redirect(`/things/${typed}`);
}

export const thingRoutes: readonly Route[] = [
  get('/things', { policy: family, audit: 'things.viewed', show: formPage }),
  post('/things', { policy: family, audit: 'thing.kept', act: keepThing, again: formPage }),
  get('/writes', {
    policy: family,
    audit: 'things.viewed',
    show: async (visit) => {
      await visit.send({ kind: 'thing', to: 'a@example.org', subject: 'from a GET', text: '' });
      return page({ title: 'Wrote', main: html`wrote` });
    },
  }),
  get('/none', { policy: family, audit: 'things.viewed', show: () => ({ kind: 'not-found' }) }),
  get('/open', { policy: policy('Anybody', () => 'allowed'), audit: nothingPersonal, show: formPage }),
];

/** Begins a session of somebody at a browser, without the pages of signing in. */
export async function beginsSession(
  browser: SiteVisitor,
  session: { readonly database: Database; readonly personId: string; readonly now: Temporal.Instant },
): Promise<void> {
  const authorityId = testAuthority.id;
  const token = await session.database.transaction({ authorityId, standing: 'public' }, (transaction) =>
    beginSession(transaction, {
      authorityId,
      personId: session.personId,
      kind: 'family',
      way: 'email-link',
      device: 'A test',
      now: session.now,
    }),
  );
  browser.cookies.set('daybreak_session', token);
}

/** What messages were kept, by their subjects. */
export async function messagesKept(database: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ subject: string }>`select subject from messages order by id`.execute(
    database.owner,
  );
  return rows.map(({ subject }) => subject);
}
