export { idOf } from './mapping/ids.ts';
export { taxonomyId, termId } from './mapping/taxonomies.ts';
export { type Vocabulary, type VocabularyKey, vocabularies } from './mapping/taxonomy-list.ts';
export { emailAddress, plainWords, webAddress } from './mapping/values.ts';
export { jsonSchemas, type SchemaName } from './schema/answers.ts';
export type { FullService, Service } from './schema/records.ts';
