import { z } from 'zod';
import * as records from './records.ts';
import { address, words } from './words.ts';

/** One page of a list. */
export function pageOf<Record extends z.ZodType>(record: Record) {
  return z.strictObject({
    total_items: z.int().min(0),
    total_pages: z.int().min(0),
    page_number: z.int().min(1),
    /** How many records are on this page. */
    size: z.int().min(0),
    first_page: z.boolean(),
    last_page: z.boolean(),
    empty: z.boolean(),
    contents: z.array(record),
  });
}

export const details = z.strictObject({
  version: z.literal('HSDS-UK-3.0'),
  profile: address,
  openapi_url: address,
  publisher: words,
  license: address,
  documentation: address,
});

/** What was wrong with a request (RFC 9457): which parameter, and how it is mended. */
export const problem = z.strictObject({
  type: address,
  title: words,
  status: z.union([z.literal(400), z.literal(404)]),
  detail: words,
  instance: words,
  errors: z
    .array(z.strictObject({ parameter: words, detail: words }))
    .min(1)
    .optional(),
});

/** Every schema by the name under which the document lists it. */
export const named = {
  Service: records.service,
  FullService: records.fullService,
  MinimalService: records.minimalService,
  ServiceAtLocation: records.serviceAtLocation,
  FullServiceAtLocation: records.fullServiceAtLocation,
  Organization: records.organization,
  OrganizationWithServices: records.organizationWithServices,
  OrganizationWithFullServices: records.organizationWithFullServices,
  Taxonomy: records.taxonomy,
  FullTaxonomy: records.fullTaxonomy,
  TaxonomyTerm: records.taxonomyTerm,
  Attribute: records.attribute,
  Schedule: records.schedule,
  Details: details,
  Problem: problem,
  Services: pageOf(z.union([records.service, records.fullService, records.minimalService])),
  ServiceAtLocations: pageOf(z.union([records.serviceAtLocation, records.fullServiceAtLocation])),
  Organizations: pageOf(
    z.union([records.organization, records.organizationWithServices, records.organizationWithFullServices]),
  ),
  Taxonomies: pageOf(records.fullTaxonomy),
  TaxonomyTerms: pageOf(records.taxonomyTerm),
} as const;
export type SchemaName = keyof typeof named;

type Json = { readonly [key: string]: unknown };

/** Every schema as JSON Schema 2020-12, by name; they refer to each other below `base`. */
export function jsonSchemas(base: string): Readonly<Record<string, Json>> {
  const registry = z.registry<{ id: string }>();
  for (const [name, schema] of Object.entries(named)) registry.add(schema, { id: name });
  const { schemas } = z.toJSONSchema(registry, { uri: (name) => `${base}${name}` });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _dialect, $id: _id, ...schema }]) => [name, schema]),
  );
}
