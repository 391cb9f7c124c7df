import type { Kind, Need, Tier } from '#offer/directory/index.ts';

/** The groups of i-THRIVE, by what a family needs and not by how ill somebody is. The words are the framework's own. */
export const thriveGroups = {
  thriving: 'Thriving',
  'getting-advice': 'Getting advice',
  'getting-help': 'Getting help',
  'getting-more-help': 'Getting more help',
  'getting-risk-support': 'Getting risk support',
} as const;
export type ThriveGroup = keyof typeof thriveGroups;

/** The pages of the service that a way may lead to. */
export const servicePages = {
  'what-can-we-get': '/what-can-we-get',
  apply: '/apply',
  'describe-your-child': '/describe-your-child',
  find: '/find',
  'help-now': '/help-now',
  complain: '/complain',
  account: '/account',
} as const;
export type ServicePage = keyof typeof servicePages;

/** A search of the directory that an end leads to. */
export type Search = {
  readonly kinds: readonly Kind[];
  readonly tiers: readonly Tier[];
  readonly needs: readonly Need[];
  readonly words: string;
  readonly isFree: boolean;
};

/** One way on from an end. `say` is what the family reads. */
export type Way =
  | { readonly kind: 'find'; readonly say: string; readonly search: Search }
  | { readonly kind: 'page'; readonly say: string; readonly page: ServicePage }
  /** What families can ask for here, by name. */
  | { readonly kind: 'schemes'; readonly say: string }
  /** How to ask for an assessment. */
  | { readonly kind: 'assessment'; readonly say: string }
  /** Whom to call now, before all else. */
  | { readonly kind: 'urgent'; readonly say: string }
  /** The short breaks team. */
  | { readonly kind: 'contact'; readonly say: string };

export type NavigatorAnswer = { readonly id: string; readonly say: string; readonly to: string };
export type Question = {
  readonly id: string;
  readonly ask: string;
  readonly answers: readonly NavigatorAnswer[];
};
export type End = {
  readonly id: string;
  readonly group: ThriveGroup;
  readonly title: string;
  readonly say: readonly string[];
  readonly ways: readonly Way[];
};

/** The paths from "what is life like now" to help; the first question is where everybody begins. */
export type Navigator = { readonly questions: readonly Question[]; readonly ends: readonly End[] };

/** One answer that was given. */
export type Given = { readonly question: Question; readonly answer: NavigatorAnswer };

/** Where somebody stands, and by which answers they came there. */
export type Step =
  | { readonly kind: 'question'; readonly question: Question; readonly given: readonly Given[] }
  | { readonly kind: 'end'; readonly end: End; readonly given: readonly Given[] };

/** The most questions that anybody is asked. */
export const MOST_QUESTIONS = 3;

/**
 * Where the answers lead. An answer that is none leaves the question open, and whatever else was said is not looked at;
 * so every address leads somewhere. Throws for paths that were not checked.
 */
export function stepAt(navigator: Navigator, answerTo: (question: string) => string | null): Step {
  const given: Given[] = [];
  let [question] = navigator.questions;
  while (question !== undefined) {
    const said = answerTo(question.id);
    const answer = question.answers.find(({ id }) => id === said);
    if (answer === undefined) return { kind: 'question', question, given };
    given.push({ question, answer });
    const end = navigator.ends.find(({ id }) => id === answer.to);
    if (end !== undefined) return { kind: 'end', end, given };
    question = navigator.questions.find(({ id }) => id === answer.to);
    if (given.length > MOST_QUESTIONS) break;
  }
  throw new Error('the paths of the navigator lead nowhere');
}

/** The part of an address that holds the answers given. */
export function answersInAddress(given: readonly Given[]): string {
  return new URLSearchParams(given.map(({ question, answer }) => [question.id, answer.id])).toString();
}

export type Fault = { readonly path: readonly (string | number)[]; readonly message: string };

function repeated(ids: readonly string[]): readonly string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

/** The longest way from a question to an end, in questions; Infinity where it leads round in a ring. */
function longestFrom(navigator: Navigator, id: string, seen: readonly string[] = []): number {
  if (seen.includes(id)) return Number.POSITIVE_INFINITY;
  const question = navigator.questions.find((one) => one.id === id);
  if (question === undefined) return 0;
  return 1 + Math.max(0, ...question.answers.map(({ to }) => longestFrom(navigator, to, [...seen, id])));
}

function faultsOfAnswers(navigator: Navigator): readonly Fault[] {
  const { questions, ends } = navigator;
  const places = new Set([...questions, ...ends].map(({ id }) => id));
  return questions.flatMap(({ answers }, at) => [
    ...answers.flatMap(({ to }, nth): Fault[] =>
      places.has(to)
        ? []
        : [
            {
              path: ['questions', at, 'answers', nth, 'to'],
              message: `there is no question and no end “${to}”; write the id of one, or add it`,
            },
          ],
    ),
    ...repeated(answers.map(({ id }) => id)).map((id) => ({
      path: ['questions', at, 'answers'],
      message: `“${id}” is the id of two answers; give one another`,
    })),
  ]);
}

/** Whether the first answer of all leads to an end whose first way is whom to call now. */
function isDangerFirst({ questions, ends }: Navigator): boolean {
  const to = questions[0]?.answers[0]?.to;
  return ends.find(({ id }) => id === to)?.ways[0]?.kind === 'urgent';
}

/** What is wrong with the paths, where it stands and how it is mended. Nothing where every path ends somewhere. */
export function faultsOf(navigator: Navigator): readonly Fault[] {
  const { questions, ends } = navigator;
  const ids = [...questions, ...ends].map(({ id }) => id);
  const led = new Set(questions.flatMap(({ answers }) => answers.map(({ to }) => to)));
  const [first] = questions;
  const found: Fault[] = [...faultsOfAnswers(navigator)];
  for (const id of repeated(ids))
    found.push({ path: ['questions'], message: `“${id}” stands twice; give one another id` });
  questions.forEach(({ id }, at) => {
    if (at > 0 && !led.has(id))
      found.push({
        path: ['questions', at],
        message: `no answer leads to “${id}”; lead one there, or take it out`,
      });
  });
  ends.forEach(({ id }, at) => {
    if (!led.has(id))
      found.push({
        path: ['ends', at],
        message: `no answer leads to “${id}”; lead one there, or take it out`,
      });
  });
  const longest = first === undefined ? 0 : longestFrom(navigator, first.id);
  if (longest > MOST_QUESTIONS)
    found.push({
      path: ['questions'],
      message: Number.isFinite(longest)
        ? `a path has ${longest} questions; nobody is asked more than ${MOST_QUESTIONS}`
        : 'a path leads round in a ring; let an answer on it lead to an end',
    });
  if (!isDangerFirst(navigator))
    found.push({
      path: ['questions', 0, 'answers'],
      message:
        'the first answer must be for somebody in danger, and lead to an end that begins with urgent help',
    });
  for (const group of Object.keys(thriveGroups))
    if (!ends.some((end) => end.group === group))
      found.push({ path: ['ends'], message: `no end is for the group “${group}”; add one` });
  return found;
}
