import { z } from 'zod';
import { newId } from '#kernel/id.ts';
import { refusal } from '#kernel/refusal.ts';
import { choice, date, parseForm, words } from '#platform/web/form.ts';
import { type Answer, notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { messageOf } from '#platform/words/index.ts';
import { mustNotBePublished } from '../domain/personal-data.ts';
import {
  type CommentStep,
  type Outcome,
  outcomes,
  phaseOf,
  publishedOf,
  stepsFrom,
} from '../domain/voices.ts';
import { namedListing } from '../named-listing.ts';
import { type CommentWithSteps, commentOf } from '../read-voices.ts';
import { forgetCommentEmail, insertCommentStep, savePublished } from '../store/comments.ts';

const said = (missing: string) => words({ missing, max: 2_000, name: 'The words' });

const publishForm = z.object({ words: said('Write the words to publish') });
const refuseForm = z.object({ reason: said('Say why it is not published') });
const takeDownForm = z.object({ reason: said('Say why it is taken down') });
const answerForm = z.object({
  words: said('Say what was done'),
  outcome: choice(Object.keys(outcomes) as Outcome[], 'Choose what came of it'),
  day: date('The day'),
});

type Told = { readonly words: string } & (
  | { readonly kind: 'published' | 'not-published' | 'taken-down'; readonly onDay?: undefined }
  | { readonly kind: 'answered'; readonly outcome: Outcome; readonly onDay: Temporal.PlainDate }
);

/** Reads a form and does what it says, where the comment stands so that it may be done. */
function step(read: (visit: Visit) => Told | Answer) {
  return async (visit: Visit): Promise<Answer> => {
    const comment = await commentOf(visit);
    if (comment === null) return notFound('this comment');
    const told = read(visit);
    if (told.kind !== 'answered' && !('words' in told)) return told;
    if (!stepsFrom(phaseOf(comment.steps)).includes(told.kind))
      return wrong(refusal('not-now', 'Somebody did this already. Open the comment again to see.'));
    await take(visit, comment, told);
    return redirect(`/practitioners/listings/comments/${comment.id}`);
  };
}

async function take(visit: Visit, comment: CommentWithSteps, told: Told): Promise<void> {
  const person = signedIn(visit);
  const authorityId = visit.authority.id;
  const next: CommentStep = {
    ...told,
    onDay: told.onDay ?? visit.clock.today(),
    number: comment.steps.length + 1,
    at: visit.clock.now(),
    byName: person.name,
  };
  const commentId = comment.id;
  await insertCommentStep(visit.transaction, {
    authorityId,
    id: newId(),
    commentId,
    step: next,
    byId: person.id,
  });
  const published = publishedOf(comment, [...comment.steps, next]);
  await savePublished(visit.transaction, { authorityId, commentId, published });
  visit.concerns('comment', commentId);
  await tell(visit, comment, next);
}

const newsOf = {
  published: 'comment-published',
  'not-published': 'comment-not-published',
  answered: 'comment-answered',
  'taken-down': null,
} as const satisfies Record<CommentStep['kind'], string | null>;

/** Writes to who commented and asked to hear back; with the last message their address is forgotten. */
async function tell(visit: Visit, comment: CommentWithSteps, taken: CommentStep): Promise<void> {
  const templateId = newsOf[taken.kind];
  if (comment.email === null) return;
  if (templateId !== null) {
    const { listingSlug } = comment;
    const listing = listingSlug === null ? null : await namedListing(visit, listingSlug);
    await visit.send({
      kind: 'comment-news',
      to: comment.email,
      ...(await messageOf(visit, {
        templateId,
        fields: {
          listing: listing?.title ?? 'the Local Offer',
          words: taken.words,
          why: taken.words,
          link: `${visit.origin}${listingSlug === null ? '/comments' : `/find/${listingSlug}#comments`}`,
        },
      })),
    });
  }
  if (taken.kind !== 'published')
    await forgetCommentEmail(visit.transaction, {
      authorityId: visit.authority.id,
      commentId: comment.id,
    });
}

/** Publishes a comment in the words that staff let through. Refuses addresses, numbers and postcodes in them. */
export const publishComment = step((visit) => {
  const parsed = parseForm(publishForm, visit.form);
  if (!parsed.ok) return wrong(...parsed.refusals);
  const [sign] = mustNotBePublished(parsed.value.words);
  if (sign !== undefined)
    return wrong(refusal('personal', `Take out “${sign.text}”: no ${sign.what} is published`, 'words'));
  return { kind: 'published', ...parsed.value };
});

/** Keeps a comment unpublished, with the reason. */
export const refuseComment = step((visit) => {
  const parsed = parseForm(refuseForm, visit.form);
  return parsed.ok ? { kind: 'not-published', words: parsed.value.reason } : wrong(...parsed.refusals);
});

/** Says what was done about a comment, and when. */
export const answerComment = step((visit) => {
  const parsed = parseForm(answerForm, visit.form);
  if (!parsed.ok) return wrong(...parsed.refusals);
  const { day, ...told } = parsed.value;
  if (Temporal.PlainDate.compare(day, visit.clock.today()) > 0 && told.outcome === 'done')
    return wrong(
      refusal('in-the-future', 'The day on which it was done must be today or in the past', 'day'),
    );
  const [sign] = mustNotBePublished(told.words);
  if (sign !== undefined)
    return wrong(refusal('personal', `Take out “${sign.text}”: no ${sign.what} is published`, 'words'));
  return { kind: 'answered', ...told, onDay: day };
});

/** Takes a published comment down, with the reason. */
export const takeDownComment = step((visit) => {
  const parsed = parseForm(takeDownForm, visit.form);
  return parsed.ok ? { kind: 'taken-down', words: parsed.value.reason } : wrong(...parsed.refusals);
});
