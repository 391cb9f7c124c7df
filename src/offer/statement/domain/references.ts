import { formatDate } from '#kernel/local-date.ts';
import type { Block } from './blocks.ts';
import { countTable, dayOf, gapBlocks } from './composed-range.ts';
import type { About, Counted, Facts, SchemeFacts, Views } from './facts.ts';
import { nearestOf } from './nearest.ts';

/** A fact that staff can put into their words by its name in double braces. */
export type Reference = {
  readonly name: string;
  readonly about: string;
  /** What it is today: words for the middle of a sentence, or a part that stands on a line of its own. */
  readonly value: string | readonly Block[];
};

type Whole = { readonly facts: Facts; readonly views: Views; readonly about: About };

const day = (iso: string | null) =>
  iso === null ? 'a day not set yet' : formatDate(Temporal.PlainDate.from(iso));

function ofCouncil({ facts }: Whole): readonly Reference[] {
  const { contact } = facts;
  return [
    { name: 'council.name', about: 'The council’s name', value: facts.council },
    { name: 'service.name', about: 'What the service is called', value: facts.service },
    { name: 'contact.phone', about: 'The telephone number of the team', value: contact.phone },
    { name: 'contact.email', about: 'The email address of the team', value: contact.email },
    {
      name: 'contact.hours',
      about: 'When somebody answers',
      value: contact.hours === '' ? 'hours not given' : contact.hours,
    },
  ];
}

function ofStatement({ facts, views, about }: Whole): readonly Reference[] {
  const round = views.rounds.at(-1);
  return [
    { name: 'facts.date', about: 'The day on which the figures are counted', value: dayOf(facts) },
    { name: 'review.by', about: 'By when the statement is looked at again', value: day(about.reviewBy) },
    {
      name: 'consultation.opens',
      about: 'The first day of the newest consultation',
      value: day(round?.opensOn ?? null),
    },
    {
      name: 'consultation.closes',
      about: 'The last day of the newest consultation',
      value: day(round?.closesOn ?? null),
    },
    { name: 'consultation.comments', about: 'How many comments came', value: String(views.comments) },
    { name: 'consultation.people', about: 'How many people gave views', value: String(views.people) },
  ];
}

function ofListings({ facts }: Whole): readonly Reference[] {
  return [
    { name: 'listings.count', about: 'Short breaks that run now', value: String(facts.running) },
    { name: 'listings.paused', about: 'Short breaks that rest', value: String(facts.paused.length) },
    { name: 'listings.free', about: 'Short breaks that cost nothing', value: String(facts.free) },
    { name: 'listings.providers', about: 'Providers with a short break', value: String(facts.providers) },
    ...facts.tiers.map(({ id, words, listings }) => ({
      name: `tier:${id}.count`,
      about: `Short breaks of the tier “${words}”`,
      value: String(listings.length),
    })),
  ];
}

const groups = ['kind', 'time', 'need', 'age', 'place'] as const;

function ofCounts({ facts }: Whole): readonly Reference[] {
  const counted: Readonly<Record<(typeof groups)[number], readonly Counted[]>> = {
    kind: facts.kinds,
    time: facts.times,
    need: facts.needs,
    age: facts.ages,
    place: facts.places,
  };
  return groups.flatMap((group) =>
    counted[group].map(({ id, words, count }) => ({
      name: `${group}:${id}.count`,
      about: `Short breaks: ${words}`,
      value: String(count),
    })),
  );
}

function ofRange({ facts }: Whole): readonly Reference[] {
  const table = (name: string, caption: string, counted: readonly Counted[]): Reference => ({
    name,
    about: `A table: ${caption.toLowerCase()}`,
    value: [countTable(`${caption}, ${dayOf(facts)}`, counted)],
  });
  return [
    table('range.law', 'What the law asks for', facts.range),
    table('range.carers', 'What a break is for, and what fits', facts.carers),
    table('range.kinds', 'Kinds of short break', facts.kinds),
    table('range.times', 'When', facts.times),
    table('range.needs', 'What your child may need', facts.needs),
    table('range.ages', 'How old your child is', facts.ages),
    table('range.places', 'Where, with what comes to you or is online', facts.places),
    { name: 'range.gaps', about: 'A list: what there is little of', value: gapBlocks(facts) },
  ];
}

function ofScheme({ id, name, version, criteria, amounts }: SchemeFacts): readonly Reference[] {
  const items = (published: SchemeFacts['criteria'], none: string): readonly Block[] => [
    published.length === 0
      ? { kind: 'words', line: [none] }
      : { kind: 'list', items: published.map(({ words }) => [words]) },
  ];
  return [
    { name: `scheme:${id}.name`, about: 'The name of the scheme', value: name },
    {
      name: `scheme:${id}.version`,
      about: `The rules of “${name}” that hold`,
      value: version?.name ?? 'no rules today',
    },
    {
      name: `scheme:${id}.criteria`,
      about: `A list: the criteria of “${name}”`,
      value: items(criteria, 'There are no criteria today.'),
    },
    {
      name: `scheme:${id}.amounts`,
      about: `A list: what “${name}” comes to`,
      value: items(amounts, 'No amounts are published.'),
    },
  ];
}

/** Every fact that can be referred to, with what it is on the day of the facts. */
export function referencesOf(whole: Whole): readonly Reference[] {
  return [
    ...ofListings(whole),
    ...ofRange(whole),
    ...whole.facts.schemes.flatMap(ofScheme),
    ...ofCouncil(whole),
    ...ofStatement(whole),
    ...ofCounts(whole),
  ];
}

/** A reference as it stands in the words. Anything in double braces is one, so that a slip is never printed. */
export const referenceForm = /\{\{([^{}]*)\}\}/g;

/** Every name in double braces, in order, without the spaces around it. */
export function namesIn(text: string): readonly string[] {
  return [...text.matchAll(referenceForm)].map((match) => (match[1] ?? '').trim());
}

/** The names in a text that are no reference, each once, with the reference that is nearest to it. */
export function unknownIn(
  text: string,
  references: readonly Reference[],
): readonly { readonly name: string; readonly nearest: string | null }[] {
  const names = references.map(({ name }) => name);
  const known = new Set(names);
  return [...new Set(namesIn(text))]
    .filter((name) => !known.has(name))
    .map((name) => ({ name, nearest: nearestOf(name, names) }));
}
