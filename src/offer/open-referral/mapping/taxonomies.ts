import type { Attribute, FullTaxonomy, TaxonomyTerm } from '../schema/records.ts';
import { idOf } from './ids.ts';
import { type Vocabulary, type VocabularyKey, vocabularies } from './taxonomy-list.ts';
import { saying } from './values.ts';

/** Counts up when a term is added, worded anew or taken away. */
const version = '1.0';

/** The identifier of a taxonomy: the same at every council that runs this program. */
export function taxonomyId(key: VocabularyKey): string {
  return idOf('taxonomy', key);
}

const termIds = new Map<string, string>(
  vocabularies.flatMap(({ key, entries }) =>
    entries.map((entry): [string, string] => [`${key} ${entry.key}`, idOf('term', key, entry.key)]),
  ),
);

/** The identifier of a term: the same at every council that runs this program. Throws for a term that is not listed. */
export function termId(vocabulary: VocabularyKey, key: string): string {
  const id = termIds.get(`${vocabulary} ${key}`);
  if (id === undefined) throw new Error(`${vocabulary} has no term ${key}`);
  return id;
}

const taxonomyOfTerm = new Map<string, string>(
  vocabularies.flatMap(({ key, entries }) =>
    entries.map((entry): [string, string] => [idOf('term', key, entry.key), taxonomyId(key)]),
  ),
);

/** Which taxonomy a term belongs to; undefined where there is no such term. */
export function taxonomyOf(term: string): string | undefined {
  return taxonomyOfTerm.get(term);
}

/** Every taxonomy as it is told at one address, and every term by its identifier. */
export type Taxonomies = {
  readonly all: readonly FullTaxonomy[];
  readonly terms: ReadonlyMap<string, TaxonomyTerm>;
};

function uriOf(vocabulary: Vocabulary, id: string, origin: string): string {
  return `${origin}${vocabulary.path ?? `/open-referral/taxonomies/${id}`}`;
}

function told(vocabulary: Vocabulary & { readonly key: VocabularyKey }, origin: string): FullTaxonomy {
  const { key, name, description, entries, path } = vocabulary;
  const id = taxonomyId(key);
  const uri = uriOf(vocabulary, id, origin);
  const terms = entries.map((entry) => {
    const ownId = termId(key, entry.key);
    return saying<TaxonomyTerm>({
      id: ownId,
      name: entry.name,
      description: entry.description,
      parent_id: entry.parent === undefined ? null : termId(key, entry.parent),
      taxonomy: uri,
      taxonomy_id: id,
      term_uri:
        path === undefined ? `${origin}/open-referral/taxonomy_terms/${ownId}` : `${uri}#${entry.key}`,
    });
  });
  return { id, name, description, uri, version, taxonomy_terms: terms };
}

const toldAt = new Map<string, Taxonomies>();

/** Every taxonomy as it is told at an address. There are as many addresses as councils, so each is worked out once. */
export function taxonomiesAt(origin: string): Taxonomies {
  const known = toldAt.get(origin);
  if (known !== undefined) return known;
  const all = vocabularies.map((vocabulary) => told(vocabulary, origin));
  const terms = new Map(all.flatMap(({ taxonomy_terms }) => taxonomy_terms.map((term) => [term.id, term])));
  const made = { all, terms };
  // A host name that somebody made up must not fill the memory.
  if (toldAt.size < 100) toldAt.set(origin, made);
  return made;
}

const linkTypes = new Map<string, string>(vocabularies.map(({ key, linkType }) => [key, linkType]));

/** Says of a record that a term holds for it. */
export function attributeOf(given: {
  readonly of: string;
  readonly vocabulary: VocabularyKey;
  readonly key: string;
  readonly origin: string;
}): Attribute {
  const { of, vocabulary, key, origin } = given;
  const id = termId(vocabulary, key);
  const term = taxonomiesAt(origin).terms.get(id);
  const linkType = linkTypes.get(vocabulary);
  if (term === undefined || linkType === undefined) throw new Error(`${vocabulary} ${key} is not listed`);
  return {
    id: idOf('attribute', of, id),
    link_id: of,
    taxonomy_term_id: id,
    link_type: linkType,
    taxonomy_term: term,
  };
}
