import { z } from 'zod';
import { newId } from '#kernel/id.ts';
import { refusal } from '#kernel/refusal.ts';
import { choice, parseForm, words } from '#platform/web/form.ts';
import { type Answer, notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { messageOf } from '#platform/words/index.ts';
import { isClosed, problemKinds, problemStepKinds } from '../domain/voices.ts';
import { namedListing } from '../named-listing.ts';
import { problemOf } from '../read-voices.ts';
import { forgetProblemEmail, insertProblemStep } from '../store/problems.ts';

const form = z.object({
  kind: choice(problemStepKinds, 'Choose what you do'),
  words: words({ missing: 'Say what you found or did', max: 2_000, name: 'The words' }),
});

/** Passes a problem on to the provider, or closes it and tells who reported it, where they asked to hear back. */
export async function workOnProblem(visit: Visit): Promise<Answer> {
  const problem = await problemOf(visit);
  if (problem === null) return notFound('this problem');
  const parsed = parseForm(form, visit.form);
  if (!parsed.ok) return wrong(...parsed.refusals);
  if (isClosed(problem.steps)) return wrong(refusal('closed', 'Somebody has closed this already.'));
  const { kind, words: written } = parsed.value;
  const listing = await namedListing(visit, problem.listingSlug);
  const provider = listing?.email ?? null;
  if (kind === 'passed-on' && provider === null)
    return wrong(
      refusal('no-address', 'This listing has no email address. Call the provider instead', 'kind'),
    );
  const person = signedIn(visit);
  const named = { authorityId: visit.authority.id, problemId: problem.id };
  await insertProblemStep(visit.transaction, {
    ...named,
    id: newId(),
    byId: person.id,
    step: {
      number: problem.steps.length + 1,
      kind,
      words: written,
      at: visit.clock.now(),
      byName: person.name,
    },
  });
  visit.concerns('problem', problem.id);
  const to = kind === 'passed-on' ? provider : problem.email;
  if (to !== null)
    await visit.send({
      kind: 'listing-problem',
      to,
      ...(await messageOf(visit, {
        templateId: kind === 'passed-on' ? 'problem-passed-on' : 'problem-closed',
        fields: {
          listing: listing?.title ?? problem.listingSlug,
          what: problemKinds[problem.kind],
          words: written,
          link: `${visit.origin}/find/${problem.listingSlug}`,
        },
      })),
    });
  if (kind !== 'passed-on') await forgetProblemEmail(visit.transaction, named);
  return redirect(`/practitioners/listings/problems/${problem.id}`);
}
