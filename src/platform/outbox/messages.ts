import { newId } from '#kernel/id.ts';
import type { Transaction } from '#platform/database/index.ts';
import type { MessageToSend } from '#platform/web/visit.ts';

/** Where a message stands. */
export type MessageState = 'waiting' | 'sent' | 'failed';

/** A message as kept. */
export type KeptMessage = {
  readonly id: string;
  readonly kind: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly reference: string;
  readonly state: MessageState;
  readonly createdAt: Temporal.Instant;
};

/** Keeps a message, waiting, and gives its identifier. */
export async function keepMessage(
  transaction: Transaction,
  kept: {
    readonly authorityId: string;
    readonly message: MessageToSend;
    readonly at: Temporal.Instant;
  },
): Promise<string> {
  const { message } = kept;
  const id = newId();
  await transaction
    .insertInto('messages')
    .values({
      authority_id: kept.authorityId,
      id,
      kind: message.kind,
      sent_to: message.to,
      subject: message.subject,
      text: message.text,
      reference: message.reference ?? null,
      person_id: message.personId ?? null,
      is_secret: message.isSecret ?? false,
      state: 'waiting',
      created_at: kept.at,
    })
    .execute();
  return id;
}

type Named = { readonly authorityId: string; readonly id: string };

/** Notes which job sends a message. */
export async function giveToJob(transaction: Transaction, given: Named & { readonly jobId: string }) {
  await transaction
    .updateTable('messages')
    .set({ job_id: given.jobId })
    .where('authority_id', '=', given.authorityId)
    .where('id', '=', given.id)
    .execute();
}

/** Gives messages that wait without a job, oldest first, and holds them until the transaction ends. */
export async function messagesWithoutJob(
  transaction: Transaction,
  authorityId: string,
): Promise<readonly string[]> {
  const rows = await transaction
    .selectFrom('messages')
    .select('id')
    .where('authority_id', '=', authorityId)
    .where('state', '=', 'waiting')
    .where('job_id', 'is', null)
    .orderBy('created_at')
    .limit(500)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map((row) => row.id);
}

const columns = [
  'id',
  'kind',
  'sent_to',
  'subject',
  'text',
  'reference',
  'state',
  'created_at as createdAt',
] as const;

function stateOf(text: string): MessageState {
  return text === 'sent' || text === 'failed' ? text : 'waiting';
}

/** Gives a message, or null. */
export async function messageBy(transaction: Transaction, named: Named): Promise<KeptMessage | null> {
  const row = await transaction
    .selectFrom('messages')
    .select(columns)
    .where('authority_id', '=', named.authorityId)
    .where('id', '=', named.id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { sent_to: to, reference, state, ...rest } = row;
  return { ...rest, to, reference: reference ?? '', state: stateOf(state) };
}

/** Gives the newest messages, newest first. */
export async function newestMessages(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly most: number },
): Promise<readonly KeptMessage[]> {
  const rows = await transaction
    .selectFrom('messages')
    .select(columns)
    .where('authority_id', '=', wanted.authorityId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(wanted.most)
    .execute();
  return rows.map(({ sent_to: to, reference, state, ...rest }) => ({
    ...rest,
    to,
    reference: reference ?? '',
    state: stateOf(state),
  }));
}

/** Stands in the place of a text that is not kept. */
const notKept = 'The text of this message is not kept: whoever read it could have signed in.';

/** Takes away the text of a message that could be used to sign in. */
export async function forgetSecret(transaction: Transaction, named: Named): Promise<void> {
  await transaction
    .updateTable('messages')
    .set({ text: notKept })
    .where('authority_id', '=', named.authorityId)
    .where('id', '=', named.id)
    .where('is_secret', '=', true)
    .execute();
}

/** Notes how a sending ended; a message that waits on keeps the problem of its last try. */
export async function settleMessage(
  transaction: Transaction,
  settled: Named & {
    readonly state: MessageState;
    readonly problem: string | null;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await transaction
    .updateTable('messages')
    .set({
      state: settled.state,
      problem: settled.problem,
      settled_at: settled.state === 'waiting' ? null : settled.at,
    })
    .where('authority_id', '=', settled.authorityId)
    .where('id', '=', settled.id)
    .execute();
}
