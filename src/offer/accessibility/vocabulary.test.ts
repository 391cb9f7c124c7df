import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { Database } from '#platform/database/index.ts';
import { testDatabase } from '../../../test/database.ts';
import { testSite } from '../../../test/site.ts';
import { wantsData } from './domain/accepts.ts';
import { featureNames } from './domain/features.ts';
import { skosOf, vocabulary } from './domain/vocabulary.ts';
import { routes } from './routes.ts';

const base = 'https://breaks.example.org/vocabulary/accessibility';
const { '@graph': graph, '@context': context } = skosOf(base);
const byId = new Map(graph.map((node) => [String(node['@id']), node]));
const concepts = graph.filter((node) => node['@type'] === 'Concept');
const all = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

describe('the integrity conditions of SKOS', () => {
  test('each node has an address of its own', () => assert.equal(byId.size, graph.length));

  test('there is one scheme, and every concept is in it', () => {
    assert.equal(graph.filter((node) => node['@type'] === 'ConceptScheme').length, 1);
    assert.ok(concepts.length > featureNames.length);
    for (const concept of concepts) assert.equal(concept.inScheme, base);
  });

  test('every concept has one label and one definition, and no label names two concepts', () => {
    const labels = concepts.map(({ prefLabel }) => prefLabel);
    for (const concept of concepts) {
      assert.equal(typeof concept.prefLabel, 'string');
      assert.match(String(concept.definition), /^[A-Z].*\.$/, String(concept['@id']));
    }
    assert.equal(new Set(labels).size, labels.length);
  });

  test('a label that is preferred is not an other label as well (S13)', () => {
    for (const { prefLabel, altLabel } of concepts) assert.ok(!all(altLabel).includes(String(prefLabel)));
  });

  test('what is broader of one has it as narrower, and nothing is broader than itself in a ring', () => {
    for (const concept of concepts) {
      const id = String(concept['@id']);
      for (const broader of all(concept.broader))
        assert.ok(all(byId.get(broader)?.narrower).includes(id), id);
      for (const narrower of all(concept.narrower))
        assert.ok(all(byId.get(narrower)?.broader).includes(id), id);
      const seen = new Set([id]);
      for (let at = all(concept.broader)[0]; at !== undefined; at = all(byId.get(at)?.broader)[0]) {
        assert.ok(!seen.has(at), `${id} is in a ring`);
        seen.add(at);
      }
    }
  });

  test('what stands on top has nothing broader, and all others hang under it', () => {
    const tops = all(byId.get(base)?.hasTopConcept);
    for (const concept of concepts) {
      const isTop = tops.includes(String(concept['@id']));
      assert.equal(concept.topConceptOf === base, isTop);
      assert.equal(all(concept.broader).length, isTop ? 0 : 1);
    }
  });

  test('mappings lead out of the scheme, and none is close and related at once (S46)', () => {
    const mapped = concepts.filter(({ closeMatch, relatedMatch }) => closeMatch ?? relatedMatch);
    assert.ok(mapped.length > 5);
    for (const { closeMatch, relatedMatch } of mapped)
      for (const to of [...all(closeMatch), ...all(relatedMatch)]) {
        assert.match(to, /^https:\/\/openactive\.io\/accessibility-support#[0-9a-f-]{36}$/);
        assert.ok(!(all(closeMatch).includes(to) && all(relatedMatch).includes(to)));
      }
  });

  test('every property that a node has stands in the context', () => {
    for (const node of graph)
      for (const key of Object.keys(node)) assert.ok(key.startsWith('@') || Object.hasOwn(context, key), key);
  });

  test('every feature is a concept by its own name, with a version and a licence on the whole', () => {
    assert.deepEqual(
      concepts.flatMap(({ notation }) => all(notation)),
      [...featureNames],
    );
    assert.match(vocabulary.version, /^\d+\.\d+$/);
    assert.match(vocabulary.license, /^https:\/\/creativecommons\.org\//);
  });
});

describe('the vocabulary at its address', () => {
  let database: Database;
  let site: FastifyInstance;
  before(async () => {
    database = await testDatabase();
    site = await testSite({ database, routes, origin: 'https://breaks.example.org' });
  });
  after(async () => {
    await site.close();
    await database.close();
  });
  const ask = (url: string, accept: string) => site.inject({ url, headers: { accept } });

  test('answers with data, which any site may read, at its own address and for who asks for data', async () => {
    const file = await ask('/vocabulary/accessibility.jsonld', '*/*');
    assert.equal(file.statusCode, 200);
    assert.equal(file.headers['access-control-allow-origin'], '*');
    assert.match(String(file.headers['content-type']), /^application\/ld\+json/);
    assert.deepEqual(file.json(), JSON.parse(JSON.stringify(skosOf(base))));
    const asked = await ask('/vocabulary/accessibility', 'application/ld+json');
    assert.equal(asked.body, file.body);
    assert.match(String(asked.headers.vary), /accept\b/i);
    const again = await site.inject({
      url: '/vocabulary/accessibility.jsonld',
      headers: { 'if-none-match': String(file.headers.etag) },
    });
    assert.equal(again.statusCode, 304);
  });

  test('answers with a page for people, on which every address of the data resolves', async () => {
    const shown = await ask('/vocabulary/accessibility', 'text/html,application/xhtml+xml,*/*;q=0.8');
    assert.match(String(shown.headers['content-type']), /^text\/html/);
    for (const concept of concepts) {
      const fragment = String(concept['@id']).split('#')[1] ?? '';
      assert.equal([...shown.body.matchAll(new RegExp(` id="${fragment}"`, 'g'))].length, 1, fragment);
      assert.ok(shown.body.includes(String(concept.definition)), fragment);
    }
  });
});

test('who asks for data gets it, and who asks for a page or for nothing gets a page', () => {
  for (const accept of [
    'application/ld+json',
    'application/json',
    'text/html;q=0.5, application/ld+json',
    'application/ld+json;profile="x", */*;q=0.1',
  ])
    assert.equal(wantsData(accept), true, accept);
  for (const accept of [
    '',
    '*/*',
    'text/html',
    'text/html, application/ld+json',
    'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    'application/ld+json;q=0',
    'application/ld+json;q=x',
    ';;;,,,',
  ])
    assert.equal(wantsData(accept), false, accept);
});
