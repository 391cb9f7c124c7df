import { hash } from 'node:crypto';
import { type OpenAnswer, openAnswer, type Visit } from '#platform/web/visit.ts';
import { licence, openApiDocument, profile } from '../schema/document.ts';
import { endpoints } from './endpoints.ts';
import { wrongParameters } from './problems.ts';
import { readGiven } from './read-given.ts';

function whole(body: string): OpenAnswer {
  const etag = hash('sha256', body, 'hex').slice(0, 24);
  return openAnswer({ mediaType: 'application/json; charset=utf-8', body, etag });
}

/** `/` */
export function showDetails(visit: Visit): OpenAnswer {
  const read = readGiven(visit.query, endpoints.details);
  if (!read.ok) return wrongParameters(visit, read.errors);
  return whole(
    JSON.stringify({
      version: 'HSDS-UK-3.0',
      profile,
      openapi_url: `${visit.origin}/open-referral/openapi.json`,
      publisher: visit.authority.name,
      license: licence.url,
      documentation: `${visit.origin}/open-data`,
    }),
  );
}

/** `/openapi.json` */
export function showDocument({ authority, origin }: Visit): OpenAnswer {
  const { name: publisher, contact } = authority;
  return whole(JSON.stringify(openApiDocument({ origin, publisher, email: contact.email })));
}
