import type { Page, Visit } from '#platform/web/visit.ts';
import { openOffers, readForAll } from '../actions/every-scheme.ts';
import { answerPage } from './answer.ts';
import { everyAnswerPage } from './every-answer.ts';
import { questionPage } from './question.ts';
import { startPage } from './start.ts';

/**
 * Without answers, where the questions begin; with some, the next question that still matters to one of the council's
 * schemes; with enough, the answer: of the one scheme, or of each. Everything is in the address: nothing is kept.
 */
export async function whatCanWeGetPage({ authority, clock, query }: Visit): Promise<Page> {
  const on = clock.today();
  const offers = await openOffers(authority, on);
  const [first] = offers;
  if (first === undefined || query.size === 0) return startPage(offers, authority);
  const read = readForAll(offers, { query, on });
  const { answers } = read;
  if (answers.problem !== null) return questionPage({ question: answers.problem.question, answers, query });
  if (read.next !== null) return questionPage({ question: read.next, answers, query });
  return offers.length === 1
    ? answerPage({ grant: first, answers, authority })
    : everyAnswerPage({ read, authority });
}
