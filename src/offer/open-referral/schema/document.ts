import { z } from 'zod';
import { type Endpoint, endpoints } from '../api/endpoints.ts';
import { type ParameterName, parameters } from '../api/parameters.ts';
import { jsonSchemas } from './answers.ts';

/** The licence of everything that leaves here. */
export const licence = {
  name: 'Open Government Licence v3.0',
  url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
};

/** The standard's own page for the profile that this interface keeps to. */
export const profile = 'https://docs.openreferraluk.org/en/latest/';

const base = '#/components/schemas/';

function parameterObject(name: ParameterName) {
  const { description, schema } = parameters[name];
  const { $schema: _dialect, ...told } = z.toJSONSchema(schema);
  return { name, in: 'query', required: false, description, schema: told };
}

const wrongAnswer = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: `${base}Problem` } } },
});

/** What an address answers: organizations by their identifier in either of two shapes, the rest in one. */
function schemaOf({ path, answers }: Endpoint) {
  const names = path === '/organizations/{id}' ? [answers, 'OrganizationWithFullServices'] : [answers];
  const refs = names.map((name) => ({ $ref: `${base}${name}` }));
  return refs.length === 1 ? refs[0] : { anyOf: refs };
}

function pathObject(endpoint: Endpoint) {
  const { path, operationId, summary, parameters: own, isOne } = endpoint;
  const json = { 'application/json': { schema: schemaOf(endpoint) } };
  const lines = own.includes('format') ? { 'application/x-ndjson': { schema: { type: 'string' } } } : {};
  const id = {
    name: 'id',
    in: 'path',
    required: true,
    description: 'The identifier of the record.',
    schema: { type: 'string', format: 'uuid' },
  };
  const get = {
    operationId,
    summary,
    ...(own.length === 0
      ? {}
      : { parameters: own.map((name) => ({ $ref: `#/components/parameters/${name}` })) }),
    responses: {
      200: { description: summary, content: { ...json, ...lines } },
      304: { description: 'What you have is still what would be sent.' },
      ...(path === '/'
        ? {}
        : { 400: wrongAnswer('A parameter is wrong; the answer names it and the mend.') }),
      ...(isOne ? { 404: wrongAnswer('There is no record with this identifier.') } : {}),
    },
  };
  return isOne ? { parameters: [id], get } : { get };
}

/** The OpenAPI 3.1 document, made from the schemas and the table of parameters that the answers are made with. */
export function openApiDocument(served: {
  readonly origin: string;
  readonly publisher: string;
  readonly email: string;
}) {
  const names = Object.keys(parameters) as ParameterName[];
  return {
    openapi: '3.1.0',
    info: {
      title: `Short breaks of ${served.publisher}: Open Referral UK`,
      version: '3.0',
      summary: 'The directory of short breaks as open data, by Open Referral UK 3.0.',
      description:
        'Everything here may be used by anybody, without asking and without a key. Nothing is empty and nothing is null: what is not known is left out.',
      contact: { name: served.publisher, url: `${served.origin}/open-data`, email: served.email },
      license: licence,
    },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    servers: [{ url: `${served.origin}/open-referral` }],
    paths: Object.fromEntries(Object.values(endpoints).map((one) => [one.path, pathObject(one)])),
    components: {
      schemas: jsonSchemas(base),
      parameters: Object.fromEntries(names.map((name) => [name, parameterObject(name)])),
    },
  };
}
