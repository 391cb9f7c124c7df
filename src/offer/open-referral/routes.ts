import { get, nothingPersonal, type ReadRoute, type Route } from '#platform/web/route.ts';
import { showDetails, showDocument } from './api/details.ts';
import { listOrganizations, showOrganization } from './api/organizations.ts';
import { listServiceAtLocations, listServices, showService, showServiceAtLocation } from './api/services.ts';
import { listTaxonomies, listTaxonomyTerms, showTaxonomy, showTaxonomyTerm } from './api/taxonomies.ts';
import { openDataPage } from './pages/open-data.ts';
import { anyoneMayRead } from './policy.ts';

function open(path: string, show: ReadRoute['show']): Route {
  return get(path, { policy: anyoneMayRead, audit: nothingPersonal, show, isOpenData: true });
}

export const routes: readonly Route[] = [
  get('/open-data', { policy: anyoneMayRead, audit: nothingPersonal, show: openDataPage }),
  open('/open-referral', showDetails),
  open('/open-referral/openapi.json', showDocument),
  open('/open-referral/services', listServices),
  open('/open-referral/services/:id', showService),
  open('/open-referral/taxonomies', listTaxonomies),
  open('/open-referral/taxonomies/:id', showTaxonomy),
  open('/open-referral/taxonomy_terms', listTaxonomyTerms),
  open('/open-referral/taxonomy_terms/:id', showTaxonomyTerm),
  open('/open-referral/service_at_locations', listServiceAtLocations),
  open('/open-referral/service_at_locations/:id', showServiceAtLocation),
  open('/open-referral/organizations', listOrganizations),
  open('/open-referral/organizations/:id', showOrganization),
];
