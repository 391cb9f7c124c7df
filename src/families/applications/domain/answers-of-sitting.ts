import type { Answers } from './answers.ts';

/** The answers that are the same for every child of a sitting: who applies, who else is at home, and where that is. */
const common = ['by', 'you', 'otherCarer', 'address'] as const;

/** The answers of a sitting that are asked once. */
export function commonAnswers(answers: Answers): Answers {
  return Object.fromEntries(
    common.flatMap((name) => (answers[name] === undefined ? [] : [[name, answers[name]]])),
  );
}

/** A child's answers with what is common to the sitting; everything about the child stays as it was. */
export function withCommon(answers: Answers, from: Answers): Answers {
  return { ...answers, ...commonAnswers(from) };
}
