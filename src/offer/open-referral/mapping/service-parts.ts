import { featureNames, features } from '#offer/accessibility/index.ts';
import { costInWords, type Listing } from '#offer/directory/index.ts';
import type { Attribute, CostOption, FullService } from '../schema/records.ts';
import { type Around, areaOfCouncil } from './around.ts';
import { idOf } from './ids.ts';
import type { Offered } from './offered.ts';
import { attributeOf, termId } from './taxonomies.ts';
import type { VocabularyKey } from './taxonomy-list.ts';
import { paragraphs, plainWords, saying, webAddress } from './values.ts';

/** What a listing is described by: the vocabulary and its term, each once. */
function describedBy(listing: Listing): readonly (readonly [VocabularyKey, string])[] {
  const { access, transport, runs } = listing;
  const answered = (answer: 'meets' | 'does-not-meet') =>
    featureNames.filter((key) => access[key] === answer);
  return [
    ...listing.kinds.map((key) => ['kinds', key] as const),
    ...listing.needs.map((key) => ['needs', key] as const),
    ['tiers', listing.tier],
    ...answered('meets').map((key) => ['accessibility', key] as const),
    ...answered('does-not-meet').map((key) => ['not-offered', key] as const),
    ...listing.when.times.map((key) => ['times', key] as const),
    ...(runs.season === null ? [] : [['seasons', runs.season] as const]),
    ...listing.accepts.map((key) => ['payments', key] as const),
    ['joining', listing.join.how],
    ...(transport === null ? [] : [['transports', transport] as const]),
    ...listing.ratios.map((key) => ['ratios', key] as const),
    ['sources', listing.provenance.kind],
  ];
}

/** The terms that hold for a listing, and the groups that its features belong to. */
export function termsOf(listing: Listing): ReadonlySet<string> {
  const own = describedBy(listing);
  const groups = own.flatMap(([vocabulary, key]) => {
    const feature = featureNames.find((name) => vocabulary === 'accessibility' && name === key);
    return feature === undefined ? [] : [termId('accessibility', `group-${features[feature].group}`)];
  });
  return new Set([...own.map(([vocabulary, key]) => termId(vocabulary, key)), ...groups]);
}

export function attributesOf({ id, listing }: Offered, { origin }: Around): Attribute[] {
  const unique = new Map(describedBy(listing).map((one) => [one.join(' '), one] as const));
  return [...unique.values()].map(([vocabulary, key]) => attributeOf({ of: id, vocabulary, key, origin }));
}

/** What it costs. An amount is in pounds; a price to ask for has words alone. */
export function costsOf({ id, listing }: Offered): CostOption[] {
  const { cost } = listing;
  const given = { id: idOf('cost', id), service_id: id };
  if (cost.kind === 'ask')
    return [{ ...given, amount_description: plainWords(costInWords(cost)) ?? 'Ask for the price' }];
  const option = plainWords(cost.note);
  if (cost.kind === 'free')
    return [saying<CostOption>({ ...given, option, amount: 0, amount_description: 'Free' })];
  // A hundredth of a whole number is the number with two decimals that is nearest: it prints as the price.
  const amount = cost.pence / 100;
  return [saying<CostOption>({ ...given, option, amount, amount_description: `for each ${cost.per}` })];
}

const languageNames = new Intl.DisplayNames('en-GB', { type: 'language' });

export function languagesOf({ id, listing }: Offered): FullService['languages'] {
  return [...new Set(listing.languages)]
    .filter((code) => /^[a-z]{2,3}$/.test(code))
    .map((code) => ({
      id: idOf('language', id, code),
      service_id: id,
      code,
      name: plainWords(languageNames.of(code)) ?? code,
    }));
}

/** Whom to telephone. An email address stands with the service itself. */
export function contactsOf({ id, listing }: Offered): FullService['contacts'] {
  const number = plainWords(listing.contact.phone);
  if (number === null) return [];
  const contactId = idOf('contact', id);
  return [
    {
      id: contactId,
      service_id: id,
      name: plainWords(listing.provider) ?? 'The provider',
      phones: [{ id: idOf('phone', id), contact_id: contactId, number }],
    },
  ];
}

/** Whose families it is for: those of the area that it names, else of the council whose directory it stands in. */
export function areasOf({ id, listing }: Offered, { authority }: Around): FullService['service_areas'] {
  const council = plainWords(listing.neighbour) ?? plainWords(authority.name) ?? 'The area of the council';
  const area = listing.place.kind === 'area' ? plainWords(listing.place.area) : null;
  return [{ id: idOf('area', id), service_id: id, name: area ?? areaOfCouncil(council) }];
}

/** Where the facts come from. */
export function provenanceOf({ provenance }: Listing): FullService['provenance'] {
  switch (provenance.kind) {
    case 'document':
      return saying<FullService['provenance']>({
        kind: 'document',
        document: plainWords(provenance.document),
        section: plainWords(provenance.section),
      });
    case 'feed':
      return saying<FullService['provenance']>({
        kind: 'feed',
        publisher: plainWords(provenance.publisher),
        address: webAddress(provenance.address),
        their_id: plainWords(provenance.theirId),
      });
    default:
      return { kind: provenance.kind };
  }
}

/** What a service is, in plain text: the summary, the description, a session as it goes, and who the staff are. */
export function descriptionOf(listing: Listing): string {
  const { told } = listing;
  return (
    paragraphs(
      listing.summary,
      listing.description,
      told.session === null ? null : `What a session is like: ${told.session}`,
      told.staff === null ? null : `Staff: ${told.staff}`,
    ) ?? 'Ask the provider what it is like.'
  );
}
