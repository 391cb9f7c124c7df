import { z } from 'zod';
import { isId, newId } from '#kernel/id.ts';
import { refusal } from '#kernel/refusal.ts';
import { parseForm, words } from '#platform/web/form.ts';
import { type Answer, notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import type { Issue } from '../domain/issue.ts';
import { issueOfAuthority, keepIssue, sendIssue } from '../store/issues.ts';

const form = z.object({
  title: words({ missing: 'Give the newsletter a title', max: 120, name: 'The title' }),
  body: words({ missing: 'Write the newsletter', max: 20_000, name: 'The newsletter' }),
});

const sentAlready = refusal(
  'newsletter-sent',
  'Somebody has sent this newsletter already. Write a new one to add or mend something',
);

/** The newsletter that the address of a visit names; null where there is none. */
export function issueOfVisit({ transaction, authority, params }: Visit): Promise<Issue | null> {
  const id = params.issue ?? '';
  return isId(id) ? issueOfAuthority(transaction, { authorityId: authority.id, id }) : Promise.resolve(null);
}

/** Keeps a newsletter that is being written, without sending anything. */
export async function writeNewsletter(visit: Visit): Promise<Answer> {
  const parsed = parseForm(form, visit.form);
  if (!parsed.ok) return wrong(...parsed.refusals);
  const isNew = visit.params.issue === undefined;
  const before = isNew ? null : await issueOfVisit(visit);
  if (!isNew && before === null) return notFound('this newsletter');
  if (before?.sent) return wrong(sentAlready);
  const id = await keepIssue(visit.transaction, {
    authorityId: visit.authority.id,
    id: before?.id ?? newId(),
    ...parsed.value,
    by: signedIn(visit).id,
    at: visit.clock.now(),
  });
  visit.concerns('newsletter', id);
  return redirect(`/practitioners/newsletters/${id}`);
}

/** Sends a newsletter: a job writes to everybody who wants it, and it stands as a page from now on. */
export async function sendNewsletter(visit: Visit): Promise<Answer> {
  const issue = await issueOfVisit(visit);
  if (issue === null) return notFound('this newsletter');
  const number = await sendIssue(visit.transaction, {
    authorityId: visit.authority.id,
    id: issue.id,
    by: signedIn(visit).id,
    at: visit.clock.now(),
  });
  if (number === null) return wrong(sentAlready);
  visit.concerns('newsletter', issue.id, { number });
  return redirect(`/newsletters/${number}`);
}
