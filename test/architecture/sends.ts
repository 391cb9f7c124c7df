import type { Source } from './sources.ts';
import { isTest } from './zones.ts';

const ownText = /\b(?:subject(?!\s*:\s*\{)|text)\s*:/;

/**
 * Every place where something is sent in words out of the code. What is sent spreads `messageOf(…)`, or comes from a
 * function that gives a MessageToSend and does so, or is handed on as it came.
 */
export function findSendsInOwnWords(sources: Source[]): string[] {
  const own = sources.filter(
    ({ path }) => /^src\/(?!platform\/(?!people\/))/.test(path) && path.endsWith('.ts') && !isTest(path),
  );
  const builders = new Set(own.flatMap(({ code }) => buildersIn(code).map(({ name }) => name)));
  return own.flatMap(({ path, code }) => [
    ...argumentsOf(code, /\.(?:send|queueMessage)\s*\(/g)
      .filter((argument) => !isFromTemplate(argument, builders))
      .map(
        (argument) => `${path} sends words of its own: ${argument.trim().slice(0, 60).replace(/\s+/g, ' ')}`,
      ),
    ...[...buildersIn(code), ...constantsIn(code)]
      .filter(({ body }) => !body.includes('messageOf(') || ownText.test(body))
      .filter(({ body }) => ![...builders].some((name) => body.includes(`return ${name}(`)))
      .map(({ name }) => `${path} writes a message in words of its own: ${name}`),
  ]);
}

function isFromTemplate(argument: string, builders: ReadonlySet<string>): boolean {
  if (argument.includes('messageOf(')) return !ownText.test(argument);
  // Handed on as it came, alone or behind the council and the transaction.
  if (/^[\w\s.,()]*$/.test(argument) && !/\b(?!now)\w+\(/.test(argument)) return true;
  const called = [...argument.matchAll(/\b(\w+)\s*\(/g)].map((match) => match[1] ?? '');
  return called.length > 0 && called.every((name) => builders.has(name));
}

type Named = { readonly name: string; readonly body: string };

/** The functions that give a message, each with all from its name to its end. */
function buildersIn(code: string): readonly Named[] {
  return [...code.matchAll(/\bfunction\s+(\w+)\s*\(/g)].flatMap((match) => {
    const open = match.index + match[0].length - 1;
    const end = endOf(code, open);
    const gives = /^\s*:\s*(?:Promise<\s*)?MessageToSend\b[^{]*/.exec(code.slice(end + 1));
    if (gives === null) return [];
    const start = end + 1 + gives[0].length;
    return [{ name: match[1] ?? '', body: code.slice(start, endOf(code, start) + 1) }];
  });
}

function constantsIn(code: string): readonly Named[] {
  return [...code.matchAll(/\bconst\s+(\w+)\s*:\s*MessageToSend\s*=\s*\{/g)].map((match) => {
    const start = match.index + match[0].length - 1;
    return { name: match[1] ?? '', body: code.slice(start, endOf(code, start) + 1) };
  });
}

function argumentsOf(code: string, call: RegExp): readonly string[] {
  return [...code.matchAll(call)].map((match) => {
    const open = match.index + match[0].length - 1;
    return code.slice(open + 1, endOf(code, open));
  });
}

/** Where the bracket that opens at a place closes. */
function endOf(code: string, open: number): number {
  let depth = 0;
  for (let at = open; at < code.length; at++) {
    const one = code[at] ?? '';
    if ('([{'.includes(one)) depth++;
    if (')]}'.includes(one) && --depth === 0) return at;
  }
  return code.length;
}
