export { councilFields, councilFieldsOfLetter, fieldsOfCouncil, usualFields } from './fields-of-council.ts';
export { faultsOf, fill, plainText, type Written, type WrittenBlock, type WrittenPart } from './fill.ts';
export { writtenHtml } from './pages/written-html.ts';
export { aimedAge, hardWordsIn, type Reading, readingOf } from './plain-language.ts';
export { filedWordsOf } from './read-words.ts';
export { wordsRoutes } from './routes.ts';
export {
  type Fields,
  inGroup,
  sampleFields,
  type Template,
  type TemplateField,
  type Words,
} from './template.ts';
export { messageOf, type Writer, wordsInForce, write } from './words-in-force.ts';
