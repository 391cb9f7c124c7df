import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { formatDate } from '#kernel/local-date.ts';
import type { Calendar } from '../domain/expressions.ts';
import type { FactDeclarations } from '../domain/facts.ts';
import type { Scheme, SchemeVersion } from '../domain/scheme.ts';
import { compileCondition } from './compile-condition.ts';
import { compileVersion } from './compile-version.ts';
import { type Compiling, declaredFact } from './compiling.ts';
import { type FactsOf, factsByVersion } from './facts-by-version.ts';
import {
  examplesFile,
  type RawExamples,
  type RawScheme,
  type RawVersion,
  schemeFile,
  versionFile,
} from './format.ts';
import { loadCalendar } from './load-calendar.ts';
import { readTextAt, textAt } from './read-text.ts';
import { withSharedAnswers } from './shared-answers.ts';
import { checkShape, parseYaml, type SchemeProblem, type YamlFile } from './yaml-file.ts';

/** A scheme folder as read: what could be understood, and everything that is wrong. */
export type LoadedFolder = {
  readonly folder: string;
  readonly scheme: Scheme | null;
  readonly versionFiles: ReadonlyMap<string, YamlFile>;
  readonly examples: { readonly raw: RawExamples; readonly file: YamlFile } | null;
  /** Whether every version file could be turned into rules. */
  readonly isWhole: boolean;
  readonly problems: readonly SchemeProblem[];
};

/** Whether there is a scheme in the folder. */
export async function isSchemeFolder(folder: string): Promise<boolean> {
  return (await textAt(join(folder, 'scheme.yaml'))) !== null;
}

/** Reads a scheme folder: scheme.yaml, versions/*.yaml and examples.yaml. */
export async function loadFolder(folder: string): Promise<LoadedFolder> {
  const problems: SchemeProblem[] = [];
  const schemePath = join(folder, 'scheme.yaml');
  const text = await textAt(schemePath);
  const nothing = { folder, scheme: null, versionFiles: new Map(), examples: null, isWhole: false, problems };
  if (text === null) {
    problems.push(
      missing(schemePath, `There is no scheme.yaml in ${folder}. Write it, or give the folder that has one`),
    );
    return nothing;
  }
  const parsed = parseYaml(schemePath, text);
  problems.push(...parsed.problems);
  const shape = parsed.problems.length === 0 ? checkShape(parsed.file, schemeFile) : null;
  problems.push(...(shape?.problems ?? []));
  if (!shape?.value) return nothing;
  const raw = await withSharedAnswers(shape.value, { folder, file: parsed.file, problems });
  const calendar = await loadCalendar(folder, { name: raw.calendar, problems });
  const wanted = raw.calendar;
  if (wanted && !calendar) {
    problems.push({
      kind: 'unknown-name',
      file: schemePath,
      line: parsed.file.lineOf(['calendar']),
      message: `There is no ${wanted}.yaml in the folder, in that of the authority or in authorities/england.`,
    });
  }
  const { read, files } = await readVersions(folder, problems);
  const written = { raw, file: parsed.file, problems, calendar };
  const { facts, factsOf } = factsByVersion(
    written,
    read.map((version) => version.raw),
  );
  const { versions, versionFiles } = compileVersions(read, { raw, factsOf, problems, calendar });
  const isWhole = versions.length === files;
  const datedBy = raw['dated by'] ?? [];
  const others = { figures: new Map(), calendar, rounds: [], condition: compileCondition };
  const compiling: Compiling = { file: parsed.file, problems, facts, ...others };
  for (const fact of datedBy) declaredFact({ compiling, at: ['dated by'] }, fact);
  const examples = await loadExamples(folder, problems);
  const scheme = schemeFrom(raw, { facts, versions, datedBy });
  return { folder, scheme, versionFiles, examples, isWhole, problems };
}

function missing(file: string, message: string): SchemeProblem {
  return { kind: 'unreadable', file, line: 1, message: `${message}.` };
}

