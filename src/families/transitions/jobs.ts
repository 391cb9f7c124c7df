import { z } from 'zod';
import { accountsToTell, fullName } from '#families/register/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import { writeAudit } from '#platform/audit/index.ts';
import { type CouncilRounds, type CouncilTurn, countInTurn, type Queues } from '#platform/jobs/index.ts';
import { messageOf } from '#platform/words/index.ts';
import { planOf } from './domain/entry.ts';
import { isToTell, type Milestone, milestonesOf } from './domain/milestone.ts';
import { transitionRules } from './rules-of-transition.ts';
import { childrenBorn, entriesOf, type Growing, insertEntry } from './store/entries.ts';

/** The queue of growing up: each morning at six. */
export const transitionQueues = {
  'tell-of-growing-up': { data: z.object({}), at: '0 6 * * *', retries: 3 },
} as const satisfies Queues;

/**
 * Tells each family, once, of each milestone whose time has come; gives how many were told of. It may run again
 * and again, also twice at once: what was told stands in the database, once a child and milestone.
 */
export function tellOfGrowingUp(rounds: CouncilRounds): Promise<number> {
  return countInTurn(rounds, tellIn);
}

async function tellIn(turn: CouncilTurn): Promise<number> {
  const { authority, transaction, today, now } = turn;
  const authorityId = authority.id;
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
      if (await tellOne(turn, { child, milestone, ownAccount: ownAccount?.details.personId ?? null })) told++;
  }
  if (told > 0)
    await writeAudit(transaction, {
      authorityId,
      personId: null,
      standing: 'system',
      at: now,
      requestId: null,
      notes: [{ event: 'transition.families-told', details: { told } }],
    });
  return told;
}

async function tellOne(
  turn: CouncilTurn,
  about: { readonly child: Growing; readonly milestone: Milestone; readonly ownAccount: string | null },
): Promise<boolean> {
  const { authority, transaction, origin, now: at } = turn;
  const { child, milestone } = about;
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
    const isOwn = account.id === about.ownAccount;
    await turn.send({
      kind: 'growing-up',
      to: account.email,
      personId: account.id,
      ...(await messageOf(turn, {
        templateId: isOwn ? 'growing-up-own' : 'growing-up',
        fields: {
          name: account.name,
          child: fullName(child),
          'first-name': child.givenName,
          milestone: isOwn ? milestone.rule.forYoungPerson : milestone.rule.forFamily,
          day: formatDate(milestone.day),
          link: `${origin}/account/children/${child.id}/growing-up`,
        },
      })),
    });
  }
  return true;
}
