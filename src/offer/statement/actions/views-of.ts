import type { Transaction } from '#platform/database/index.ts';
import type { Views } from '../domain/facts.ts';
import { whoInWords } from '../people-words.ts';
import type { Layout } from '../statement-file.ts';
import { type AnswerRow, answersOf, commentsOf, consultationsOf } from '../store/consultations.ts';

type Which = { readonly authorityId: string; readonly number: number };

function publishedOf(answers: readonly AnswerRow[], layout: Layout): Views['published'] {
  return answers
    .filter(({ isPublished }) => isPublished)
    .map((one) => ({
      section: layout.sections.find(({ id }) => id === one.section)?.title ?? '',
      who: whoInWords(one),
      words: one.words,
      changed: one.changed,
    }));
}

/** How views on a draft were taken so far. For staff: who is no practitioner sees no comment that has no answer. */
export async function viewsOf(transaction: Transaction, which: Which, layout: Layout): Promise<Views> {
  const rounds = await consultationsOf(transaction, which);
  const comments = await commentsOf(transaction, which);
  const answers = await answersOf(transaction, which);
  const answered = new Set(answers.map(({ commentId }) => commentId));
  return {
    rounds: rounds.map(({ opensOn, closesOn }) => ({
      opensOn: opensOn.toString(),
      closesOn: closesOn.toString(),
    })),
    comments: comments.length,
    people: comments.reduce((sum, { people }) => sum + people, 0),
    unanswered: comments.filter(({ id }) => !answered.has(id)).length,
    published: publishedOf(answers, layout),
  };
}

/** The comments on a draft that anybody may read, with what the council did. */
export async function publishedViews(
  transaction: Transaction,
  which: Which,
  layout: Layout,
): Promise<Views['published']> {
  return publishedOf(await answersOf(transaction, which), layout);
}
