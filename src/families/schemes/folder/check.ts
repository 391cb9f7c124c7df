import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { RuleSet } from '../domain/scheme.ts';
import { contradictionsIn } from './contradictions.ts';
import { isSchemeFolder, type LoadedFolder, loadFolder } from './load-folder.ts';
import { type ExampleRun, runExamples } from './run-examples.ts';
import { runQueues, unexercisedOrder } from './run-queues.ts';
import type { SchemeProblem, YamlFile } from './yaml-file.ts';

/** What a check of a folder found. `ok` only when there is no problem at all. */
export type SchemeCheck = {
  readonly ok: boolean;
  readonly schemes: readonly {
    readonly scheme: string;
    readonly folder: string;
    readonly versions: readonly string[];
    readonly examples: number;
    readonly examplesPassed: number;
  }[];
  readonly problems: readonly SchemeProblem[];
};

/**
 * Checks a scheme folder, or every scheme folder inside a folder: reads the files, runs the worked examples,
 * and looks for rules that contradict each other, versions that overlap and criteria that no example tries.
 * Each problem names file, line, and the mend.
 */
export async function checkSchemeFolder(path: string): Promise<SchemeCheck> {
  const folders = await schemeFoldersIn(path);
  if (folders.length === 0) {
    const message = `There is no scheme in ${path}: no scheme.yaml there or in a folder inside it. Check the path.`;
    return { ok: false, schemes: [], problems: [{ kind: 'unreadable', file: path, line: 1, message }] };
  }
  const checks = await Promise.all(folders.map(async (folder) => checkLoaded(await loadFolder(folder))));
  const problems = checks.flatMap((check) => check.problems);
  return { ok: problems.length === 0, schemes: checks.map((check) => check.summary), problems };
}

/** The scheme folders that a path stands for: itself, or those inside it. */
export async function schemeFoldersIn(path: string): Promise<readonly string[]> {
  if (await isSchemeFolder(path)) return [path];
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => join(path, entry.name));
  const isScheme = await Promise.all(folders.map(isSchemeFolder));
  return folders.filter((_, index) => isScheme[index]).sort();
}

function checkLoaded(loaded: LoadedFolder) {
  const { folder, scheme } = loaded;
  // Examples of a version that cannot be read would all fail, and hide the line that is to be mended.
  const examples = loaded.isWhole ? loaded.examples : null;
  const problems = [...loaded.problems];
  const ran = scheme && examples ? runExamples(scheme, examples) : null;
  problems.push(...(ran?.problems ?? []));
  const queues = scheme && examples ? runQueues(scheme, examples) : null;
  problems.push(...(queues?.problems ?? []));
  for (const version of scheme?.versions ?? []) {
    const file = loaded.versionFiles.get(version.id);
    if (!file) continue;
    problems.push(...contradictionsIn(version, file));
    if (!ran || !queues) continue;
    problems.push(...unexercisedOrder(version, { runs: queues.runs, file }));
    const runs = ran.runs.filter((run) => run.version === version);
    for (const ruleSet of version.rules.values()) problems.push(...unexercisedIn(ruleSet, { runs, file }));
  }
  const raw = loaded.examples?.raw;
  const total = (raw?.examples.length ?? 0) + (raw?.queues?.length ?? 0);
  const summary = {
    scheme: scheme?.id ?? folder,
    folder,
    versions: scheme?.versions.map((version) => version.id) ?? [],
    examples: total,
    examplesPassed: ran && queues ? total - ran.failed.size - queues.failed : 0,
  };
  return { problems, summary };
}

/** A criterion counts as exercised when one example meets it and another does not; a row, when one chooses it. */
function unexercisedIn(
  ruleSet: RuleSet,
  { runs, file }: { runs: readonly ExampleRun[]; file: YamlFile },
): readonly SchemeProblem[] {
  const reasons = runs
    .filter((run) => run.decision.rules === ruleSet.kind)
    .flatMap((run) => run.decision.reasons);
  const isSeen = (id: string, met: boolean) => reasons.some((r) => r.criterion === id && r.met === met);
  const say = (place: 'criteria' | 'results', index: number) => (message: string) => ({
    kind: 'unexercised' as const,
    file: file.path,
    line: file.lineOf(['rules', ruleSet.kind, place, index]),
    message,
  });
  const criteria = ruleSet.criteria.flatMap(({ id }, index) => {
    const lacking = [...(isSeen(id, true) ? [] : ['met']), ...(isSeen(id, false) ? [] : ['not met'])];
    if (lacking.length === 0) return [];
    return [
      say('criteria', index)(`No example has "${id}" ${lacking.join(' or ')}. Add one to examples.yaml.`),
    ];
  });
  const rows = ruleSet.results.flatMap(({ id }, index) =>
    isSeen(id, true) ? [] : [say('results', index)(`No example comes to "${id}". Add one to examples.yaml.`)],
  );
  return [...criteria, ...rows];
}
