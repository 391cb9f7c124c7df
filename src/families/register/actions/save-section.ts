import { z } from 'zod';
import { parseDateParts } from '#kernel/local-date.ts';
import { type Refusal, refusal } from '#kernel/refusal.ts';
import { optionalDate, parseForm, words } from '#platform/web/form.ts';
import { type Answer, notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { childOfVisit, mayChange, visitorOf } from '../child-visit.ts';
import { codesOn } from '../codes.ts';
import {
  type FactAnswer,
  type FactDefinition,
  type Facts,
  isNhsNumber,
  isSameAnswer,
  isUpn,
  isUrn,
} from '../domain/fact.ts';
import { sectionOf } from '../domain/sections.ts';
import { isSymbol } from '../domain/symbols.ts';
import { factsOf } from '../facts-of.ts';
import { addFacts } from '../store/facts.ts';

type Read =
  | { readonly ok: true; readonly answer: FactAnswer }
  | { readonly ok: false; readonly refusal: Refusal };

const checks = {
  'nhs-number': {
    holds: isNhsNumber,
    message: 'Enter an NHS number of ten digits. One of these digits is wrong',
  },
  upn: { holds: isUpn, message: 'Enter a unique pupil number: a letter, then twelve signs' },
  urn: { holds: isUrn, message: 'Enter the school’s reference number: six digits' },
} as const;

function allowed(visit: Visit, fact: FactDefinition): (value: string) => boolean {
  if (fact.kind === 'symbols') return isSymbol;
  const values =
    fact.codes === undefined
      ? (fact.options ?? []).map((one) => one.value)
      : codesOn(visit.authority, fact.codes, visit.clock.today()).map((one) => one.code);
  return (value) => values.includes(value);
}

function readDate(visit: Visit, fact: FactDefinition): Read {
  const part = (name: string) => visit.form.get(`${fact.key}-${name}`)?.[0] ?? '';
  const parts = { day: part('day'), month: part('month'), year: part('year') };
  if (`${parts.day}${parts.month}${parts.year}`.trim() === '') return { ok: true, answer: null };
  const read = parseDateParts(parts, fact.label);
  if (read.ok) return { ok: true, answer: read.value.toString() };
  return { ok: false, refusal: refusal(read.code, read.message, fact.key) };
}

function readText(visit: Visit, fact: FactDefinition): Read {
  const max = fact.kind === 'words' ? 2000 : 200;
  const parsed = parseForm(z.object({ [fact.key]: words({ name: fact.label, max }) }), visit.form);
  if (!parsed.ok)
    return { ok: false, refusal: parsed.refusals[0] ?? refusal('not-valid', 'Check this', fact.key) };
  const text = String(parsed.value[fact.key] ?? '');
  if (text === '') return { ok: true, answer: null };
  if (fact.check !== undefined && !checks[fact.check].holds(text))
    return { ok: false, refusal: refusal('not-valid', checks[fact.check].message, fact.key) };
  return { ok: true, answer: text };
}

function readFact(visit: Visit, fact: FactDefinition): Read {
  if (fact.kind === 'date') return readDate(visit, fact);
  if (fact.kind === 'line' || fact.kind === 'words') return readText(visit, fact);
  const chosen = (visit.form.get(fact.key) ?? []).filter(allowed(visit, fact));
  if (chosen.length === 0 && fact.isRequired !== undefined)
    return { ok: false, refusal: refusal('missing', fact.isRequired, fact.key) };
  if (fact.none !== undefined && chosen.includes(fact.none) && chosen.length > 1)
    return {
      ok: false,
      refusal: refusal('contradiction', 'Choose the answers that apply, or the last one, not both', fact.key),
    };
  if (fact.kind === 'choice') return { ok: true, answer: chosen[0] ?? null };
  return { ok: true, answer: chosen.length === 0 ? null : chosen };
}

/** Two needs are ranked: the second is another one, and there is none without a first. */
function ranking(answers: ReadonlyMap<string, FactAnswer>): Refusal | null {
  const first = answers.get('sen-first') ?? null;
  const second = answers.get('sen-second') ?? null;
  if (second === null) return null;
  if (first === null) return refusal('missing', 'Choose the need that weighs most first', 'sen-first');
  return first === second ? refusal('twice', 'Choose another need, or none', 'sen-second') : null;
}

function changedOf(answers: ReadonlyMap<string, FactAnswer>, facts: Facts): Map<string, FactAnswer> {
  return new Map(
    [...answers].filter(([key, answer]) => !isSameAnswer(answer, facts.get(key)?.answer ?? null)),
  );
}

const provenanceForm = z.object({
  saidBy: words({ name: 'Who told you', missing: 'Say who told you this' }),
  saidOn: optionalDate('Date'),
  reviewOn: optionalDate('Date to look at it again'),
});

/** Who said it, and when: a family says it itself, now. */
function provenanceOf(visit: Visit) {
  const today = visit.clock.today();
  if (visitorOf(visit).kind === 'family')
    return {
      ok: true as const,
      value: { saidBy: visitorOf(visit).name, saidOn: today, reviewOn: null },
    };
  const parsed = parseForm(provenanceForm, visit.form);
  if (!parsed.ok) return parsed;
  const saidOn = parsed.value.saidOn ?? today;
  if (Temporal.PlainDate.compare(saidOn, today) > 0)
    return {
      ok: false as const,
      refusals: [refusal('in-future', 'When it was said cannot be in the future', 'saidOn')],
    };
  return { ok: true as const, value: { ...parsed.value, saidOn } };
}

/** Saves one section of a child's record: each fact that changed is added, with who said it and when. */
export async function saveSection(visit: Visit): Promise<Answer> {
  const child = await childOfVisit(visit);
  const section = sectionOf(visit.params.section ?? '');
  const visitor = visitorOf(visit);
  const isFamily = visitor.kind === 'family';
  if (child === null || section === null) return notFound('a page about a child');
  if (isFamily && (!section.isForFamilies || !(await mayChange(visit, child)))) return notFound();
  const asked = section.facts.filter((fact) => !isFamily || fact.isForPractitioners !== true);
  const read = asked.map((fact) => [fact.key, readFact(visit, fact)] as const);
  const refusals = read.flatMap(([, one]) => (one.ok ? [] : [one.refusal]));
  const answers = new Map(read.map(([key, one]) => [key, one.ok ? one.answer : null]));
  const rank = ranking(answers);
  const provenance = provenanceOf(visit);
  const all = [...refusals, ...(rank === null ? [] : [rank]), ...(provenance.ok ? [] : provenance.refusals)];
  if (all.length > 0 || !provenance.ok) return wrong(...all);
  const named = { authorityId: visit.authority.id, childId: child.id };
  const changed = changedOf(answers, await factsOf(visit.transaction, named));
  await addFacts(visit.transaction, {
    ...named,
    ...provenance.value,
    householdId: child.householdId,
    answers: changed,
    recordedBy: visitor.id,
    at: visit.clock.now(),
  });
  visit.concerns('child', child.id, { section: section.slug, facts: [...changed.keys()] });
  return redirect(
    isFamily
      ? `/account/children/${child.id}/about?saved=${section.slug}`
      : `/practitioners/children/${child.id}?saved=${section.slug}`,
  );
}
