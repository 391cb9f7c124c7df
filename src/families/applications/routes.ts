import { childInPath, warnedAbout } from '#families/register/index.ts';
import { get, nothingPersonal, post, type Route } from '#platform/web/route.ts';
import { addChild } from './actions/add-child.ts';
import { answerRequest } from './actions/answer-request.ts';
import { renewApplication } from './actions/renew-application.ts';
import { saveStep } from './actions/save-step.ts';
import { sendApplication } from './actions/send-application.ts';
import { startApplication } from './actions/start-application.ts';
import { startForOther, takeDownApplication, takeDownForChild } from './actions/start-for-family.ts';
import { withdrawApplication } from './actions/withdraw-application.ts';
import { accountApplicationPage } from './pages/account-application.ts';
import { applicationSentPage } from './pages/application-sent.ts';
import { stepPage } from './pages/application-step.ts';
import { taskListPage } from './pages/application-task-list.ts';
import { applyPage } from './pages/apply.ts';
import { checkAnswersPage } from './pages/check-answers.ts';
import { forSomeoneElsePage, takeDownForChildPage, takeDownPage } from './pages/for-others.ts';
import { renewPage } from './pages/renew.ts';
import { withdrawPage } from './pages/withdraw.ts';
import { anyone, ownFamily, takesDown, takesDownForChild, whoeverFillsIn } from './policy.ts';

export const routes: readonly Route[] = [
  get('/apply', { policy: anyone, audit: nothingPersonal, show: applyPage }),
  // Who was signed out while a form was open comes back by a link to where the form was sent. So each of those
  // addresses shows its page, with what was typed.
  get('/apply/start', { policy: ownFamily, audit: 'account.read-by-family', show: applyPage }),
  post('/apply/start', {
    policy: ownFamily,
    audit: 'application.begun',
    act: startApplication,
    again: applyPage,
  }),
  get('/apply/for-someone-else', {
    policy: ownFamily,
    audit: 'account.read-by-family',
    show: forSomeoneElsePage,
  }),
  post('/apply/for-someone-else', {
    policy: ownFamily,
    audit: 'application.begun-for-family',
    act: startForOther,
    again: forSomeoneElsePage,
  }),
  get('/practitioners/apply', { policy: takesDown, audit: 'application.form-opened', show: takeDownPage }),
  post('/practitioners/apply', {
    policy: takesDown,
    audit: 'application.begun-for-family',
    act: takeDownApplication,
    again: takeDownPage,
  }),
  ...warnedAbout(childInPath, [
    get('/practitioners/children/:child/apply', {
      policy: takesDownForChild,
      audit: 'child.viewed',
      show: takeDownForChildPage,
    }),
    post('/practitioners/children/:child/apply', {
      policy: takesDownForChild,
      audit: 'application.begun-for-family',
      act: takeDownForChild,
      again: takeDownForChildPage,
    }),
  ]),
  get('/apply/:application', {
    policy: whoeverFillsIn,
    audit: 'application.read-by-family',
    show: taskListPage,
  }),
  get('/apply/:application/check', {
    policy: whoeverFillsIn,
    audit: 'application.read-by-family',
    show: checkAnswersPage,
  }),
  get('/apply/:application/sent', {
    policy: whoeverFillsIn,
    audit: 'application.read-by-family',
    show: applicationSentPage,
  }),
  get('/apply/:application/send', {
    policy: whoeverFillsIn,
    audit: 'application.read-by-family',
    show: checkAnswersPage,
  }),
  post('/apply/:application/send', {
    policy: whoeverFillsIn,
    audit: 'application.sent',
    act: sendApplication,
    again: checkAnswersPage,
  }),
  get('/apply/:application/withdraw', {
    policy: whoeverFillsIn,
    audit: 'application.read-by-family',
    show: withdrawPage,
  }),
  post('/apply/:application/withdraw', {
    policy: whoeverFillsIn,
    audit: 'application.withdrawn',
    act: withdrawApplication,
    again: withdrawPage,
  }),
  get('/apply/:application/renew', {
    policy: whoeverFillsIn,
    audit: 'application.read-by-family',
    show: renewPage,
  }),
  post('/apply/:application/renew', {
    policy: whoeverFillsIn,
    audit: 'application.renewed',
    act: renewApplication,
    again: renewPage,
  }),
  get('/apply/:application/add-child', {
    policy: whoeverFillsIn,
    audit: 'application.read-by-family',
    show: checkAnswersPage,
  }),
  post('/apply/:application/add-child', {
    policy: whoeverFillsIn,
    audit: 'application.begun',
    act: addChild,
    again: checkAnswersPage,
  }),
  get('/apply/:application/:step', {
    policy: whoeverFillsIn,
    audit: 'application.read-by-family',
    show: stepPage,
  }),
  post('/apply/:application/:step', {
    policy: whoeverFillsIn,
    audit: 'application.answers-saved',
    act: saveStep,
    again: stepPage,
    takesFiles: true,
  }),
  get('/account/applications/:application', {
    policy: ownFamily,
    audit: 'application.read-by-family',
    show: accountApplicationPage,
  }),
  get('/account/applications/:application/answer', {
    policy: ownFamily,
    audit: 'application.read-by-family',
    show: accountApplicationPage,
  }),
  post('/account/applications/:application/answer', {
    policy: ownFamily,
    audit: 'application.request-answered',
    act: answerRequest,
    again: accountApplicationPage,
    takesFiles: true,
  }),
];
