import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nearest } from '../domain/nearest.ts';
import { answersFile, type RawAnswers, type RawScheme } from './format.ts';
import { textAt } from './read-text.ts';
import { checkShape, parseYaml, type SchemeProblem, type YamlFile } from './yaml-file.ts';

type Lists = ReadonlyMap<string, RawAnswers>;

/**
 * Puts the answers in the place of the name of a shared list: answers.yaml of the scheme's folder, of its authority,
 * or of all of England, the nearest one first. Reports a name that none of them has.
 */
export async function withSharedAnswers(
  raw: RawScheme,
  { folder, file, problems }: { folder: string; file: YamlFile; problems: SchemeProblem[] },
): Promise<RawScheme> {
  if (!namesLists(raw)) return raw;
  const lists = await listsNear(folder, problems);
  const answersFor = (answers: string | RawAnswers | undefined, place: readonly string[]) => {
    if (typeof answers !== 'string') return answers;
    const found = lists.get(answers);
    if (found) return found;
    const message = `There is no list of answers "${answers}" in answers.yaml of the folder, of the authority or of authorities/england. ${nearest(answers, lists.keys())}`;
    problems.push({ kind: 'unknown-name', file: file.path, line: file.lineOf(place), message });
    return {};
  };
  const facts = Object.entries(raw.facts).map(([name, fact]) => {
    const answers = answersFor(fact.answers, ['facts', name, 'answers']);
    const each = Object.entries(fact.each ?? {}).map(([field, asked]) => {
      const own = answersFor(asked.answers, ['facts', name, 'each', field, 'answers']);
      return [field, own === undefined ? asked : { ...asked, answers: own }] as const;
    });
    const whole = { ...fact, ...(fact.each ? { each: Object.fromEntries(each) } : {}) };
    return [name, answers === undefined ? whole : { ...whole, answers }] as const;
  });
  return { ...raw, facts: Object.fromEntries(facts) };
}

function namesLists(raw: RawScheme): boolean {
  return Object.values(raw.facts).some((fact) =>
    [fact, ...Object.values(fact.each ?? {})].some(({ answers }) => typeof answers === 'string'),
  );
}

async function listsNear(folder: string, problems: SchemeProblem[]): Promise<Lists> {
  const england = fileURLToPath(new URL('../../../../authorities/england', import.meta.url));
  const lists = new Map<string, RawAnswers>();
  for (const place of [england, join(folder, '../../../england'), join(folder, '../..'), folder]) {
    const path = join(place, 'answers.yaml');
    const text = await textAt(path);
    if (text === null) continue;
    const { file, problems: unreadable } = parseYaml(path, text);
    const shape = unreadable.length === 0 ? checkShape(file, answersFile) : null;
    problems.push(...unreadable, ...(shape?.problems ?? []));
    for (const [name, answers] of Object.entries(shape?.value ?? {})) lists.set(name, answers);
  }
  return lists;
}
