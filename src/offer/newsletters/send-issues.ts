import type { CouncilTurn } from '#platform/jobs/index.ts';
import { messageOf } from '#platform/words/index.ts';
import { stopAddress } from './stop-address.ts';
import { issues, noteSending, stillToGet } from './store/issues.ts';

/** So many messages of one newsletter are queued in one run, so that no transaction grows without end. */
const atOnce = 500;

/** Queues what is still to send of the newest newsletters of one council. Gives how many messages. */
export async function sendIssues(sending: CouncilTurn): Promise<number> {
  const { authority, transaction, clock, origin } = sending;
  const authorityId = authority.id;
  let queued = 0;
  for (const { id, title, body, sent } of await issues(transaction, { authorityId })) {
    if (sent === null) continue;
    const due = { authorityId, issueId: id, sentAt: sent.at, most: atOnce - queued };
    for (const { alertId, email } of await stillToGet(transaction, due)) {
      const at = clock.now();
      if (!(await noteSending(transaction, { authorityId, issueId: id, alertId, at }))) continue;
      await sending.send({
        kind: 'newsletter',
        isSecret: true,
        to: email,
        ...(await messageOf(sending, {
          templateId: 'newsletter',
          fields: {
            title,
            body,
            link: `${origin}/newsletters/${sent.number}`,
            stop: await stopAddress(sending, alertId),
          },
        })),
      });
      queued += 1;
    }
    if (queued >= atOnce) break;
  }
  return queued;
}
