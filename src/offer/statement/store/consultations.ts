import { newId } from '#kernel/id.ts';
import type { Transaction } from '#platform/database/index.ts';
import type { Content } from '../domain/statement.ts';
import type { By } from './drafts.ts';

type Which = { readonly authorityId: string; readonly number: number };

/** A time in which families are asked, with the draft as they see it. */
export type Consultation = {
  readonly number: number;
  readonly round: number;
  readonly opensOn: Temporal.PlainDate;
  readonly closesOn: Temporal.PlainDate;
  readonly asks: string;
  readonly content: Content;
};

/** What somebody said. Staff alone may read it. */
export type CommentRow = {
  readonly id: string;
  readonly section: string;
  readonly who: string;
  readonly how: string;
  readonly people: number;
  readonly words: string;
  readonly notedByName: string | null;
  readonly madeOn: Temporal.PlainDate;
};

/** What the council did with a comment. */
export type AnswerRow = {
  readonly commentId: string;
  readonly isPublished: boolean;
  readonly section: string;
  readonly who: string;
  readonly how: string;
  readonly people: number;
  readonly words: string;
  readonly changed: string;
  readonly byName: string;
};

/** The consultations of one draft, or the newest of all; in their order. */
export async function consultationsOf(
  transaction: Transaction,
  which: { readonly authorityId: string; readonly number?: number },
): Promise<readonly Consultation[]> {
  const rows = await transaction
    .selectFrom('statement_consultations')
    .selectAll()
    .where('authority_id', '=', which.authorityId)
    .$if(which.number !== undefined, (query) => query.where('draft_number', '=', which.number ?? 0))
    .orderBy('draft_number')
    .orderBy('round')
    .execute();
  return rows.map((row) => ({
    number: row.draft_number,
    round: row.round,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    asks: row.asks,
    // Written by this program in `insertConsultation`, and never changed.
    content: row.content as unknown as Content,
  }));
}

/** Opens a consultation. */
export async function insertConsultation(
  transaction: Transaction,
  one: Which & Omit<Consultation, 'number'> & { readonly by: By },
): Promise<void> {
  await transaction
    .insertInto('statement_consultations')
    .values({
      authority_id: one.authorityId,
      draft_number: one.number,
      round: one.round,
      opens_on: one.opensOn,
      closes_on: one.closesOn,
      asks: one.asks,
      content: JSON.stringify(one.content),
      opened_by: one.by.id,
      opened_by_name: one.by.name,
      opened_at: one.by.at,
    })
    .execute();
}

/** Adds a comment; gives its identifier. */
export async function insertComment(
  transaction: Transaction,
  comment: Which &
    Omit<CommentRow, 'id' | 'notedByName'> & {
      readonly at: Temporal.Instant;
      readonly by: { readonly id: string; readonly name: string } | null;
    },
): Promise<string> {
  const id = newId();
  await transaction
    .insertInto('statement_comments')
    .values({
      authority_id: comment.authorityId,
      id,
      draft_number: comment.number,
      section: comment.section,
      who: comment.who,
      how: comment.how,
      people: comment.people,
      words: comment.words,
      noted_by: comment.by?.id ?? null,
      noted_by_name: comment.by?.name ?? null,
      made_on: comment.madeOn,
      made_at: comment.at,
    })
    .execute();
  return id;
}

/** Every comment on a draft, in the order in which they came. */
export async function commentsOf(transaction: Transaction, which: Which): Promise<readonly CommentRow[]> {
  const rows = await transaction
    .selectFrom('statement_comments')
    .selectAll()
    .where('authority_id', '=', which.authorityId)
    .where('draft_number', '=', which.number)
    .orderBy('made_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    section: row.section,
    who: row.who,
    how: row.how,
    people: row.people,
    words: row.words,
    notedByName: row.noted_by_name,
    madeOn: row.made_on,
  }));
}

/** The newest answer to each comment on a draft, in the order in which they were given. */
export async function answersOf(transaction: Transaction, which: Which): Promise<readonly AnswerRow[]> {
  const rows = await transaction
    .selectFrom('statement_answers')
    .selectAll()
    .where('authority_id', '=', which.authorityId)
    .where('draft_number', '=', which.number)
    .orderBy('answered_at')
    .orderBy('id')
    .execute();
  const newest = new Map(
    rows.map((row) => [
      row.comment_id,
      {
        commentId: row.comment_id,
        isPublished: row.is_published,
        section: row.section,
        who: row.who,
        how: row.how,
        people: row.people,
        words: row.words,
        changed: row.changed,
        byName: row.answered_by_name,
      },
    ]),
  );
  return [...newest.values()];
}

/** Adds an answer. */
export async function insertAnswer(
  transaction: Transaction,
  answer: Which & Omit<AnswerRow, 'byName'> & { readonly by: By },
): Promise<void> {
  await transaction
    .insertInto('statement_answers')
    .values({
      authority_id: answer.authorityId,
      id: newId(),
      comment_id: answer.commentId,
      draft_number: answer.number,
      is_published: answer.isPublished,
      section: answer.section,
      who: answer.who,
      how: answer.how,
      people: answer.people,
      words: answer.words,
      changed: answer.changed,
      answered_by: answer.by.id,
      answered_by_name: answer.by.name,
      answered_at: answer.by.at,
    })
    .execute();
}
