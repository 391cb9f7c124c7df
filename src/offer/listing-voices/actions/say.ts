import { z } from 'zod';
import { newId } from '#kernel/id.ts';
import { choice, parseForm, words } from '#platform/web/form.ts';
import { type Answer, notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { messageOf } from '#platform/words/index.ts';
import { isForProvider, type ProblemKind, problemKinds, type Sayer, sayers } from '../domain/voices.ts';
import { namedListing } from '../named-listing.ts';
import { insertComment } from '../store/comments.ts';
import { insertProblem, noteProviderTold } from '../store/problems.ts';
import { optionalEmail } from './optional-email.ts';

const commentForm = z.object({
  words: words({ missing: 'Write your comment', max: 2_000, name: 'Your comment' }),
  saidBy: choice(Object.keys(sayers) as Sayer[], 'Say who you are'),
  email: optionalEmail,
});

async function keepComment(visit: Visit, listingSlug: string | null, to: string): Promise<Answer> {
  const parsed = parseForm(commentForm, visit.form);
  if (!parsed.ok) return wrong(...parsed.refusals);
  const comment = { id: newId(), listingSlug, madeOn: visit.clock.today(), ...parsed.value };
  await insertComment(visit.transaction, {
    authorityId: visit.authority.id,
    comment,
    at: visit.clock.now(),
  });
  visit.concerns('comment', comment.id);
  return redirect(to);
}

/** Somebody comments on a listing. It waits for staff to read it. */
export async function commentOnListing(visit: Visit): Promise<Answer> {
  const listing = await namedListing(visit, visit.params.slug ?? '');
  if (listing === null) return notFound('this short break');
  return keepComment(visit, listing.slug, `/find/${listing.slug}/comment?sent=yes`);
}

/** Somebody comments on the Local Offer as a whole. */
export function commentOnOffer(visit: Visit): Promise<Answer> {
  return keepComment(visit, null, '/comments/new?sent=yes');
}

const problemForm = z.object({
  kind: choice(Object.keys(problemKinds) as ProblemKind[], 'Choose what is wrong'),
  words: words({ max: 2_000, name: 'What is wrong' }),
  email: optionalEmail,
});

/**
 * Somebody reports that something is wrong with a listing. Staff have it; the provider is told at once that something
 * may be wrong, without the words: what anybody may type is not sent on unread. It is told once a day, or anybody could
 * fill its letter box; what else comes in staff pass on.
 */
export async function reportProblem(visit: Visit): Promise<Answer> {
  const listing = await namedListing(visit, visit.params.slug ?? '');
  if (listing === null) return notFound('this short break');
  const parsed = parseForm(problemForm, visit.form);
  if (!parsed.ok) return wrong(...parsed.refusals);
  const { kind, words: typed, email } = parsed.value;
  const problem = {
    id: newId(),
    listingSlug: listing.slug,
    kind,
    words: typed === '' ? null : typed,
    email,
    reportedOn: visit.clock.today(),
  };
  await insertProblem(visit.transaction, {
    authorityId: visit.authority.id,
    problem,
    at: visit.clock.now(),
  });
  visit.concerns('problem', problem.id);
  const told = { authorityId: visit.authority.id, listingSlug: listing.slug, onDay: visit.clock.today() };
  if (listing.email !== null && isForProvider(kind) && (await noteProviderTold(visit.transaction, told)))
    await visit.send({
      kind: 'listing-problem',
      to: listing.email,
      ...(await messageOf(visit, {
        templateId: 'problem-for-provider',
        fields: {
          listing: listing.title,
          what: problemKinds[kind],
          link: `${visit.origin}/find/${listing.slug}`,
        },
      })),
    });
  return redirect(`/find/${listing.slug}/problem?sent=${kind === 'not-safe' ? 'not-safe' : 'yes'}`);
}
