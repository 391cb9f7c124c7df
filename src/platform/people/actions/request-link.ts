import { z } from 'zod';
import { refusal } from '#kernel/refusal.ts';
import { email, parseForm } from '#platform/web/form.ts';
import { type Answer, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { messageOf } from '#platform/words/index.ts';
import { providerByEmail } from '../people.ts';
import { firstPageOf, thenOf, withThen } from '../sign-in.ts';
import { type LinkKind, linkMinutes, linksAnHour, newSignInLink } from '../sign-in-links.ts';

const form = z.object({
  email: email('Enter your email address'),
});

/**
 * Sends a family a sign-in link to the address given. The answer is the same whether or not somebody has an account
 * with it: the account is made when the link is first used.
 */
export async function requestLink(visit: Visit): Promise<Answer> {
  return sendLink(visit, 'family');
}

/**
 * Sends a provider's person a sign-in link. The answer is the same for an address that no council has invited, to which
 * nothing goes out: nobody learns from it who is a provider here.
 */
export async function requestProviderLink(visit: Visit): Promise<Answer> {
  return sendLink(visit, 'provider');
}

async function sendLink(visit: Visit, kind: LinkKind): Promise<Answer> {
  const parsed = parseForm(form, visit.form);
  if (!parsed.ok) return wrong(...parsed.refusals);
  const then = thenOf(visit);
  const token = await newSignInLink(visit.transaction, {
    authorityId: visit.authority.id,
    email: parsed.value.email,
    kind,
    returnTo: then ?? firstPageOf[kind],
    at: visit.clock.now(),
  });
  if (token === null) {
    const sentence = `We have sent ${linksAnHour} links to this address in the last hour. Use the newest one, or wait an hour and ask again`;
    return wrong(refusal('too-many-links', sentence, 'email'));
  }
  const onTheWay = withThen(
    kind === 'family' ? '/sign-in/check-your-email' : '/provider/check-your-email',
    then,
  );
  const authorityId = visit.authority.id;
  const invited = { authorityId, email: parsed.value.email };
  if (kind === 'provider') {
    const person = await providerByEmail(visit.transaction, invited);
    if (person === null || person.isDisabled) return redirect(onTheWay);
  }
  await visit.send({
    kind: 'sign-in-link',
    isSecret: true,
    to: parsed.value.email,
    ...(await messageOf(visit, {
      templateId: 'sign-in-link',
      fields: {
        link: `${visit.origin}${kind === 'family' ? '' : '/provider'}/sign-in/link/${token}`,
        minutes: String(linkMinutes),
      },
    })),
  });
  return redirect(onTheWay);
}
