import { childInPath, warnedAbout } from '#families/register/index.ts';
import { get, post, type Route } from '#platform/web/route.ts';
import { mergePair, settlePair, takeMergeBack } from './actions/settle-pair.ts';
import { mergePage } from './pages/merge-page.ts';
import { mergedPage } from './pages/merged-page.ts';
import { pairPage } from './pages/pair-page.ts';
import { pairsPage } from './pages/pairs-page.ts';
import { keepersOfBoth, keepersOfChild, lookers } from './policy.ts';

const pair = '/practitioners/duplicates/:one/:other';
const merged = '/practitioners/children/:child/merged';

export const routes: readonly Route[] = [
  get('/practitioners/duplicates', { policy: lookers, audit: 'duplicates.listed', show: pairsPage }),
  get(pair, { policy: keepersOfBoth, audit: 'duplicates.compared', show: pairPage }),
  post(pair, { policy: keepersOfBoth, audit: 'duplicates.settled', act: settlePair, again: pairPage }),
  get(`${pair}/merge`, { policy: keepersOfBoth, audit: 'duplicates.compared', show: mergePage }),
  post(`${pair}/merge`, { policy: keepersOfBoth, audit: 'child.merged', act: mergePair, again: mergePage }),
  ...warnedAbout(childInPath, [
    get(merged, { policy: keepersOfChild, audit: 'child.viewed', show: mergedPage }),
    post(merged, {
      policy: keepersOfChild,
      audit: 'child.merge-taken-back',
      act: takeMergeBack,
      again: mergedPage,
    }),
  ]),
];
