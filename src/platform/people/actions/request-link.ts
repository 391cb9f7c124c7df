import { z } from 'zod';
import { refusal } from '#kernel/refusal.ts';
import { email, parseForm } from '#platform/web/form.ts';
import { type Answer, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { messageOf } from '#platform/words/index.ts';
import { firstPageOf, thenOf, withThen } from '../sign-in.ts';
import { linkMinutes, linksAnHour, newSignInLink } from '../sign-in-links.ts';

const form = z.object({
  email: email('Enter your email address'),
});

/**
 * Sends a sign-in link to the address given. The answer is the same whether or not somebody has an account
 * with it: the account is made when the link is first used.
 */
export async function requestLink(visit: Visit): Promise<Answer> {
  const parsed = parseForm(form, visit.form);
  if (!parsed.ok) return wrong(...parsed.refusals);
  const then = thenOf(visit);
  const token = await newSignInLink(visit.transaction, {
    authorityId: visit.authority.id,
    email: parsed.value.email,
    returnTo: then ?? firstPageOf.family,
    at: visit.clock.now(),
  });
  if (token === null) {
    const sentence = `We have sent ${linksAnHour} links to this address in the last hour. Use the newest one, or wait an hour and ask again`;
    return wrong(refusal('too-many-links', sentence, 'email'));
  }
  await visit.send({
    kind: 'sign-in-link',
    isSecret: true,
    to: parsed.value.email,
    ...(await messageOf(visit, {
      templateId: 'sign-in-link',
      fields: { link: `${visit.origin}/sign-in/link/${token}`, minutes: String(linkMinutes) },
    })),
  });
  return redirect(withThen('/sign-in/check-your-email', then));
}
