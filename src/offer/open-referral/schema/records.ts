import { z } from 'zod';
import { address, byDay, day, email, id, instant, timeOfDay, words } from './words.ts';

/**
 * What leaves through this interface, stricter than the standard asks: nothing empty, nothing more than is named
 * here, every identifier there, values from short lists. Types, document and tests are all made from these.
 */
export const taxonomyTerm = z.strictObject({
  id,
  name: words,
  description: words,
  parent_id: id.optional(),
  taxonomy: address,
  taxonomy_id: id,
  term_uri: address,
});

export const taxonomy = z.strictObject({
  id,
  name: words,
  description: words,
  uri: address,
  version: words,
});

export const fullTaxonomy = taxonomy.extend({ taxonomy_terms: z.array(taxonomyTerm).min(1) });

export const attribute = z.strictObject({
  id,
  link_id: id,
  taxonomy_term_id: id,
  link_type: words,
  taxonomy_term: taxonomyTerm,
});

export const organization = z.strictObject({
  id,
  name: words,
  description: words,
  email: email.optional(),
  website: address.optional(),
});

export const schedule = z
  .strictObject({
    id,
    service_id: id,
    service_at_location_id: id.optional(),
    valid_from: day.optional(),
    valid_to: day.optional(),
    dtstart: day.optional(),
    freq: z.enum(['WEEKLY', 'MONTHLY']).optional(),
    interval: z.literal(1).optional(),
    byday: byDay.optional(),
    description: words,
    opens_at: timeOfDay.optional(),
    closes_at: timeOfDay.optional(),
    schedule_link: address,
    attending_type: words,
    notes: words.optional(),
  })
  // A rule without days, or a rhythm without its step, would say something else to each calendar.
  .meta({ dependentRequired: { freq: ['byday', 'interval'], interval: ['freq'], dtstart: ['freq'] } });

export const serviceArea = z.strictObject({
  id,
  service_id: id,
  name: words,
  uri: address.optional(),
});

export const language = z.strictObject({
  id,
  service_id: id,
  /** BCP 47. The UK profile left out code and name, without which a language says nothing; HSDS 3.0 has both. */
  code: z.string().regex(/^[a-z]{2,3}$/),
  name: words,
});

export const costOption = z.strictObject({
  id,
  service_id: id,
  option: words.optional(),
  /** Pounds. */
  amount: z.number().min(0).optional(),
  amount_description: words,
});

export const phone = z.strictObject({ id, contact_id: id, number: words });

export const contact = z.strictObject({
  id,
  service_id: id,
  name: words,
  phones: z.array(phone).min(1),
});

export const postalAddress = z.strictObject({
  id,
  location_id: id,
  address_1: words,
  city: words,
  state_province: words,
  postal_code: words,
  country: z.literal('GB'),
  address_type: z.literal('physical'),
});

export const accessibility = z.strictObject({
  id,
  location_id: id,
  description: words,
  url: address,
  attributes: z.array(attribute).min(1).optional(),
});

export const location = z
  .strictObject({
    id,
    location_type: z.enum(['physical', 'virtual']),
    name: words,
    description: words.optional(),
    latitude: z.number().min(49).max(61).optional(),
    longitude: z.number().min(-9).max(2).optional(),
  })
  .meta({ dependentRequired: { latitude: ['longitude'], longitude: ['latitude'] } });

export const fullLocation = z
  .strictObject({
    ...location.shape,
    addresses: z.array(postalAddress).min(1).optional(),
    accessibility: z.array(accessibility).min(1).optional(),
  })
  .meta({ dependentRequired: { latitude: ['longitude'], longitude: ['latitude'] } });

/** Where the facts come from. Not of the standard, which has no room for it: whoever does not know it passes over it. */
export const provenance = z.strictObject({
  kind: z.enum(['document', 'demonstration', 'provider', 'council', 'feed']),
  document: words.optional(),
  section: words.optional(),
  publisher: words.optional(),
  address: address.optional(),
  their_id: words.optional(),
});

const serviceFacts = {
  id,
  organization_id: id,
  name: words,
  description: words,
  url: address,
  email: email.optional(),
  status: z.enum(['active', 'inactive', 'temporarily closed']),
  minimum_age: z.int().min(0).max(130),
  maximum_age: z.int().min(0).max(130),
  assured_date: day,
  assurer_email: email.optional(),
  alert: words.optional(),
  last_modified: instant,
};

/** A service of an organization that is told beside it. */
export const serviceWithoutOrganization = z.strictObject(serviceFacts);
export const service = z.strictObject({ ...serviceFacts, organization });
export const minimalService = z.strictObject({ id, modified_date: instant });

const serviceParts = {
  schedules: z.array(schedule).min(1),
  service_areas: z.array(serviceArea).min(1),
  languages: z.array(language).min(1).optional(),
  cost_options: z.array(costOption).min(1),
  contacts: z.array(contact).min(1).optional(),
  attributes: z.array(attribute).min(1),
  provenance,
};

const place = { id, service_id: id, location_id: id };
export const placeOfService = z.strictObject({ ...place, location: fullLocation });
const places = { service_at_locations: z.array(placeOfService).min(1).optional() };

export const fullService = z.strictObject({ ...serviceFacts, organization, ...serviceParts, ...places });
export const fullServiceWithoutOrganization = z.strictObject({
  ...serviceFacts,
  ...serviceParts,
  ...places,
});
/** A service that is told beside one of its places. */
export const fullServiceAtPlace = z.strictObject({ ...serviceFacts, organization, ...serviceParts });

export const serviceAtLocation = z.strictObject({ ...place, location, service });
export const fullServiceAtLocation = z.strictObject({
  ...place,
  location: fullLocation,
  service: fullServiceAtPlace,
});

export const organizationWithServices = organization.extend({
  services: z.array(serviceWithoutOrganization).min(1).optional(),
});
export const organizationWithFullServices = organization.extend({
  services: z.array(fullServiceWithoutOrganization).min(1).optional(),
});

export type TaxonomyTerm = z.infer<typeof taxonomyTerm>;
export type Taxonomy = z.infer<typeof taxonomy>;
export type FullTaxonomy = z.infer<typeof fullTaxonomy>;
export type Attribute = z.infer<typeof attribute>;
export type Organization = z.infer<typeof organization>;
export type Schedule = z.infer<typeof schedule>;
export type Location = z.infer<typeof location>;
export type FullLocation = z.infer<typeof fullLocation>;
export type CostOption = z.infer<typeof costOption>;
export type Service = z.infer<typeof service>;
export type ServiceFacts = z.infer<typeof serviceWithoutOrganization>;
export type FullService = z.infer<typeof fullService>;
export type PlaceOfService = z.infer<typeof placeOfService>;
