import { stripTypeScriptTypes } from 'node:module';
import type { Source } from './sources.ts';
import { isTest, wings } from './zones.ts';

const isSource = ({ path }: Source) => /^(src|test|bench|demo|bin)\/.*\.(ts|mjs|js)$/.test(path);
const isProgram = ({ path }: Source) => /^src\/.*\.ts$/.test(path);

/** Every file or folder of sources whose name is not kebab-case (README.md apart). */
export function nameFindings(sources: Source[]): string[] {
  const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/;
  return sources
    .filter(({ path }) => /^(src|test|bench|demo|bin)\//.test(path))
    .filter(({ path }) => path.split('/').some((part) => part !== 'README.md' && !kebab.test(part)))
    .map(({ path }) => `${path} is not kebab-case`);
}

/** Every file or folder whose name says nothing about what it holds. */
export function emptyNameFindings(sources: Source[]): string[] {
  const empty = new Set([
    'util',
    'utils',
    'helper',
    'helpers',
    'manager',
    'managers',
    'common',
    'v2',
    'misc',
  ]);
  return sources
    .filter(({ path }) => /^(src|test|bench|demo|bin)\//.test(path))
    .filter(({ path }) => path.split(/[/.-]/).some((word) => empty.has(word)))
    .map(({ path }) => `${path} has a name that says nothing`);
}

/** Every default export: its name differs from place to place. */
export function defaultExportFindings(sources: Source[]): string[] {
  return matches({ sources: sources.filter(isSource), form: /\bexport\s+default\b|\bas\s+default\b/g });
}

/** Every `any` in the place of a type: one that Node takes out with the types. Values and fields may bear the name. */
export function anyFindings(sources: Source[]): string[] {
  const typed = sources.filter(
    (one) => isSource(one) && one.path.endsWith('.ts') && /\bany\b/.test(one.code),
  );
  return typed.flatMap((one) => {
    const withoutTypes = stripTypeScriptTypes(one.code);
    const isType = (index: number) => withoutTypes.slice(index, index + 3) !== 'any';
    return matches({ sources: [one], form: /(?<!\.)\bany\b(?!\s*\??\s*:)/g, isMeant: isType });
  });
}

/** Every use of Date where Temporal is meant. */
export function dateFindings(sources: Source[]): string[] {
  const form = /\bnew\s+Date\b|\bDate\s*\.\s*(?:now|parse|UTC)\b|(?<![\w.])Date\s*\(/g;
  return matches({ sources: sources.filter(isProgram), form });
}

/** Every file of the program that is too long to be read at once. Tests and what a script writes may be longer. */
export function lengthFindings(sources: Source[]): string[] {
  const limit = 300;
  return sources
    .filter((one) => isProgram(one) && !isTest(one.path) && !/^\/\/.*do not edit/.test(one.text))
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > limit)
    .map(({ path, lines }) => `${path} has ${lines} lines; ${limit} are the most`);
}

/** Every folder of src that the plan of the house does not know, and every file of a wing outside a capability. */
export function folderFindings(sources: Source[]): string[] {
  const known = new Set(['kernel', 'platform', 'commands', ...wings]);
  const inSrc = sources.map(({ path }) => path).filter((path) => path.startsWith('src/'));
  const unknown = inSrc.filter((path) => path.split('/').length > 2 && !known.has(path.split('/')[1] ?? ''));
  const loose = inSrc.filter(
    (path) => wings.includes(path.split('/')[1] ?? '') && path.split('/').length < 4,
  );
  return [
    ...unknown.map((path) => `${path} is in no known folder of src`),
    ...loose.map((path) => `${path} belongs in a capability's folder`),
  ];
}

/** Every capability without a README.md that says what it owns. */
export function readmeFindings(sources: Source[]): string[] {
  const paths = new Set(sources.map(({ path }) => path));
  const capabilities = [...paths].flatMap((path) => {
    const [top, wing = '', capability, ...rest] = path.split('/');
    return top === 'src' && wings.includes(wing) && rest.length > 0 ? [`${top}/${wing}/${capability}`] : [];
  });
  return [...new Set(capabilities)]
    .filter((folder) => !paths.has(`${folder}/README.md`))
    .map((folder) => `${folder} has no README.md`);
}

/** Every trace of one machine: a path that only it has, or the address of a package registry. */
export function traceFindings(sources: Source[]): string[] {
  const traces = [
    /(?<![\w.~-])\/(?:work|root|tmp)\//g,
    /(?<![\w.~-])\/(?:home\/(?!node\b)|Users\/)[a-z][\w-]*\//g,
    /\bregistry\.[\w-]+\.(?:org|com|net|io|dev|internal|local)\b/g,
    /\b(?:artifactory|verdaccio|nexus)[\w-]*\.[\w.-]+\.[a-z]{2,}\b/gi,
    /"resolved":\s*"http/g,
  ];
  return traces.flatMap((form) => matches({ sources, form, read: ({ text }) => text }));
}

/** The place and the line of everything that `form` finds in what `read` gives of the sources, and that is meant. */
function matches({
  sources,
  form,
  read = ({ code }) => code,
  isMeant = () => true,
}: {
  sources: Source[];
  form: RegExp;
  read?: (one: Source) => string;
  isMeant?: (index: number) => boolean;
}): string[] {
  return sources.flatMap((one) => {
    const searched = read(one);
    const found = [...searched.matchAll(form)].filter(({ index }) => isMeant(index));
    return found.map(({ index }) => {
      const line = searched.slice(0, index).split('\n').length;
      return `${one.path}:${line}: ${one.text.split('\n')[line - 1]?.trim().slice(0, 120)}`;
    });
  });
}
