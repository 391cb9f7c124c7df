import { inOrderOfDay, type ToDo } from '#kernel/to-do.ts';
import type { Visit } from '#platform/web/visit.ts';
import { answerBy, isClosed, lookBy, type Problem, phaseOf, problemKinds } from './domain/voices.ts';
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
  const comments = (await allComments(visit)).flatMap((comment): ToDo[] => {
    const phase = phaseOf(comment.steps);
    const about = comment.listingSlug ?? 'The Local Offer';
    const href = `/practitioners/listings/comments/${comment.id}`;
    if (phase === 'to-read')
      return [{ title: 'Read a comment, and publish it', about, href, by: lookBy(comment.madeOn) }];
    if (phase === 'to-answer')
      return [{ title: 'Say what was done about a comment', about, href, by: answerBy(comment.madeOn) }];
    return [];
  });
  const problems = (await allProblems(visit))
    .filter(({ steps }) => !isClosed(steps))
    .map(
      (problem): ToDo => ({
        title:
          problem.kind === 'not-safe' ? 'Look at a worry about safety' : 'Look at a problem with a listing',
        about: `${problem.listingSlug}: ${problemKinds[problem.kind]}`,
        href: `/practitioners/listings/problems/${problem.id}`,
        by: lookBy(problem.reportedOn, problem.kind),
      }),
    );
  return [...problems, ...comments];
}
