import { inOrderOfDay, type ToDo } from '#kernel/to-do.ts';
import type { Visit } from '#platform/web/visit.ts';
import { answerBy, isClosed, lookBy, type Problem, phaseOf, problemKinds } from './domain/voices.ts';
import { titlesOf } from './named-listing.ts';
import { deskRoles } from './policy.ts';
import { allComments, allProblems } from './read-voices.ts';

/** So many of one kind stand one by one in the list of work; of more their number stands there, and the desk has all. */
const mostOneByOne = 20;

/** Many things of one kind as one, due when the first of them is: a flood must not bury everything else. */
function asOne(toDos: readonly ToDo[], { what, href }: { readonly what: string; readonly href: string }) {
  const [first] = inOrderOfDay(toDos);
  return first === undefined || toDos.length <= mostOneByOne
    ? toDos
    : [{ title: `${what}: ${toDos.length} of them`, about: 'The Local Offer', href, by: first.by }];
}

/** What a practitioner has to do about what people say: read it, say what was done, look at what may be wrong. */
export async function toDosOfPractitioner(visit: Visit): Promise<readonly ToDo[]> {
  const { person } = visit;
  if (person?.kind !== 'practitioner' || !deskRoles.some((role) => person.roles.includes(role))) return [];
  const comments = (await allComments(visit)).filter(({ steps }) =>
    ['to-read', 'to-answer'].includes(phaseOf(steps)),
  );
  const problems = (await allProblems(visit)).filter(({ steps }) => !isClosed(steps));
  const titleOf = await titlesOf(
    visit,
    [...comments, ...problems].map(({ listingSlug }) => listingSlug),
  );
  const ofComments = comments.map((comment): ToDo => {
    const about = comment.listingSlug === null ? 'The Local Offer' : titleOf(comment.listingSlug);
    const href = `/practitioners/listings/comments/${comment.id}`;
    return phaseOf(comment.steps) === 'to-read'
      ? { title: 'Read a comment, and publish it', about, href, by: lookBy(comment.madeOn) }
      : { title: 'Say what was done about a comment', about, href, by: answerBy(comment.madeOn) };
  });
  const ofProblems = (title: string, fits: (problem: Problem) => boolean) =>
    problems.filter(fits).map(
      (problem): ToDo => ({
        title,
        about: `${titleOf(problem.listingSlug)}: ${problemKinds[problem.kind]}`,
        href: `/practitioners/listings/problems/${problem.id}`,
        by: lookBy(problem.reportedOn, problem.kind),
      }),
    );
  const worries = ofProblems('Look at a worry about safety', ({ kind }) => kind === 'not-safe');
  const others = ofProblems('Look at a problem with a listing', ({ kind }) => kind !== 'not-safe');
  const desk = '/practitioners/listings';
  return [
    ...asOne(worries, { what: 'Look at worries about safety', href: `${desk}/problems` }),
    ...asOne(others, { what: 'Look at problems with listings', href: `${desk}/problems` }),
    ...asOne(ofComments, { what: 'Read and answer comments', href: `${desk}/comments` }),
  ];
}
