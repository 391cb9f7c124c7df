import { syllable } from 'syllable';
import { gapsIn } from './fill.ts';

/** How easily a text reads. */
export type Reading = {
  readonly words: number;
  readonly sentences: number;
  /** The age at which most people read it with ease, in whole years; at least 5. */
  readonly age: number;
  /** Sentences of more than twenty words, longest first. */
  readonly long: readonly string[];
};

/** The age that families' pages and letters aim at. */
export const aimedAge = 9;

/** The most words that a sentence should have, as GOV.UK's guide to content advises. */
const mostWords = 25;

/**
 * Reads a text as a school-age reader would: the Flesch-Kincaid grade (Kincaid and others, 1975: 0.39 words a
 * sentence + 11.8 syllables a word − 15.59), plus five years. Gaps count as one short word. It is a guide for who
 * writes, and decides nothing.
 */
export function readingOf(text: string): Reading {
  const plain = gapsIn(text).reduce((rest, name) => rest.replace(`{${name}}`, 'Sam'), text);
  const sentences = sentencesOf(plain);
  const words = sentences.flatMap(wordsOf);
  if (words.length === 0) return { words: 0, sentences: 0, age: 5, long: [] };
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
  return {
    words: words.length,
    sentences: sentences.length,
    age: Math.max(5, Math.round(grade + 5)),
    long: sentences
      .filter((sentence) => wordsOf(sentence).length > mostWords)
      .toSorted((one, other) => wordsOf(other).length - wordsOf(one).length),
  };
}

function sentencesOf(text: string): readonly string[] {
  return text
    .replace(/^(?:##|-) +/gm, '')
    .split(/(?<=[.!?:])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsOf(sentence).length > 0);
}

function wordsOf(sentence: string): readonly string[] {
  return sentence.match(/[\p{L}\d]+(?:[’'-][\p{L}\d]+)*/gu) ?? [];
}

/** A word that has a plainer one. */
export type HardWord = { readonly word: string; readonly say: string };

/** The hard words in a text, each once, with what to say instead. */
export function hardWordsIn(text: string, list: readonly HardWord[]): readonly HardWord[] {
  const lower = ` ${text.toLowerCase().replace(/[^\p{L}’' -]+/gu, ' ')} `;
  return list.filter(({ word }) => lower.includes(` ${word.toLowerCase()} `));
}
