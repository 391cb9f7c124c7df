import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { blanked } from './blanked.ts';

/** One import of a file: where it leads, as a path from the project's folder, or the name of a package. */
export type Import = { target: string; isOurs: boolean; isTypeOnly: boolean; specifier: string };

/** A file of the project. `code` is its text with comments, strings and regular expressions blanked out. */
export type Source = { path: string; text: string; code: string; imports: Import[] };

/** A source from its path and text; how the tests make their made-up ones, too. */
export function source(file: string, text: string): Source {
  if (!/\.(ts|mjs|js)$/.test(file)) return { path: file, text, code: '', imports: [] };
  const code = blanked(text);
  return { path: file, text, code, imports: importsOf({ file, text, code }) };
}

/** Every text file that the project keeps: those that git tracks, or in a copy without git all but what is made. */
export function readSources(root: string): Source[] {
  return keptFiles(root).flatMap((file) => {
    const full = path.join(root, file);
    // A file may be deleted and not yet committed so.
    if (!existsSync(full) || !statSync(full).isFile()) return [];
    const text = readFileSync(full, 'utf8');
    return text.includes('\0') ? [] : [source(file, text)];
  });
}

function keptFiles(root: string): string[] {
  if (existsSync(path.join(root, '.git'))) {
    const list = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
    return list.split('\0').filter((file) => file !== '');
  }
  const made = new Set(['node_modules', '.data', '.cache', '.git']);
  const found = globSync('**/*', { cwd: root, exclude: (entry) => made.has(path.basename(String(entry))) });
  return found.map((file) => file.replaceAll(path.sep, '/'));
}

const importForms = [
  // import … from '…', export … from '…', import '…'
  /\b(?:import|export)\s+(type\s+)?(?:([\w$*{}\s,]*?)\s*\bfrom\s*)?(['"])( *)\3/dg,
  // import('…')
  /\bimport\s*\(\s*()()(['"])( *)\3/dg,
];

/** Finds imports in the blanked code, where no comment or string can look like one, and reads them from the text. */
function importsOf({ file, text, code }: { file: string; text: string; code: string }): Import[] {
  return importForms.flatMap((form) =>
    [...code.matchAll(form)].map((match) => {
      const [start = 0, end = 0] = match.indices?.[4] ?? [];
      const specifier = text.slice(start, end);
      const names = (match[2] ?? '')
        .replace(/^.*\{|\}.*$/gs, '')
        .split(',')
        .filter((name) => name.trim() !== '');
      const isEachType = names.length > 0 && names.every((name) => /^\s*type\s/.test(name));
      const isTypeOnly = match[1] !== undefined && match[1] !== '' ? true : isEachType;
      return { specifier, isTypeOnly, ...resolve(file, specifier) };
    }),
  );
}

function resolve(file: string, specifier: string): { target: string; isOurs: boolean } {
  if (specifier.startsWith('.')) {
    return { target: path.posix.join(path.posix.dirname(file), specifier), isOurs: true };
  }
  if (specifier.startsWith('#')) return { target: `src/${specifier.slice(1)}`, isOurs: true };
  return { target: specifier, isOurs: false };
}
