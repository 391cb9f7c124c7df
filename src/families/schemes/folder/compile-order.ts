import type { OrderKey, WaitingList } from '../domain/scheme.ts';
import { compileCalculation } from './compile-calculation.ts';
import { compileCondition, readLiteral } from './compile-condition.ts';
import { type Names, published } from './compile-rules.ts';
import { declaredFact, inside, type Place, report } from './compiling.ts';
import type { RawOrderKey, RawWaitingList } from './format.ts';
import type { RawCalculation } from './shapes.ts';

/** Turns the order of a waiting list into one that sorts; reports what is wrong and gives null. */
export function compileWaitingList(
  place: Place,
  { raw, names }: { raw: RawWaitingList | undefined; names: Names },
): WaitingList | null {
  if (!raw) return null;
  const keys = raw.order.map((key, index) => compileKey(inside(place, 'order', index), key));
  const order = keys.filter((key) => key !== null);
  const ids = order.map((key) => key.id);
  const twin = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twin)
    report(
      inside(place, 'order'),
      'contradiction',
      `Two parts are called "${twin}". Give each its own name.`,
    );
  const lot = order.findIndex((key) => key.kind === 'lot');
  if (lot >= 0 && lot < order.length - 1) {
    report(
      inside(place, 'order', lot + 1),
      'contradiction',
      'What stands after the lot is never reached: no two have the same ticket.',
    );
  }
  return {
    published: raw.published,
    publishedIn: published(inside(place, 'source'), { raw: raw.source, names }),
    words: raw.words,
    order,
    whenMoneyRunsLow: raw['when the money runs low'] ?? 'wait',
  };
}

function compileKey(place: Place, raw: RawOrderKey): OrderKey | null {
  const { id, words } = raw;
  if ('first when' in raw) {
    const when = compileCondition(inside(place, 'first when'), raw['first when']);
    return when && { id, words, kind: 'first-when', when };
  }
  if ('by lot' in raw) return { id, words, kind: 'lot' };
  if ('in this order' in raw) return listed(place, raw);
  const [word, of] = ranking(raw);
  const typed = compileCalculation(inside(place, word), of);
  if (!typed) return null;
  const isDate = typed.type === 'date' || typed.type === 'date and time';
  const isNumber = typed.type === 'whole number' || typed.type === 'money' || typed.type === 'hours';
  const isRight = word === 'earliest' || word === 'latest' ? isDate : isNumber;
  if (!isRight) {
    const mend = isDate ? 'Dates come earliest or latest' : 'Numbers come highest or lowest';
    return report(inside(place, word), 'wrong-value', `"${word}" does not fit a ${typed.type}. ${mend}.`);
  }
  const kind = word === 'highest' || word === 'latest' ? 'highest' : 'lowest';
  return { id, words, kind, of: typed.calculation };
}

type RawRanking = Exclude<
  RawOrderKey,
  { 'first when': unknown } | { 'by lot': unknown } | { 'in this order': unknown }
>;

function ranking(raw: RawRanking): ['highest' | 'lowest' | 'earliest' | 'latest', RawCalculation] {
  if ('highest' in raw) return ['highest', raw.highest];
  if ('lowest' in raw) return ['lowest', raw.lowest];
  return 'earliest' in raw ? ['earliest', raw.earliest] : ['latest', raw.latest];
}

function listed(place: Place, raw: Extract<RawOrderKey, { 'in this order': unknown }>): OrderKey | null {
  const fact = declaredFact(inside(place, 'by'), raw.by);
  if (!fact) return null;
  const values = raw['in this order'].map((text) => readLiteral(fact, text));
  const wrong = values.find((value) => !value.ok);
  if (wrong && !wrong.ok) return report(inside(place, 'in this order'), 'wrong-value', wrong.message);
  const lacking = fact.answers.filter(({ value }) => !values.some((one) => one.ok && one.value === value));
  if (lacking.length > 0) {
    const names = lacking.map(({ value }) => value).join(', ');
    return report(
      inside(place, 'in this order'),
      'format',
      `Where does ${names} come? List every answer of ${fact.name}.`,
    );
  }
  return {
    id: raw.id,
    words: raw.words,
    kind: 'listed',
    of: { kind: 'fact', fact: fact.name },
    values: values.flatMap((value) => (value.ok ? [value.value] : [])),
  };
}
