import { get, nothingPersonal, post, type Route } from '#platform/web/route.ts';
import { answerRequest } from './actions/answer-request.ts';
import { saveStep } from './actions/save-step.ts';
import { sendApplication } from './actions/send-application.ts';
import { startApplication } from './actions/start-application.ts';
import { withdrawApplication } from './actions/withdraw-application.ts';
import { accountPage } from './pages/account.ts';
import { accountApplicationPage } from './pages/account-application.ts';
import { applicationSentPage } from './pages/application-sent.ts';
import { stepPage } from './pages/application-step.ts';
import { taskListPage } from './pages/application-task-list.ts';
import { applyPage } from './pages/apply.ts';
import { checkAnswersPage } from './pages/check-answers.ts';
import { withdrawPage } from './pages/withdraw.ts';
import { anyone, ownAccount, ownFamily } from './policy.ts';

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
  get('/apply/:application', { policy: ownFamily, audit: 'application.read-by-family', show: taskListPage }),
  get('/apply/:application/check', {
    policy: ownFamily,
    audit: 'application.read-by-family',
    show: checkAnswersPage,
  }),
  get('/apply/:application/sent', {
    policy: ownFamily,
    audit: 'application.read-by-family',
    show: applicationSentPage,
  }),
  get('/apply/:application/send', {
    policy: ownFamily,
    audit: 'application.read-by-family',
    show: checkAnswersPage,
  }),
  post('/apply/:application/send', {
    policy: ownFamily,
    audit: 'application.sent',
    act: sendApplication,
    again: checkAnswersPage,
  }),
  get('/apply/:application/withdraw', {
    policy: ownFamily,
    audit: 'application.read-by-family',
    show: withdrawPage,
  }),
  post('/apply/:application/withdraw', {
    policy: ownFamily,
    audit: 'application.withdrawn',
    act: withdrawApplication,
    again: withdrawPage,
  }),
  get('/apply/:application/:step', {
    policy: ownFamily,
    audit: 'application.read-by-family',
    show: stepPage,
  }),
  post('/apply/:application/:step', {
    policy: ownFamily,
    audit: 'application.answers-saved',
    act: saveStep,
    again: stepPage,
    takesFiles: true,
  }),
  get('/account', { policy: ownAccount, audit: 'account.read-by-family', show: accountPage }),
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
