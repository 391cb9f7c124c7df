import { warnedAbout } from '#families/register/index.ts';
import { signedInFamily } from '#platform/people/index.ts';
import { get, post } from '#platform/web/route.ts';
import { askForMore } from './actions/ask-for-more.ts';
import { assignCase } from './actions/assign-case.ts';
import { correctFact } from './actions/correct-fact.ts';
import { decideQueueByRule, releaseWaitingList } from './actions/decide-all.ts';
import { declareInterest } from './actions/declare-interest.ts';
import { proposeDecision } from './actions/propose-decision.ts';
import { takeDecision } from './actions/take-decision.ts';
import { takeBackInterest } from './actions/withdraw-interest.ts';
import { evidenceFile } from './evidence-file.ts';
import { letterOfApplication } from './letter-of-application.ts';
import { childOfCase } from './may-see.ts';
import { askPage } from './pages/ask-page.ts';
import { assignPage } from './pages/assign-page.ts';
import { casePage } from './pages/case-page.ts';
import { checkPage } from './pages/check-page.ts';
import { correctPage } from './pages/correct-page.ts';
import { decideAllPage, releasePage } from './pages/decide-all-page.ts';
import { decidePage } from './pages/decide-page.ts';
import { decisionPage } from './pages/decision-page.ts';
import { interestsPage } from './pages/interests-page.ts';
import { awardLetterPage, decisionLetterPage } from './pages/letter-page.ts';
import { nobodyMaySeePage } from './pages/nobody-may-see-page.ts';
import { queuePage } from './pages/queue-page.ts';
import { runPage } from './pages/run-page.ts';
import { waitingListPage } from './pages/waiting-list-page.ts';
import {
  caseWorker,
  managerOfApplication,
  officerOfApplication,
  officerOfDecision,
  readerOfAward,
  readerOfDecision,
  teamManager,
} from './policy.ts';

const one = '/practitioners/applications/:application';
const policy = officerOfApplication;

export const routes = warnedAbout(childOfCase, [
  get('/practitioners/applications', { policy: caseWorker, audit: 'queue.viewed', show: queuePage }),
  get('/practitioners/decide-all', { policy: caseWorker, audit: 'rule-list.viewed', show: decideAllPage }),
  post('/practitioners/decide-all', {
    policy: caseWorker,
    audit: 'applications.decided-together',
    act: decideQueueByRule,
    again: decideAllPage,
  }),
  get('/practitioners/decided-together/:run', {
    policy: caseWorker,
    audit: 'decisions.viewed-together',
    show: runPage,
  }),
  get('/practitioners/waiting-list', {
    policy: caseWorker,
    audit: 'waiting-list.viewed',
    show: waitingListPage,
  }),
  get('/practitioners/waiting-list/release', {
    policy: caseWorker,
    audit: 'rule-list.viewed',
    show: releasePage,
  }),
  post('/practitioners/waiting-list/release', {
    policy: caseWorker,
    audit: 'waiting-list.released',
    act: releaseWaitingList,
    again: releasePage,
  }),
  get(one, { policy, audit: 'application.viewed', show: casePage }),
  get(`${one}/files/:file`, { policy, audit: 'evidence.opened', show: evidenceFile }),
  get(`${one}/decide`, { policy, audit: 'application.viewed', show: decidePage }),
  post(`${one}/decide`, { policy, audit: 'decision.proposed', act: proposeDecision, again: decidePage }),
  get(`${one}/decide/check`, { policy, audit: 'application.viewed', show: checkPage }),
  post(`${one}/decide/check`, { policy, audit: 'application.decided', act: takeDecision, again: checkPage }),
  get(`${one}/ask`, { policy, audit: 'application.viewed', show: askPage }),
  post(`${one}/ask`, { policy, audit: 'application.more-asked', act: askForMore, again: askPage }),
  post(`${one}/know-family`, {
    policy,
    audit: 'interest.declared',
    act: declareInterest,
    again: casePage,
  }),
  get(`${one}/correct`, { policy, audit: 'application.viewed', show: correctPage }),
  post(`${one}/correct`, { policy, audit: 'evidence.corrected', act: correctFact, again: correctPage }),
  get('/practitioners/cases-nobody-may-see', {
    policy: teamManager,
    audit: 'queue.viewed',
    show: nobodyMaySeePage,
  }),
  get(`${one}/assign`, { policy: managerOfApplication, audit: 'application.viewed', show: assignPage }),
  post(`${one}/assign`, {
    policy: managerOfApplication,
    audit: 'application.assigned',
    act: assignCase,
    again: assignPage,
  }),
  get(`${one}/interests`, { policy: managerOfApplication, audit: 'application.viewed', show: interestsPage }),
  post(`${one}/interests`, {
    policy: managerOfApplication,
    audit: 'interest.taken-back',
    act: takeBackInterest,
    again: interestsPage,
  }),
  get('/practitioners/decisions/:decision', {
    policy: officerOfDecision,
    audit: 'decision.viewed',
    show: decisionPage,
  }),
  get('/account/applications/:application/letter', {
    policy: signedInFamily,
    audit: 'letter.asked-for',
    show: letterOfApplication,
  }),
  get('/account/awards/:award', { policy: readerOfAward, audit: 'letter.read', show: awardLetterPage }),
  get('/account/decisions/:decision', {
    policy: readerOfDecision,
    audit: 'letter.read',
    show: decisionLetterPage,
  }),
]);
