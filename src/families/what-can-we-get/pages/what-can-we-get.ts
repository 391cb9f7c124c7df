import { grantOn } from '#families/schemes/index.ts';
import type { Page, Visit } from '#platform/web/visit.ts';
import { nextToAsk, questionAbout } from '../actions/questions.ts';
import { readAnswers } from '../actions/read-answers.ts';
import { answerPage } from './answer.ts';
import { questionPage } from './question.ts';
import { startPage } from './start.ts';

/**
 * Without answers, where the questions begin; with some, the next question that still matters; with enough,
 * the answer. Everything is in the address: nothing is kept.
 */
export async function whatCanWeGetPage({ authority, clock, query }: Visit): Promise<Page> {
  const today = clock.today();
  const grant = await grantOn(authority.folder, today);
  if (grant === null || query.size === 0) return startPage(grant, authority);
  const { version } = grant;
  const answers = readAnswers(version, { query, on: today });
  if (answers.problem !== null) return questionPage({ question: answers.problem.question, answers, query });
  const changed = query.get('change');
  const question = (changed === null ? null : questionAbout(version, changed)) ?? nextToAsk(version, answers);
  return question === null
    ? answerPage({ grant, answers, authority })
    : questionPage({ question, answers, query });
}
