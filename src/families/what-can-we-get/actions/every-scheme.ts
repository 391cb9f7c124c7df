import { isOpen, type OpenOffer, offersOn } from '#families/applications/index.ts';
import { type Decision, decide } from '#families/schemes/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import { type AskedQuestion, nextToAsk, questionAbout } from './questions.ts';
import { type ReadAnswers, readAnswers } from './read-answers.ts';

/** The schemes that can be asked for on a day. */
export async function openOffers(
  authority: Authority,
  on: Temporal.PlainDate,
): Promise<readonly OpenOffer[]> {
  return (await offersOn(authority, on)).filter(isOpen);
}

/** What the same answers come to under one scheme. */
export type Indication = {
  readonly offer: OpenOffer;
  readonly answers: ReadAnswers;
  readonly decision: Decision;
};

/** What an address says, read for several schemes at once: all answers, and what is still to be asked. */
export type ReadForAll = {
  /** Every answer that one of the schemes asks for, each once. */
  readonly answers: ReadAnswers;
  readonly indications: readonly Indication[];
  /** The next question that still matters to one of them; null when none is left. */
  readonly next: AskedQuestion | null;
};

/** Reads an address for every scheme. A fact that several of them look at is asked once, in the words of the first. */
export function readForAll(
  offers: readonly OpenOffer[],
  asked: { readonly query: URLSearchParams; readonly on: Temporal.PlainDate },
): ReadForAll {
  const indications = offers.map((offer) => {
    const answers = readAnswers(offer.version, asked);
    return { offer, answers, decision: decide(offer.version, answers.facts) };
  });
  const all = indications.map(({ answers }) => answers);
  const given = new Map(all.flatMap((one) => one.given).map((one) => [one.question.fact, one]));
  const answers: ReadAnswers = {
    // In the order of the address, so that "Back" leads to the one before.
    given: [...given.values()].toSorted((one, other) => place(asked.query, one) - place(asked.query, other)),
    facts: { ...all[0]?.facts, 'decision.date': asked.on.toString() },
    skipped: [...new Set(all.flatMap((one) => one.skipped))],
    problem: all.find(({ problem }) => problem !== null)?.problem ?? null,
  };
  return { answers, indications, next: changedOrNext(indications, asked.query) };
}

function place(query: URLSearchParams, given: { readonly question: AskedQuestion }): number {
  return [...query.keys()].findIndex((name) => name.startsWith(given.question.fact));
}

function changedOrNext(indications: readonly Indication[], query: URLSearchParams): AskedQuestion | null {
  const changed = query.get('change');
  const versions = indications.map(({ offer }) => offer.version);
  const again = changed === null ? [] : versions.map((version) => questionAbout(version, changed));
  const asked = again.find((question) => question !== null);
  if (asked !== undefined) return asked;
  for (const { offer, answers } of indications) {
    const next = nextToAsk(offer.version, answers);
    if (next !== null) return next;
  }
  return null;
}
