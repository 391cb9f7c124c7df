import type { Listing } from '#offer/directory/index.ts';
import type { FullService, Service, ServiceFacts } from '../schema/records.ts';
import type { Around } from './around.ts';
import type { Offered } from './offered.ts';
import { organizationOf } from './organization.ts';
import { placesInService } from './places.ts';
import { schedulesOf } from './schedules.ts';
import * as parts from './service-parts.ts';
import { emailAddress, instantText, plainWords, saying, webAddress } from './values.ts';

function statusOf({ isPaused, isOver }: Offered): ServiceFacts['status'] {
  if (isOver) return 'inactive';
  return isPaused ? 'temporarily closed' : 'active';
}

function alertOf({ listing, isPaused }: Offered): string | null {
  if (!isPaused) return null;
  const until = listing.pausedUntil === null ? null : `Closed up to ${listing.pausedUntil.toString()}.`;
  return [plainWords(listing.paused), until].filter((text) => text !== null).join(' ');
}

/** Who can be asked about what was checked, where it is known who checked it. */
function assurerOf({ checkedBy, contact }: Listing, { authority }: Around): string | null {
  const words = checkedBy?.toLowerCase() ?? '';
  if (words === 'the provider') return emailAddress(contact.email);
  return words === 'the council' ? emailAddress(authority.contact.email) : null;
}

/** What a service says of itself alone, without its organization. */
export function serviceFactsOf(offered: Offered, around: Around): ServiceFacts {
  const { listing } = offered;
  return saying<ServiceFacts>({
    id: offered.id,
    organization_id: offered.provider.id,
    name: plainWords(listing.title) ?? listing.slug,
    description: parts.descriptionOf(listing),
    url: webAddress(listing.contact.url) ?? `${around.origin}/find/${listing.slug}`,
    email: emailAddress(listing.contact.email),
    status: statusOf(offered),
    minimum_age: listing.ages.from,
    maximum_age: listing.ages.to,
    assured_date: listing.checkedOn.toString(),
    assurer_email: assurerOf(listing, around),
    alert: alertOf(offered),
    last_modified: instantText(offered.changedAt),
  });
}

/** A service as a list tells it. */
export function serviceOf(offered: Offered, around: Around): Service {
  return { ...serviceFactsOf(offered, around), organization: organizationOf(offered.provider, around) };
}

/** A service with everything that belongs to it. */
export function fullServiceOf(offered: Offered, around: Around): FullService {
  return saying<FullService>({
    ...serviceFactsOf(offered, around),
    organization: organizationOf(offered.provider, around),
    schedules: schedulesOf(offered, around),
    service_areas: parts.areasOf(offered, around),
    service_at_locations: placesInService(offered, around),
    languages: parts.languagesOf(offered),
    cost_options: parts.costsOf(offered),
    contacts: parts.contactsOf(offered),
    attributes: parts.attributesOf(offered, around),
    provenance: parts.provenanceOf(offered.listing),
  });
}
