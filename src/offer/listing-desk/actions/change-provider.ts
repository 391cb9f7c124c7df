import { z } from 'zod';
import { lockDirectory } from '#offer/directory/index.ts';
import { emailAddress, webAddress } from '#offer/open-referral/index.ts';
import { parseForm, words } from '#platform/web/form.ts';
import { type Answer, notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { changeProviderRecord, providerRecordOf } from '../store/provider-records.ts';

const form = z.object({
  about: words({ max: 1_000, name: 'What they do' }),
  email: words({ max: 254, name: 'Email address' }).refine(
    (typed) => typed === '' || emailAddress(typed) !== null,
    'Enter an email address in the correct format, like name@example.com',
  ),
  url: words({ max: 500, name: 'Website' }).refine(
    (typed) => typed === '' || webAddress(typed) !== null,
    'Enter a website like https://www.example.org',
  ),
});

/** Changes what the directory and its open data say of a provider; they say it at once. */
export async function changeProvider(visit: Visit): Promise<Answer> {
  const { transaction, authority, clock, params } = visit;
  const named = { authorityId: authority.id, slug: params.provider ?? '' };
  if ((await providerRecordOf(transaction, named)) === null) return notFound('the provider');
  const parsed = parseForm(form, visit.form);
  if (!parsed.ok) return wrong(...parsed.refusals);
  const { about, email, url } = parsed.value;
  const record = { about: about || null, email: emailAddress(email), url: webAddress(url) };
  await lockDirectory(transaction, authority.id);
  await changeProviderRecord(transaction, { ...named, at: clock.now(), record });
  visit.concerns('provider', named.slug);
  return redirect('/practitioners/listings/providers?done=changed');
}
