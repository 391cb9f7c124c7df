import { signedInFamily } from '#platform/people/index.ts';
import { get, nothingPersonal, post, type Route } from '#platform/web/route.ts';
import { forgetDescription, keepDescription } from './actions/keep-description.ts';
import { vocabularyPath } from './domain/vocabulary.ts';
import { describeYourChildPage } from './pages/describe-your-child.ts';
import { fromAccountPage, fromChildPage } from './pages/from-account.ts';
import { vocabularyData, vocabularyPage } from './pages/vocabulary.ts';
import { anyoneMayDescribe } from './policy.ts';

const open = { policy: anyoneMayDescribe, audit: nothingPersonal };
const describe = '/describe-your-child';

export const routes: readonly Route[] = [
  get(vocabularyPath, { ...open, show: vocabularyPage }),
  get(`${vocabularyPath}.jsonld`, { ...open, show: vocabularyData, isOpenData: true }),
  get(describe, { ...open, show: describeYourChildPage }),
  post(describe, { ...open, act: keepDescription, again: describeYourChildPage }),
  post(`${describe}/forget`, { ...open, act: forgetDescription, again: describeYourChildPage }),
  get(`${describe}/from-account`, {
    policy: signedInFamily,
    audit: 'children.listed-for-search',
    show: fromAccountPage,
  }),
  get(`${describe}/from-account/:child`, {
    policy: signedInFamily,
    audit: 'child.needs-read-for-search',
    show: fromChildPage,
  }),
];
