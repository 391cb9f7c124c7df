import type { Counted, Facts, Published, SchemeFacts } from './facts.ts';
import type { Content } from './statement.ts';

/** What is compared: a whole statement, or the facts of a day under the same words. */
export type Compared = Pick<Content, 'facts'> & { readonly sections?: Content['sections'] };

/** What changed from one statement to the other, in sentences: sections, criteria, what there is, contacts. */
export function changesBetween(older: Compared, newer: Compared): readonly string[] {
  return [
    ...sectionsBetween(older.sections ?? [], newer.sections ?? []),
    ...schemesBetween(older.facts.schemes, newer.facts.schemes),
    ...listingsBetween(older.facts, newer.facts),
    ...countsBetween(older.facts, newer.facts),
    ...contactBetween(older.facts, newer.facts),
  ];
}

function sectionsBetween(older: Content['sections'], newer: Content['sections']): readonly string[] {
  const before = new Map(older.map((section) => [section.id, section]));
  const after = new Set(newer.map(({ id }) => id));
  return [
    ...newer.flatMap(({ id, title, composes, source, easyRead }) => {
      const was = before.get(id);
      if (was === undefined) return [`New section: “${title}”.`];
      return [
        ...(was.title === title ? [] : [`“${was.title}” is now called “${title}”.`]),
        ...(composes !== null || was.source.trim() === source.trim() ? [] : [`“${title}” is written anew.`]),
        ...easyReadBetween(title, was.easyRead?.source ?? null, easyRead?.source ?? null),
      ];
    }),
    ...older.filter(({ id }) => !after.has(id)).map(({ title }) => `The section “${title}” is gone.`),
  ];
}

function easyReadBetween(title: string, was: string | null, is: string | null): readonly string[] {
  if (was?.trim() === is?.trim()) return [];
  if (was === null) return [`“${title}” has an Easy Read text now.`];
  return is === null
    ? [`“${title}” has no Easy Read text any more.`]
    : [`The Easy Read text of “${title}” is new.`];
}

function schemesBetween(older: readonly SchemeFacts[], newer: readonly SchemeFacts[]): readonly string[] {
  const before = new Map(older.map((scheme) => [scheme.id, scheme]));
  const after = new Set(newer.map(({ id }) => id));
  return [
    ...newer.flatMap((scheme) => {
      const was = before.get(scheme.id);
      return was === undefined ? [`New: you can ask for “${scheme.name}”.`] : schemeBetween(was, scheme);
    }),
    ...older.filter(({ id }) => !after.has(id)).map(({ name }) => `You cannot ask for “${name}” any more.`),
  ];
}

function schemeBetween(was: SchemeFacts, is: SchemeFacts): readonly string[] {
  const sentences = [
    ...(was.name === is.name ? [] : [`“${was.name}” is now called “${is.name}”.`]),
    ...publishedBetween(was.criteria, is.criteria, 'criterion'),
    ...publishedBetween(was.amounts, is.amounts, 'amount'),
  ];
  if (was.version !== null && is.version === null) return [`“${is.name}” has no rules in force today.`];
  if (was.version === null && is.version !== null) return [`“${is.name}” is open.`];
  if (sentences.length === 0 && was.version?.hash !== is.version?.hash)
    return [`The rules of “${is.name}” changed in detail; the published sentences are the same.`];
  return sentences.map((sentence) => `${is.name}: ${sentence}`);
}

/** Sentences by their name, and by how often the name stood before: two of one name are two. */
function byName(all: readonly Published[]): ReadonlyMap<string, string> {
  const seen = new Map<string, number>();
  return new Map(
    all.map(({ id, words }) => {
      const before = seen.get(id) ?? 0;
      seen.set(id, before + 1);
      return [`${id} ${before}`, words];
    }),
  );
}

function publishedBetween(
  older: readonly Published[],
  newer: readonly Published[],
  what: 'criterion' | 'amount',
): readonly string[] {
  const before = byName(older);
  const after = byName(newer);
  return [
    ...[...after].flatMap(([name, words]) => {
      const was = before.get(name);
      if (was === undefined) return [`a new ${what}, “${words}”`];
      return was === words ? [] : [`the ${what} “${was}” is now “${words}”`];
    }),
    ...[...before].filter(([name]) => !after.has(name)).map(([, words]) => `the ${what} “${words}” is gone`),
  ];
}

/** More names than this would hide the rest; the lists themselves have them all. */
const mostNamed = 12;

function namesOf(titles: readonly string[]): string {
  const shown = titles.slice(0, mostNamed).join('; ');
  return titles.length > mostNamed ? `${shown}; and ${titles.length - mostNamed} more` : shown;
}

function listingsBetween(older: Facts, newer: Facts): readonly string[] {
  const titles = ({ tiers }: Facts) =>
    new Map(tiers.flatMap(({ listings }) => listings.map(({ slug, title }) => [slug, title] as const)));
  const before = titles(older);
  const after = titles(newer);
  const come = [...after].filter(([slug]) => !before.has(slug)).map(([, title]) => title);
  const gone = [...before].filter(([slug]) => !after.has(slug)).map(([, title]) => title);
  return [
    ...(older.running === newer.running
      ? []
      : [`There are ${newer.running} short breaks; there were ${older.running}.`]),
    ...(come.length === 0 ? [] : [`New in the directory: ${namesOf(come)}.`]),
    ...(gone.length === 0 ? [] : [`No longer running or no longer listed: ${namesOf(gone)}.`]),
  ];
}

function countsBetween(older: Facts, newer: Facts): readonly string[] {
  const groups: readonly (readonly [readonly Counted[], readonly Counted[]])[] = [
    [older.range, newer.range],
    [older.times, newer.times],
    [older.needs, newer.needs],
  ];
  return groups.flatMap(([before, after]) => {
    const was = new Map(before.map(({ id, count }) => [id, count]));
    return after.flatMap(({ id, words, count }) => {
      const past = was.get(id);
      return past === undefined || past === count ? [] : [`${words}: ${count}, and not ${past} as before.`];
    });
  });
}

function contactBetween({ contact: was }: Facts, { contact: is }: Facts): readonly string[] {
  return [
    ...(was.phone === is.phone ? [] : [`The telephone number is now ${is.phone}.`]),
    ...(was.email === is.email ? [] : [`The email address is now ${is.email}.`]),
    ...(was.hours === is.hours ? [] : [`Somebody answers the telephone: ${is.hours}.`]),
  ];
}
