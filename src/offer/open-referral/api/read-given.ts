import { type Result, refusal, success } from '#kernel/refusal.ts';
import type { Endpoint } from './endpoints.ts';
import { type Given, type ParameterName, parameters } from './parameters.ts';
import { shown, type WrongParameter } from './problems.ts';

/** The most wrong parameters that are named in one answer. */
const MOST_NAMED = 10;

function readOne(name: ParameterName, texts: readonly string[]): Result<unknown> {
  if (texts.length > 1) return refusal('twice', `${name} is given ${texts.length} times. Give it once.`);
  const text = (texts[0] ?? '').trim();
  // Programs send what nobody filled in; it asks for nothing.
  if (text === '') return success(null);
  const read = parameters[name].read(text);
  return read.ok ? read : refusal('wrong-parameter', `${name} is “${shown(text)}”. ${read.message}`);
}

function notKnown(name: string, endpoint: Endpoint): WrongParameter {
  const known = Object.hasOwn(parameters, name);
  const all = endpoint.parameters.length === 0 ? 'It has none.' : `It has ${endpoint.parameters.join(', ')}.`;
  const what = known ? 'does not work here' : 'is not a parameter';
  return {
    parameter: shown(name) || '(empty)',
    detail: `“${shown(name)}” ${what}: ${endpoint.path}. ${all}`,
  };
}

const nothingGiven = Object.fromEntries(Object.keys(parameters).map((name) => [name, null]));

/** Reads what was asked of an address: every parameter, or everything that is wrong. */
export function readGiven(
  query: URLSearchParams,
  endpoint: Endpoint,
):
  | { readonly ok: true; readonly value: Given }
  | { readonly ok: false; readonly errors: readonly WrongParameter[] } {
  const errors: WrongParameter[] = [];
  const values: Record<string, unknown> = { ...nothingGiven };
  for (const name of new Set(query.keys())) {
    const own = endpoint.parameters.find((one) => one === name);
    if (own === undefined) {
      errors.push(notKnown(name, endpoint));
      continue;
    }
    const read = readOne(own, query.getAll(name));
    if (read.ok) values[name] = read.value;
    else errors.push({ parameter: name, detail: read.message });
  }
  if (
    values.proximity !== null &&
    values.postcode === null &&
    !errors.some((one) => one.parameter === 'postcode')
  )
    errors.push({
      parameter: 'proximity',
      detail: 'proximity needs a postcode to measure from. Give postcode as well.',
    });
  return errors.length > 0
    ? { ok: false, errors: errors.slice(0, MOST_NAMED) }
    : { ok: true, value: values as Given };
}
