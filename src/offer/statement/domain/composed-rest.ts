import { formatDate } from '#kernel/local-date.ts';
import { type Block, heading, type Line, link, list, words } from './blocks.ts';
import type { About, Facts, SchemeFacts, Views } from './facts.ts';

const telephone = ({ contact }: Facts) => link(contact.phone, `tel:${contact.phone.replaceAll(' ', '')}`);
const email = ({ contact }: Facts) => link(contact.email, `mailto:${contact.email}`);
const day = (iso: string) => formatDate(Temporal.PlainDate.from(iso));

const asList = (published: readonly { readonly words: string }[]): Block =>
  list(published.map((one) => [one.words]));

/** The criteria of one scheme as published, and what it comes to. */
export function schemeBlocks({
  name,
  about,
  version,
  opensOn,
  criteria,
  amounts,
}: SchemeFacts): readonly Block[] {
  const begin = [heading(name), words(about)];
  if (version === null)
    return [...begin, words(opensOn === null ? 'Nobody can apply for it today.' : `It opens on ${opensOn}.`)];
  return [
    ...begin,
    words('These rules hold:'),
    asList(criteria),
    ...(amounts.length === 0 ? [] : [words('What it comes to:'), asList(amounts)]),
  ];
}

/** Who can have what: the schemes in force, and the way to an assessment. Regulation 5(b). */
export function criteriaBlocks(facts: Facts): readonly Block[] {
  const short = (id: string) => facts.tiers.find((tier) => tier.id === id)?.words ?? id;
  return [
    heading(short('universal')),
    words('There are no rules but those of the place itself, such as the ages.'),
    ...(facts.schemes.length === 0
      ? [words('There is nothing to apply for just now.')]
      : facts.schemes.flatMap(schemeBlocks)),
    words(link('See what your family can get', '/what-can-we-get'), '.'),
    heading(short('specialist')),
    words(
      'After an assessment of what your child and your family need, under section 17 of the Children Act 1989. Every disabled child has a right to be assessed.',
    ),
    words(
      'We do not use rules like a machine. If your child’s need is real and a rule does not fit, say so, and a person looks at it.',
    ),
  ];
}

/** How to ask for each thing. */
export function applyBlocks(facts: Facts): readonly Block[] {
  const lines: Line[] = [
    ['For what is open to all, go there or ask the place itself.'],
    ...facts.schemes.map(({ name }): Line => ['For this, ', link('apply here', '/apply'), `: ${name}.`]),
    ['For an assessment, call ', telephone(facts), ' or write to ', email(facts), '.'],
  ];
  return [list(lines)];
}

/** Whom to call, and what to do when a decision seems wrong. */
export function disagreeBlocks(facts: Facts): readonly Block[] {
  const { hours } = facts.contact;
  return [
    words('Call ', telephone(facts), hours === '' ? '' : ` (${hours})`, ' or write to ', email(facts), '.'),
    list([
      [
        'If a decision seems wrong, ask us to look at it again. Your letter says how, and by when. This is an appeal.',
      ],
      ['If you are not happy with how we treated you, ', link('complain', '/complain'), '.'],
      [
        'If you are still not happy after that, ask the ',
        link('Local Government and Social Care Ombudsman', 'https://www.lgo.org.uk/'),
        '.',
      ],
    ]),
  ];
}

/** How carers' views were taken, with the comments that are published and what came of each. */
export function viewsBlocks({ rounds, comments, people, published }: Views): readonly Block[] {
  if (rounds.length === 0 && comments === 0)
    return [words('Families have not been asked about this text yet.')];
  return [
    ...rounds.map(({ opensOn, closesOn }) =>
      words(`We asked families what they think of this statement from ${day(opensOn)} to ${day(closesOn)}.`),
    ),
    words(
      comments === 0
        ? 'Nobody has written to us about it.'
        : `We had ${comments === 1 ? 'one comment' : `${comments} comments`} from ${people === 1 ? 'one person' : `${people} people`}.`,
    ),
    ...(published.length === 0 ? [] : [heading('What you said, and what we did')]),
    ...published.map(
      (view): Block => ({
        kind: 'quote',
        who: view.section === '' ? view.who : `${view.who}, about “${view.section}”`,
        words: view.words,
        answer: view.changed,
      }),
    ),
  ];
}

/** Why there is a statement, how it is made and when it is looked at again. */
export function madeBlocks(about: About): readonly Block[] {
  return [
    words(
      'The law asks every council for this statement (Breaks for Carers of Disabled Children Regulations 2011, regulation 5).',
    ),
    words(
      'The lists, the figures and the rules in it come out of the directory and the schemes. Nobody types them. Two people sign each version before it is published.',
    ),
    about.reviewBy === null
      ? words('The law says that we keep it under review.')
      : words(
          `We keep it under review. We look at the whole of it again by ${day(about.reviewBy)}, or earlier when much changes.`,
        ),
  ];
}
