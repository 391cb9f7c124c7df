import { formatDate } from '#kernel/local-date.ts';
import { type Block, heading, type Line, link, list, words } from './blocks.ts';
import { type Counted, type Facts, littleOf, type Named } from './facts.ts';

/** The day of the facts in words. */
export function dayOf({ on }: Pick<Facts, 'on'>): string {
  return formatDate(Temporal.PlainDate.from(on));
}

/** A figure that leads to the search which gives it. */
export function searchLink({ words: text, query }: Counted): Line[number] {
  return link(text, `/find?${query}`);
}

/** A table of counts: each row leads to the search that gives the figure. */
export function countTable(caption: string, counted: readonly Counted[]): Block {
  return {
    kind: 'table',
    caption,
    head: ['For', 'How many'],
    rows: counted.map((one) => [searchLink(one), String(one.count)]),
  };
}

function named(one: Named): Line {
  return [link(one.title, `/find/${one.slug}`), `, ${one.provider}. ${one.ages}.`];
}

/** Every short break that runs, by tier, and those that rest. Regulation 5(a). */
export function rangeBlocks(facts: Facts): readonly Block[] {
  return [
    words(
      `On ${dayOf(facts)} there are ${facts.running} short breaks in the directory, from ${facts.providers} providers. `,
      link('Search them all', '/find'),
      '.',
    ),
    ...facts.tiers.flatMap((tier) => [
      heading(tier.words, tier.listings.length),
      words(tier.about),
      tier.listings.length === 0
        ? words('There is nothing in the directory just now.')
        : list(tier.listings.map(named), true),
    ]),
    ...(facts.paused.length === 0
      ? []
      : [
          heading('Not running now'),
          list(facts.paused.map((one) => [link(one.title, `/find/${one.slug}`), `: ${one.why}`])),
        ]),
    ...(facts.madeUp === 0
      ? []
      : [
          words(
            `${facts.madeUp} of the ${facts.running} short breaks are made up for this demonstration. The others are described in the council’s own papers; the page of each says what was added.`,
          ),
        ]),
  ];
}

/** How the range meets what carers need, figure by figure. Regulations 3, 4 and 5(c). */
export function needsBlocks(facts: Facts): readonly Block[] {
  return [
    words(
      `Counted on ${dayOf(facts)}. One short break can count in more than one line. Each line leads to the search that gives its figure; the search also shows what is resting now, which is not counted.`,
    ),
    countTable('What the law asks for', facts.range),
    countTable('What a break is for, and what fits', facts.carers),
    countTable('When', facts.times),
    countTable(
      'Kinds of short break',
      facts.kinds.filter(({ count }) => count > 0),
    ),
    countTable('What your child may need', facts.needs),
    countTable('How old your child is', facts.ages),
    ...(facts.places.length === 0
      ? []
      : [countTable('Where, with what comes to you or is online', facts.places)]),
    ...gapBlocks(facts),
  ];
}

/** What there is little of: a gap is said, not hidden. */
export function gapBlocks(facts: Facts): readonly Block[] {
  const little = littleOf(facts);
  if (little.length === 0) return [];
  return [
    heading('What there is little of'),
    words(
      'Fewer than one in ten of the short breaks are for these. If you need one and cannot find it, tell us: it shows us what is missing.',
    ),
    list(little.map((one) => [searchLink(one), `: ${one.count}`])),
  ];
}
