import { z } from 'zod';
import { accountsToTell, fullName } from '#families/register/index.ts';
import type { Clock } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import { writeAudit } from '#platform/audit/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Database, Transaction } from '#platform/database/index.ts';
import type { Queues } from '#platform/jobs/index.ts';
import type { MessageToSend } from '#platform/web/visit.ts';
import { messageOf } from '#platform/words/index.ts';
import { planOf } from './domain/entry.ts';
import { isToTell, type Milestone, milestonesOf } from './domain/milestone.ts';
import { transitionRules } from './rules-of-transition.ts';
import { childrenBorn, entriesOf, type Growing, insertEntry } from './store/entries.ts';

/** The queue of growing up: each morning at six. */
export const transitionQueues = {
  'tell-of-growing-up': { data: z.object({}), at: '0 6 * * *', retries: 3 },
} as const satisfies Queues;

/** What the job needs of the running service. */
export type TellingParts = {
  readonly database: Database;
  readonly clock: Clock;
  readonly authorities: readonly Authority[];
  readonly queueMessage: (
    transaction: Transaction,
    authorityId: string,
    message: MessageToSend,
    at: Temporal.Instant,
  ) => Promise<void>;
  readonly originOf: (authority: Authority) => string;
};

/**
 * Tells each family, once, of each milestone whose time has come; gives how many were told of. It may run again
 * and again, also twice at once: what was told stands in the database, once a child and milestone.
 */
export async function tellOfGrowingUp(parts: TellingParts): Promise<number> {
  let told = 0;
  for (const authority of parts.authorities) {
    const scope = { authorityId: authority.id, standing: 'system' as const };
    told += await parts.database.transaction(scope, (transaction) => tellIn(parts, authority, transaction));
  }
  return told;
}

async function tellIn(parts: TellingParts, authority: Authority, transaction: Transaction): Promise<number> {
  const authorityId = authority.id;
  const today = parts.clock.today();
  const born = { from: today.subtract({ years: 27 }), until: today.subtract({ years: 13 }) };
  const children = await childrenBorn(transaction, { authorityId, ...born });
  const entries = await entriesOf(transaction, { authorityId, childIds: children.map(({ id }) => id) });
  let told = 0;
  for (const child of children) {
    const own = entries.get(child.id) ?? [];
    const { done, ownAccount } = planOf(own);
    const before = new Set(own.filter(({ kind }) => kind === 'told').map(({ milestone }) => milestone));
    const toTell = milestonesOf(transitionRules(authority), child.bornOn).filter(
      (one) => isToTell(one, today) && !done.has(one.rule.id) && !before.has(one.rule.id),
    );
    for (const milestone of toTell)
      if (
        await tellOne(
          { parts, authority, transaction, ownAccount: ownAccount?.details.personId ?? null },
          child,
          milestone,
        )
      )
        told++;
  }
  if (told > 0)
    await writeAudit(transaction, {
      authorityId,
      personId: null,
      standing: 'system',
      at: parts.clock.now(),
      requestId: null,
      notes: [{ event: 'transition.families-told', details: { told } }],
    });
  return told;
}

async function tellOne(
  within: {
    readonly parts: TellingParts;
    readonly authority: Authority;
    readonly transaction: Transaction;
    readonly ownAccount: string | null;
  },
  child: Growing,
  milestone: Milestone,
): Promise<boolean> {
  const { parts, authority, transaction } = within;
  const at = parts.clock.now();
  const named = { authorityId: authority.id, householdId: child.householdId };
  const isFirst = await insertEntry(transaction, {
    ...named,
    childId: child.id,
    entry: {
      at,
      personId: null,
      personName: authority.name,
      kind: 'told',
      milestone: milestone.rule.id,
      words: '',
      details: {},
    },
  });
  if (!isFirst) return false;
  for (const account of await accountsToTell(transaction, named)) {
    // An order that bars an adult holds here as well; the young person is spoken to as themselves.
    const isOwn = account.id === within.ownAccount;
    const message: MessageToSend = {
      kind: 'growing-up',
      to: account.email,
      personId: account.id,
      ...(await messageOf(
        { authority, transaction, clock: parts.clock },
        {
          templateId: isOwn ? 'growing-up-own' : 'growing-up',
          fields: {
            name: account.name,
            child: fullName(child),
            'first-name': child.givenName,
            milestone: isOwn ? milestone.rule.forYoungPerson : milestone.rule.forFamily,
            day: formatDate(milestone.day),
            link: `${parts.originOf(authority)}/account/children/${child.id}/growing-up`,
          },
        },
      )),
    };
    await parts.queueMessage(transaction, authority.id, message, at);
  }
  return true;
}
