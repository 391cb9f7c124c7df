import { formatDate } from '#kernel/local-date.ts';
import { refusal } from '#kernel/refusal.ts';
import { notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { messageOf } from '#platform/words/index.ts';
import { type ComplaintCase, complaintOf, dueBy } from '../case-of-complaint.ts';
import { standOf } from '../domain/stand.ts';
import { onwardWords } from '../onward.ts';
import type { NewsOfComplaint } from '../templates.ts';
import { addStep } from './add-step.ts';
import { type DeskAct, type DeskActName, deskActs, isPossible } from './desk-acts.ts';

/** Gives the action of one thing at the desk: it adds the step, and tells who complained where that is for them. */
export function workOnComplaint(name: DeskActName) {
  return async (visit: Visit) => {
    const found = await complaintOf(visit);
    if (found === null) return notFound('a complaint');
    if (!isPossible(name, found.stand.phase))
      return wrong(
        refusal(
          'changed-meanwhile',
          'This cannot be done any more: the complaint has moved on. It stands here as it is now.',
        ),
      );
    const { read } = deskActs[name] as DeskAct;
    const result = await read(visit, found);
    if (!('ok' in result)) return wrong(...result);
    if (!result.ok) return wrong(result);
    const { step, message } = result.value;
    const added = await addStep(visit, found.id, step);
    if (message !== undefined) await tell(visit, found, { message, steps: [...found.steps, added] });
    return redirect(`/practitioners/complaints/${found.id}?done=${name}`);
  };
}

async function tell(
  visit: Visit,
  found: ComplaintCase,
  news: { readonly message: NewsOfComplaint; readonly steps: ComplaintCase['steps'] },
): Promise<void> {
  if (found.email === null) return;
  const stand = standOf(found.madeOn, news.steps);
  const due = stand.clock === null ? null : dueBy(visit.authority, stand.clock);
  const onward = onwardWords(stand.phase, due === null ? null : formatDate(due));
  await visit.send({
    kind: 'complaint-news',
    to: found.email,
    ...(found.personId === null ? {} : { personId: found.personId }),
    reference: found.reference,
    ...(await messageOf(visit, {
      templateId: news.message.templateId,
      fields: {
        ...news.message.fields,
        name: found.name,
        reference: found.reference,
        next: onward.join('\n\n'),
        link: found.personId === null ? '' : `${visit.origin}/account/complaints/${found.id}`,
      },
    })),
  });
}
