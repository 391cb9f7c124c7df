import { createHash } from 'node:crypto';
import { type Result, refusal, success } from '#kernel/refusal.ts';
import { orderOf, type PlacedCase, type WaitingCase } from './domain/order.ts';
import { readFacts } from './domain/read-facts.ts';
import type { Scheme } from './domain/scheme.ts';
import { versionFor } from './domain/select-version.ts';
import { loadScheme } from './load-schemes.ts';

/**
 * The ticket of a case in a draw: whoever knows the seed can work every ticket out again, and nobody can choose
 * theirs.
 */
export function ticketOf(seed: string, id: string): string {
  return createHash('sha256').update(`${seed}\n${id}`).digest('hex');
}

/**
 * Puts cases in order for the command line: a JSON list of {"id": …, "facts": {…}} (money in pounds), the rule
 * of the version in force on `on` or today, lots drawn by `lot` where it is given. Refuses with a sentence that
 * names the case for unknown facts and wrong values, two cases of one name, and a version without a waiting list.
 */
export async function orderForCommandLine(asked: {
  folder: string;
  casesJson: string;
  today: Temporal.PlainDate;
  on?: Temporal.PlainDate;
  lot?: string;
}): Promise<Result<readonly PlacedCase[]>> {
  const scheme = await loadScheme(asked.folder);
  if (!scheme.ok) return scheme;
  const on = asked.on ?? asked.today;
  const cases = readCases(scheme.value, { json: asked.casesJson, on });
  if (!cases.ok) return cases;
  const version = versionFor({ scheme: { ...scheme.value, datedBy: [] }, facts: {}, on });
  if (!version.ok) return version;
  const seed = asked.lot;
  const lot = seed === undefined ? {} : { lot: (id: string) => ticketOf(seed, id) };
  const order = orderOf({ version: version.value, cases: cases.value, ...lot });
  if (order) return success(order);
  return refusal('no-waiting-list', `Version ${version.value.id} of ${scheme.value.id} has no waiting list.`);
}

function readCases(
  scheme: Scheme,
  { json, on }: { json: string; on: Temporal.PlainDate },
): Result<WaitingCase[]> {
  const help = 'Give a JSON list of cases, like [{"id": "A", "facts": {"child.age": 9}}].';
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return refusal('not-json', `The cases on standard input are not JSON. ${help}`);
  }
  if (!Array.isArray(data)) return refusal('wrong-value', help);
  const cases: WaitingCase[] = [];
  for (const [index, one] of data.entries()) {
    const { id, facts } = typeof one === 'object' && one !== null ? one : {};
    if (typeof id !== 'string' || id === '')
      return refusal('wrong-value', `Case ${index + 1} has no "id". ${help}`);
    if (cases.some((other) => other.id === id))
      return refusal('wrong-value', `Two cases are called "${id}".`);
    const read = readFacts(scheme.facts, { data: facts, on });
    if (!read.ok) return refusal(read.code, `Case ${id}: ${read.message}`);
    cases.push({ id, facts: read.value });
  }
  return success(cases);
}
