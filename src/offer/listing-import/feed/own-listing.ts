import { type Listing, nothingMore } from '#offer/directory/index.ts';
import { firstSourceOf, readOwnShape } from './own-shape.ts';
import {
  checkedOn,
  contactOf,
  type FeedContext,
  longestName,
  longestText,
  slugOf,
  summaryOf,
} from './service-facts.ts';
import type { Taken } from './taken.ts';

/** A service that another council tells by this same program: every part that the standard has a place for, as it was. */
export function ownListingOf(
  service: Taken,
  about: FeedContext,
  given: { readonly name: string; readonly theirId: string; readonly ages: Listing['ages'] },
): Listing {
  const { hasOwnUrl, told, ...own } = readOwnShape(service, about);
  const { publisher, usual } = about;
  const contact = contactOf(service);
  const provider = service.record('organization').text('name') ?? given.name;
  return {
    ...nothingMore,
    ...own,
    slug: slugOf(given.name, given.theirId, publisher),
    title: given.name.slice(0, longestName),
    provider: provider.slice(0, longestName),
    kinds: own.kinds.length > 0 ? own.kinds : [usual.kind],
    summary: own.summary.length <= longestText ? own.summary : summaryOf(own.summary),
    description: own.description.slice(0, longestText),
    ages: given.ages,
    contact: hasOwnUrl ? contact : { ...contact, url: null },
    told: { ...nothingMore.told, ...told },
    neighbour: about.isNeighbour ? publisher : null,
    provenance: firstSourceOf(service, {
      kind: 'feed',
      publisher,
      address: about.address,
      theirId: given.theirId,
    }),
    demonstrationFields: [],
    checkedOn: checkedOn(service, about.today),
    checkedBy: publisher,
  };
}
