import type { Refusal } from '#kernel/refusal.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { VersionLine } from '../domain/statement.ts';
import {
  type AnswerRow,
  answersOf,
  type CommentRow,
  type Consultation,
  commentsOf,
  consultationsOf,
} from '../store/consultations.ts';
import { versionLines } from '../store/versions.ts';
import { obstacles } from './publish.ts';
import { type WholeDraft, wholeDraft } from './whole-draft.ts';

/** A comment with the newest answer to it. */
export type Answered = CommentRow & { readonly answer: AnswerRow | null };

/** What the desk of the statement shows. */
export type Desk = {
  readonly versions: readonly VersionLine[];
  readonly whole: WholeDraft | null;
  readonly rounds: readonly Consultation[];
  readonly comments: readonly Answered[];
  readonly obstacles: readonly Refusal[];
};

/** Gathers what staff have to do with the statement: its versions, the draft, what families said. */
export async function deskOf(visit: Visit): Promise<Desk> {
  const authorityId = visit.authority.id;
  const whole = await wholeDraft(visit);
  const versions = await versionLines(visit.transaction, authorityId);
  if (whole === null) return { versions, whole, rounds: [], comments: [], obstacles: [] };
  const which = { authorityId, number: whole.draft.number };
  const answers = new Map(
    (await answersOf(visit.transaction, which)).map((answer) => [answer.commentId, answer]),
  );
  return {
    versions,
    whole,
    rounds: await consultationsOf(visit.transaction, which),
    comments: (await commentsOf(visit.transaction, which)).map((comment) => ({
      ...comment,
      answer: answers.get(comment.id) ?? null,
    })),
    obstacles: await obstacles(visit, whole),
  };
}
