import { get, post, type Route } from '#platform/web/route.ts';
import { keepDraft } from './actions/keep-draft.ts';
import { publishWords } from './actions/publish-words.ts';
import { checkWordsPage } from './pages/check-words.ts';
import { editWordsPage } from './pages/edit-words.ts';
import { listPage } from './pages/list.ts';
import { templatePage } from './pages/template.ts';
import { reader, writer } from './policy.ts';
import type { Template } from './template.ts';

/** The pages on which staff read and change the words of the templates that the program uses. */
export function wordsRoutes(templates: readonly Template[]): readonly Route[] {
  const one = '/practitioners/words/:template';
  const edit = editWordsPage(templates);
  const check = checkWordsPage(templates);
  return [
    get('/practitioners/words', { policy: reader, audit: 'words.read', show: listPage(templates) }),
    get(one, { policy: reader, audit: 'words.read', show: templatePage(templates) }),
    get(`${one}/edit`, { policy: writer, audit: 'words.read', show: edit }),
    post(`${one}/edit`, { policy: writer, audit: 'words.drafted', act: keepDraft(templates), again: edit }),
    get(`${one}/check`, { policy: writer, audit: 'words.read', show: check }),
    post(`${one}/check`, {
      policy: writer,
      audit: 'words.published',
      act: publishWords(templates),
      again: check,
    }),
  ];
}
