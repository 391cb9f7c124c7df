import { hash } from 'node:crypto';
import type { OpenAnswer, Visit } from '#platform/web/visit.ts';
import { taxonomiesAt } from '../mapping/taxonomies.ts';
import type { FullTaxonomy, TaxonomyTerm } from '../schema/records.ts';
import { idIn, listAnswer, oneAnswer } from './answers.ts';
import { endpoints } from './endpoints.ts';
import { noSuchRecord, wrongParameters } from './problems.ts';
import { readGiven } from './read-given.ts';
import { hasWords, searchable } from './search-words.ts';

/** Vocabularies change with the program alone: they were last made when it came to be, on this day. */
const made = Temporal.Instant.from('2026-11-22T00:00:00Z');

function knownBy({ origin, path, query }: Visit) {
  const all = [taxonomiesAt(origin).all, path, [...query].map((one) => one.join('=')).toSorted()];
  return { etag: hash('sha256', JSON.stringify(all), 'hex').slice(0, 24), lastModified: made };
}

function found<Record extends { readonly name: string; readonly description: string }>(
  all: readonly Record[],
  search: readonly string[] | null,
): readonly Record[] {
  if (search === null) return all;
  return all.filter(({ name, description }) => hasWords(searchable(name, description), search));
}

const asItIs = <Told extends FullTaxonomy | TaxonomyTerm>(told: Told) => told;

/** `/taxonomies` */
export function listTaxonomies(visit: Visit): OpenAnswer {
  const read = readGiven(visit.query, endpoints.taxonomies);
  if (!read.ok) return wrongParameters(visit, read.errors);
  const items = found(taxonomiesAt(visit.origin).all, read.value.search);
  return listAnswer(read.value, { items, tell: asItIs, ...knownBy(visit) });
}

/** `/taxonomies/{id}` */
export function showTaxonomy(visit: Visit): OpenAnswer {
  const read = readGiven(visit.query, endpoints.taxonomy);
  if (!read.ok) return wrongParameters(visit, read.errors);
  const taxonomy = taxonomiesAt(visit.origin).all.find(({ id }) => id === idIn(visit));
  return taxonomy === undefined ? noSuchRecord(visit, '/taxonomies') : oneAnswer(taxonomy, knownBy(visit));
}

/** `/taxonomy_terms` */
export function listTaxonomyTerms(visit: Visit): OpenAnswer {
  const read = readGiven(visit.query, endpoints.taxonomyTerms);
  if (!read.ok) return wrongParameters(visit, read.errors);
  const { search, taxonomy_id: taxonomy, parent_id: parent, top_only: isTopOnly } = read.value;
  const items = found([...taxonomiesAt(visit.origin).terms.values()], search).filter(
    (term) =>
      (taxonomy === null || term.taxonomy_id === taxonomy) &&
      (parent === null || term.parent_id === parent) &&
      (isTopOnly !== true || term.parent_id === undefined),
  );
  return listAnswer(read.value, { items, tell: asItIs, ...knownBy(visit) });
}

/** `/taxonomy_terms/{id}` */
export function showTaxonomyTerm(visit: Visit): OpenAnswer {
  const read = readGiven(visit.query, endpoints.taxonomyTerm);
  if (!read.ok) return wrongParameters(visit, read.errors);
  const term = taxonomiesAt(visit.origin).terms.get(idIn(visit));
  return term === undefined ? noSuchRecord(visit, '/taxonomy_terms') : oneAnswer(term, knownBy(visit));
}
