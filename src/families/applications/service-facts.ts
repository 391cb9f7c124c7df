import {
  type FactDeclaration,
  readValue,
  type FactValue as SchemeValue,
  type SchemeVersion,
} from '#families/schemes/index.ts';
import { england } from '#kernel/clock.ts';
import { ageOn } from '#kernel/local-date.ts';
import type { Authority } from '#platform/authorities/index.ts';
import { spentFundOn } from './casework.ts';
import type { Answers, FactValue } from './domain/answers.ts';
import { type ApplicationFacts, factsOf } from './domain/facts.ts';

/** When, and under which council's casework, an application is looked at. */
type Moment = { readonly authority: Authority; readonly now: Temporal.Instant };

/**
 * What is so without anybody being asked, as far as a version declares it: when an application comes in that is sent
 * now, whether the money is spent, and the child's age where the scheme does not work it out.
 */
export function serviceFacts(
  version: SchemeVersion,
  { authority, now }: Moment,
  answers: Answers,
): ApplicationFacts {
  const wall = now.toZonedDateTimeISO(england).toPlainDateTime();
  const today = wall.toPlainDate();
  const isSpent = spentFundOn(authority, { schemeId: version.schemeId, on: today }) !== null;
  const bornOn = answers.child?.bornOn;
  const known: Readonly<Record<string, FactValue | null>> = {
    'application.submitted_at': wall.toString({ smallestUnit: 'minute' }),
    'application.submitted_on': today.toString(),
    'fund.is_spent': isSpent ? true : null,
    'fund.exhausted': isSpent ? true : null,
    'child.dob': bornOn ?? null,
    'child.age': bornOn === undefined ? null : ageOn(Temporal.PlainDate.from(bornOn), today),
  };
  return Object.fromEntries(
    Object.entries(known).flatMap(([fact, value]) => {
      const declared = version.facts.get(fact);
      return value === null || declared === undefined || declared.derivation !== null ? [] : [[fact, value]];
    }),
  );
}

/**
 * The facts of an application in the words of a scheme: another council's "high" is this one's "highest", and what the
 * version does not declare, or could not read, is not there.
 */
export function factsFor(
  version: SchemeVersion,
  given: { readonly answers: Answers; readonly service?: ApplicationFacts },
): ApplicationFacts {
  const all = { ...given.service, ...factsOf(given.answers) };
  return Object.fromEntries(
    Object.entries(all).flatMap(([fact, value]) => {
      const declared = version.facts.get(fact);
      const read = declared === undefined ? null : inWordsOf(declared, value);
      return read === null ? [] : [[fact, read]];
    }),
  );
}

/** A value as a declaration knows it; null where it is no answer to it. Money is in whole pence on both sides. */
export function inWordsOf(declared: FactDeclaration, value: FactValue): FactValue | null {
  if (declared.type === 'money' || declared.type === 'hours') return typeof value === 'number' ? value : null;
  const read = readValue(declared, value);
  return read.ok && isPlain(read.value) ? read.value : null;
}

/** A list of entries (of stays, of payments) is nothing that a form asks for. */
function isPlain(value: SchemeValue): value is FactValue {
  return !Array.isArray(value) || value.every((one) => typeof one === 'string');
}
