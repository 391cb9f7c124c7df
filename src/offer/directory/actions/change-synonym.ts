import { z } from 'zod';
import { type Refusal, refusal } from '#kernel/refusal.ts';
import { choice, parseForm, words } from '#platform/web/form.ts';
import { redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { alsoCalled, isSmallWord, searchWords } from '../domain/words.ts';
import { insertSynonym, synonymsOf } from '../store/synonyms.ts';

/** So many meanings tell a search apart from one for everything. */
const MOST_MEANINGS = 8;

/** What may be done with a word: give it meanings, take all away, or go back to what the program begins with. */
export const synonymSteps = ['save', 'take-away', 'put-back'] as const;

const form = z.object({
  word: words({ name: 'The word', missing: 'Write the word that families use', max: 40 }),
  means: words({ name: 'What it means', max: 200 }),
  step: choice(synonymSteps, 'Choose what to do with the word'),
});

/** What of this cannot be taken: several words in one, a word that no search looks at, no meanings, or too many. */
function faultsOf(given: {
  readonly word: string;
  readonly typed: readonly string[];
  readonly means: readonly string[];
  readonly step: (typeof synonymSteps)[number];
}): readonly Refusal[] {
  const { word, typed, means, step } = given;
  const first = (sentence: string) => [refusal('synonym-word', sentence, 'word')];
  if (typed.length !== 1)
    return first('Write one word. A search is read word by word, so two words never mean one thing');
  if (isSmallWord(word)) return first(`A search passes over “${word}”, so it cannot mean anything`);
  if (step === 'save' && means.length === 0)
    return [refusal('synonym-means', 'Write at least one word that it means', 'means')];
  if (step === 'save' && means.length > MOST_MEANINGS)
    return [
      refusal(
        'synonym-means',
        `Write ${MOST_MEANINGS} words at most: more would find nearly everything`,
        'means',
      ),
    ];
  if (step === 'put-back' && !alsoCalled.has(word))
    return first(`There is nothing to put back: no council begins with “${word}”`);
  return [];
}

/** Changes what a word means in a search of this council's directory. What it meant before is kept. */
export async function changeSynonym(visit: Visit) {
  const read = parseForm(form, visit.form);
  if (!read.ok) return wrong(...read.refusals);
  const { step } = read.value;
  const typed = searchWords(read.value.word);
  const word = typed[0] ?? '';
  const means =
    step === 'save' ? searchWords(read.value.means).filter((one) => one !== word && !isSmallWord(one)) : [];
  const faults = faultsOf({ word, typed, means, step });
  if (faults.length > 0) return wrong(...faults);
  const by = signedIn(visit);
  const authorityId = visit.authority.id;
  const before = (await synonymsOf(visit.transaction, authorityId)).get(word);
  const isSame = step === 'put-back' ? before === undefined : before?.join(' ') === means.join(' ');
  if (!isSame)
    await insertSynonym(visit.transaction, {
      authorityId,
      word,
      means,
      isPutBack: step === 'put-back',
      at: visit.clock.now(),
      by,
    });
  visit.concerns('search-word', word, { means: [...means], step });
  return redirect(`/practitioners/listings/synonyms?changed=${encodeURIComponent(word)}`);
}
