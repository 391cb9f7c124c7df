import { awardsOfPerson } from '#families/awards/index.ts';
import { factsOf } from '#families/register/index.ts';
import type { FactDeclaration, SchemeVersion } from '#families/schemes/index.ts';
import { locate, parsePostcode } from '#platform/places/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { Answers, FactValue, Said } from './domain/answers.ts';
import { inWordsOf } from './service-facts.ts';
import type { HeldFacts } from './steps/held.ts';
import { answerWords } from './steps/said-answers.ts';
import { lastAnswersFor } from './store/earlier-applications.ts';

/**
 * What we hold already of what a version of a scheme would ask: what was said in the last application for this child,
 * where the child lives, and when the family last had a grant. A family that applies sees its own; of a child whom
 * somebody else applies for, nothing is told.
 */
export async function heldFactsOf(
  visit: Visit,
  version: SchemeVersion,
  answers: Answers,
): Promise<HeldFacts> {
  const held = new Map<string, Said>();
  const hold = (fact: string, value: FactValue | null | undefined) => {
    const declared = version.facts.get(fact);
    if (value === null || value === undefined || declared === undefined || declared.question === null) return;
    const known = inWordsOf(declared, value);
    if (known !== null) held.set(fact, saidOf(declared, known));
  };
  for (const [fact, value] of placeOf(version, answers)) hold(fact, value);
  hold('child.postcode', answers.address?.postcode);
  if (answers.by !== undefined) return held;
  hold('family.last_grant_on', await lastGrantOn(visit));
  for (const [fact, value] of await registered(visit, answers)) hold(fact, value);
  for (const [fact, { value }] of Object.entries(await saidLastTime(visit, answers))) hold(fact, value);
  return held;
}

function saidOf(declared: FactDeclaration, value: FactValue): Said {
  const question = declared.question ?? declared.name;
  return { value, question, words: answerWords({ ...declared, fact: declared.name, question }, value) };
}

/** What the register holds of the child, under the name that a scheme would give it: "ehc-plan" is child.ehc_plan. */
async function registered(
  visit: Visit,
  answers: Answers,
): Promise<readonly (readonly [string, FactValue])[]> {
  const childId = answers.child?.childId ?? null;
  if (childId === null) return [];
  const facts = await factsOf(visit.transaction, { authorityId: visit.authority.id, childId });
  return [...facts].flatMap(([key, { answer }]) => {
    if (answer === null) return [];
    const value = answer === 'yes' ? true : answer === 'no' ? false : answer;
    const names = [key.replaceAll('-', '_'), ...(key === 'ehc-plan' ? ['ehcp'] : [])];
    return names.map((name) => [`child.${name}`, value] as const);
  });
}

async function saidLastTime(visit: Visit, answers: Answers): Promise<NonNullable<Answers['said']>> {
  const childId = answers.child?.childId ?? null;
  if (childId === null) return {};
  const before = await lastAnswersFor(visit.transaction, { authorityId: visit.authority.id, childId });
  return before?.answers.said ?? {};
}

async function lastGrantOn(visit: Visit): Promise<string | null> {
  if (visit.person?.kind !== 'family') return null;
  const whose = { authorityId: visit.authority.id, personId: visit.person.id };
  const starts = (await awardsOfPerson(visit.transaction, whose)).flatMap(({ amount, startsOn }) =>
    amount === null ? [] : [startsOn.toString()],
  );
  return starts.sort().at(-1) ?? null;
}

/** Facts about where the child lives, answered by the postcode where one of their answers names that place. */
function placeOf(version: SchemeVersion, { address }: Answers): readonly (readonly [string, string])[] {
  const parsed = address === undefined ? null : parsePostcode(address.postcode);
  const place = parsed?.ok === true ? locate(parsed.value) : null;
  if (place === null || place.precision === 'outward') return [];
  const declared = version.facts.get('child.lives_in');
  const names = [place.authority, place.district].map((name) => name.toLowerCase());
  const answer = declared?.answers.find(({ value, label, also }) =>
    [String(value), label, ...also].some((word) => names.includes(word.toLowerCase())),
  );
  return answer === undefined ? [] : [['child.lives_in', String(answer.value)]];
}