function schemeFrom(
  raw: RawScheme,
  parts: { facts: FactDeclarations; versions: readonly SchemeVersion[]; datedBy: readonly string[] },
): Scheme {
  const sources = Object.entries(raw.sources).map(([id, { title, url, note }]) => {
    return [id, { id, title, url: url ?? null, note: note ?? null }] as const;
  });
  return {
    id: raw.scheme,
    council: raw.council,
    name: raw.name,
    kind: raw.kind,
    unit: raw.unit,
    about: raw.about,
    isOffered: raw.offered,
    succeededBy: raw['succeeded by'] ?? null,
    sources: new Map(sources),
    ...parts,
  };
}

/** A version file as read, before it becomes rules. */
type ReadVersion = { readonly raw: RawVersion; readonly file: YamlFile };

async function readVersions(
  folder: string,
  problems: SchemeProblem[],
): Promise<{ read: readonly ReadVersion[]; files: number }> {
  const names = await readdir(join(folder, 'versions')).catch(() => []);
  const yamls = names.filter((name) => name.endsWith('.yaml')).sort();
  if (yamls.length === 0) {
    problems.push(
      missing(join(folder, 'versions'), 'A scheme needs at least one version: write versions/NAME.yaml'),
    );
  }
  const read: ReadVersion[] = [];
  for (const name of yamls) {
    const path = join(folder, 'versions', name);
    const text = await readTextAt(path);
    if (text.kind !== 'text') {
      problems.push(
        missing(path, `${name} is not a file that can be read. Write the version into a plain file`),
      );
      continue;
    }
    const { file, problems: unreadable } = parseYaml(path, text.text);
    problems.push(...unreadable);
    if (unreadable.length > 0) continue;
    const shape = checkShape(file, versionFile);
    problems.push(...shape.problems);
    if (shape.value) read.push({ raw: shape.value, file });
  }
  return { read, files: yamls.length };
}

function compileVersions(
  read: readonly ReadVersion[],
  scheme: { raw: RawScheme; factsOf: FactsOf; problems: SchemeProblem[]; calendar: Calendar | null },
) {
  const { problems } = scheme;
  const versions: SchemeVersion[] = [];
  const versionFiles = new Map<string, YamlFile>();
  for (const { raw, file } of read) {
    const facts = scheme.factsOf(raw);
    const version = compileVersion({ ...scheme, facts }, { raw, file, problems });
    if (!version) continue;
    if (versionFiles.has(version.id)) {
      const message = `Two versions are called "${version.id}". Give each its own name.`;
      problems.push({ kind: 'overlap', file: file.path, line: file.lineOf(['version']), message });
    }
    versions.push(version);
    versionFiles.set(version.id, file);
  }
  versions.sort((a, b) => startOf(a).localeCompare(startOf(b)));
  problems.push(...overlaps(versions, versionFiles));
  return { versions, versionFiles };
}

function startOf(version: SchemeVersion): string {
  return version.from?.toString() ?? '9999';
}

/** Two versions in force on one day would make a decision a matter of luck. */
function overlaps(versions: readonly SchemeVersion[], files: ReadonlyMap<string, YamlFile>): SchemeProblem[] {
  const dated = versions.filter((version) => version.status === 'in force');
  return dated.flatMap((later, index) =>
    dated.slice(0, index).flatMap((earlier): SchemeProblem[] => {
      const file = files.get(later.id);
      const isApart =
        earlier.until && later.from && Temporal.PlainDate.compare(earlier.until, later.from) < 0;
      if (isApart || !later.from || !file) return [];
      const end = earlier.until ? `runs until ${formatDate(earlier.until)}` : 'has no end';
      const dayBefore = later.from.subtract({ days: 1 }).toString();
      return [
        {
          kind: 'overlap',
          file: file.path,
          line: file.lineOf(['from']),
          message: `Version ${later.id} begins on ${formatDate(later.from)}, but version ${earlier.id} ${end}. End that one by "until: ${dayBefore}".`,
        },
      ];
    }),
  );
}

async function loadExamples(folder: string, problems: SchemeProblem[]): Promise<LoadedFolder['examples']> {
  const path = join(folder, 'examples.yaml');
  const text = await textAt(path);
  if (text === null) {
    problems.push(missing(path, 'A scheme needs worked examples: write examples.yaml'));
    return null;
  }
  const { file, problems: unreadable } = parseYaml(path, text);
  problems.push(...unreadable);
  if (unreadable.length > 0) return null;
  const shape = checkShape(file, examplesFile);
  problems.push(...shape.problems);
  return shape.value && { raw: shape.value, file };
}
