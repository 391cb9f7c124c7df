// Any answers at all, for laws that hold for every family.
import fc from 'fast-check';
import { type Answers, careRates, heldSupports, mobilityRates, pipRates } from '../domain/answers.ts';

/** The day on which these answers are looked at. */
export const testToday = Temporal.PlainDate.from('2026-11-24');
/** Words as a form gives them: letters of every kind, and no control characters, which the form takes away. */
export const anyWords = fc
  .string({ unit: 'grapheme', maxLength: 20 })
  .map((text) => text.replace(/(?![\n\t])\p{Cc}/gu, ''));
/** A day within a childhood before and some years after. */
export const anyDay = fc
  .integer({ min: -9_000, max: 4_000 })
  .map((days) => testToday.add({ days }).toString());
const rate = <T extends string>(rates: readonly T[]) => fc.constantFrom(...rates, null);
const dates = { dated: fc.option(anyDay), from: fc.option(anyDay), until: fc.option(anyDay) };

const benefit = fc.oneof(
  fc.record({ which: fc.constant('none' as const) }),
  fc.record({
    which: fc.constant('dla' as const),
    dlaCare: rate(careRates),
    dlaMobility: rate(mobilityRates),
    ...dates,
  }),
  fc.record({
    which: fc.constant('pip' as const),
    pipDaily: rate(pipRates),
    pipMobility: rate(pipRates),
    ...dates,
  }),
);
const file = fc.record({
  fileId: fc.uuid(),
  name: anyWords,
  shows: fc.constantFrom('benefit' as const, 'diagnosis' as const),
});

/** Any set of answers, each step answered or not. */
export const anyAnswers: fc.Arbitrary<Answers> = fc.record(
  {
    child: fc.record({
      childId: fc.option(fc.uuid()),
      givenName: anyWords,
      familyName: anyWords,
      bornOn: anyDay,
    }),
    disability: fc.record({ hasDiagnosis: fc.boolean(), diagnosis: anyWords }),
    support: fc.record({ held: fc.subarray([...heldSupports]) }),
    you: fc.record({
      name: anyWords,
      relationship: anyWords,
      hasParentalResponsibility: fc.boolean(),
      phone: anyWords,
    }),
    otherCarer: fc.oneof(
      fc.record({ name: anyWords, relationship: anyWords }),
      fc.record({ isNobody: fc.constant(true as const) }),
    ),
    address: fc.record({ line1: anyWords, line2: anyWords, town: anyWords, postcode: anyWords }),
    benefit,
    letters: fc.record({ files: fc.array(file, { maxLength: 4 }), sendsLater: fc.boolean() }),
    impact: fc.record({ level: fc.constantFrom(1 as const, 2 as const, 3 as const), why: anyWords }),
    purpose: fc.record({ uses: fc.array(anyWords, { maxLength: 3 }), what: anyWords, how: anyWords }),
  },
  { requiredKeys: [] },
);
