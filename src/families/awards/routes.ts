import { warnedAbout } from '#families/register/index.ts';
import { get, post } from '#platform/web/route.ts';
import { answerRaise } from './actions/answer-raise.ts';
import { changeAward, takeBackChange } from './actions/change-award.ts';
import { childOfAwardInPath } from './award-file.ts';
import { awardPage } from './pages/award-page.ts';
import { changeAwardPage } from './pages/change-award-page.ts';
import { checkChangePage } from './pages/check-change-page.ts';
import { raisePage } from './pages/raise-page.ts';
import { takeBackPage } from './pages/take-back-page.ts';
import { agreersOfRaise, changersOfAward, readersOfAward } from './policy.ts';

const one = '/practitioners/awards/:award';
const policy = changersOfAward;

export const routes = warnedAbout(childOfAwardInPath, [
  get(one, { policy: readersOfAward, audit: 'award.viewed', show: awardPage }),
  get(`${one}/:act`, { policy, audit: 'award.viewed', show: changeAwardPage }),
  get(`${one}/:act/check`, { policy, audit: 'award.viewed', show: checkChangePage }),
  post(`${one}/:act/check`, {
    policy,
    audit: 'award.change-made',
    act: changeAward,
    again: checkChangePage,
  }),
  get(`${one}/changes/:change/take-back`, { policy, audit: 'award.viewed', show: takeBackPage }),
  post(`${one}/changes/:change/take-back`, {
    policy,
    audit: 'award.change-taken-back',
    act: takeBackChange,
    again: takeBackPage,
  }),
  get(`${one}/raises/:raise`, { policy: agreersOfRaise, audit: 'award.viewed', show: raisePage }),
  post(`${one}/raises/:raise`, {
    policy: agreersOfRaise,
    audit: 'award.raise-answered',
    act: answerRaise,
    again: raisePage,
  }),
]);
