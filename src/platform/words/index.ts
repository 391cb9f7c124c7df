export { fill, plainText, type Written, type WrittenBlock, type WrittenPart } from './fill.ts';
export { writtenHtml } from './pages/written-html.ts';
export { type Reading, readingOf } from './plain-language.ts';
export { filedWordsOf } from './read-words.ts';
export { wordsRoutes } from './routes.ts';
export type { Fields, Template, TemplateField, Words } from './template.ts';
export { messageOf, wordsInForce, write } from './words-in-force.ts';
