import type { SchemaName } from '../schema/answers.ts';
import type { ParameterName } from './parameters.ts';

/** One address of the interface, as routes and document both read it. */
export type Endpoint = {
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly ParameterName[];
  readonly answers: SchemaName;
  /** Whether it is one record by its identifier. */
  readonly isOne: boolean;
};

const paging = ['page', 'per_page', 'format'] as const;
const ofServices = [
  ...['search', ...paging, 'full', 'modified_after', 'taxonomy_term_id', 'taxonomy_id'],
  ...['organization_id', 'minimum_age', 'maximum_age', 'start_time', 'end_time', 'day'],
  ...['postcode', 'proximity'],
] as const;

function list(endpoint: Omit<Endpoint, 'isOne'>): Endpoint {
  return { ...endpoint, isOne: false };
}

function one(
  endpoint: Omit<Endpoint, 'isOne' | 'parameters'> & Partial<Pick<Endpoint, 'parameters'>>,
): Endpoint {
  return { parameters: [], ...endpoint, isOne: true };
}

/** Every address: the union of what the two official documents list. */
export const endpoints = {
  details: list({
    path: '/',
    operationId: 'getAPIMetaInformation',
    summary: 'What this interface is.',
    parameters: [],
    answers: 'Details',
  }),
  services: list({
    path: '/services',
    operationId: 'getPaginatedListOfServices',
    summary: 'Short breaks, page by page.',
    parameters: [...ofServices, 'minimal'],
    answers: 'Services',
  }),
  service: one({
    path: '/services/{id}',
    operationId: 'getFullyNestedServiceById',
    summary: 'One short break with everything that belongs to it.',
    answers: 'FullService',
  }),
  taxonomies: list({
    path: '/taxonomies',
    operationId: 'getPaginatedListOfTaxonomies',
    summary: 'The vocabularies that short breaks are described by.',
    parameters: ['search', ...paging],
    answers: 'Taxonomies',
  }),
  taxonomy: one({
    path: '/taxonomies/{id}',
    operationId: 'getTaxonomyById',
    summary: 'One vocabulary with its terms.',
    answers: 'FullTaxonomy',
  }),
  taxonomyTerms: list({
    path: '/taxonomy_terms',
    operationId: 'getPaginatedListOfTaxonomyTerms',
    summary: 'The terms of all vocabularies.',
    parameters: ['search', ...paging, 'taxonomy_id', 'top_only', 'parent_id'],
    answers: 'TaxonomyTerms',
  }),
  taxonomyTerm: one({
    path: '/taxonomy_terms/{id}',
    operationId: 'getTaxonomyTermById',
    summary: 'One term.',
    answers: 'TaxonomyTerm',
  }),
  serviceAtLocations: list({
    path: '/service_at_locations',
    operationId: 'getPaginatedListOfServiceAtLocation',
    summary: 'Short breaks by the places at which they are given.',
    parameters: ofServices,
    answers: 'ServiceAtLocations',
  }),
  serviceAtLocation: one({
    path: '/service_at_locations/{id}',
    operationId: 'getServiceAtLocationWithNestedDataById',
    summary: 'One short break at one place, with everything that belongs to both.',
    answers: 'FullServiceAtLocation',
  }),
  organizations: list({
    path: '/organizations',
    operationId: 'getPaginatedListOfOrganizations',
    summary: 'Who gives short breaks.',
    parameters: ['search', ...paging, 'full', 'full_service'],
    answers: 'Organizations',
  }),
  organization: one({
    path: '/organizations/{id}',
    operationId: 'getOrganizationById',
    summary: 'One organization with its services.',
    parameters: ['full_service'],
    answers: 'OrganizationWithServices',
  }),
} as const satisfies Readonly<Record<string, Endpoint>>;
