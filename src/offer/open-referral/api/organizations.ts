import type { OpenAnswer, Visit } from '#platform/web/visit.ts';
import type { Around } from '../mapping/around.ts';
import { organizationOf } from '../mapping/organization.ts';
import { fullServiceOf, serviceFactsOf } from '../mapping/service.ts';
import { idIn, listAnswer, oneAnswer } from './answers.ts';
import { endpoints } from './endpoints.ts';
import { type Feed, feedOf, type Giver, listChangedAt, tagOf } from './feed.ts';
import { noSuchRecord, wrongParameters } from './problems.ts';
import { readGiven } from './read-given.ts';
import { hasWords, searchable } from './search-words.ts';

function aroundOf({ authority, origin }: Visit, { today }: Feed): Around {
  return { authority, origin, today };
}

/** An organization with its services: what each says of itself alone, or everything. */
function withServices({ provider, services }: Giver, around: Around, isFull: boolean): object {
  const told = services.map((offered) => {
    if (!isFull) return serviceFactsOf(offered, around);
    const { organization: _organization, ...service } = fullServiceOf(offered, around);
    return service;
  });
  return { ...organizationOf(provider, around), services: told };
}

/** `/organizations` */
export async function listOrganizations(visit: Visit): Promise<OpenAnswer> {
  const read = readGiven(visit.query, endpoints.organizations);
  if (!read.ok) return wrongParameters(visit, read.errors);
  const { search, full, full_service: isFullService, ...given } = read.value;
  const feed = await feedOf(visit);
  const around = aroundOf(visit, feed);
  const items = [...feed.givers.values()].filter(
    ({ provider }) => search === null || hasWords(searchable(provider.name, provider.about), search),
  );
  const tell = (giver: Giver): object => {
    if (isFullService === true) return withServices(giver, around, true);
    return full === true ? withServices(giver, around, false) : organizationOf(giver.provider, around);
  };
  return listAnswer(given, { items, tell, etag: tagOf(visit, feed), lastModified: listChangedAt(feed) });
}

/** `/organizations/{id}` */
export async function showOrganization(visit: Visit): Promise<OpenAnswer> {
  const read = readGiven(visit.query, endpoints.organization);
  if (!read.ok) return wrongParameters(visit, read.errors);
  const feed = await feedOf(visit);
  const giver = feed.givers.get(idIn(visit));
  if (giver === undefined) return noSuchRecord(visit, '/organizations');
  const told = withServices(giver, aroundOf(visit, feed), read.value.full_service === true);
  return oneAnswer(told, { etag: tagOf(visit, feed), lastModified: listChangedAt(feed) });
}
