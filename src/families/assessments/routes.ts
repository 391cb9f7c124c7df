import { warnedAbout } from '#families/register/index.ts';
import { signedInFamily } from '#platform/people/index.ts';
import { get, post, type Route } from '#platform/web/route.ts';
import { answerPlan } from './actions/answer-plan.ts';
import { arrangePayment } from './actions/arrange-payment.ts';
import { askForAssessment } from './actions/ask-for-assessment.ts';
import { beginForChild, beginFromApplication } from './actions/begin-assessment.ts';
import { beginPlan } from './actions/begin-plan.ts';
import { commentOnAssessment } from './actions/comment-on-assessment.ts';
import { settleAssessment, submitAssessment } from './actions/settle-assessment.ts';
import { closePlan, makePlanReady, settlePlan } from './actions/settle-plan.ts';
import { addPerson, recordVisit, saveSection, takeUpAssessment } from './actions/write-assessment.ts';
import { removePlanLine, savePlanLine, setPlanDates } from './actions/write-plan.ts';
import { askPage } from './pages/ask-page.ts';
import { peoplePage, sectionPage, settlePage, visitPage } from './pages/assessment-forms.ts';
import { assessmentPage } from './pages/assessment-page.ts';
import { childPage } from './pages/child-page.ts';
import { deskPage } from './pages/desk-page.ts';
import { familyAssessmentPage } from './pages/family-assessment-page.ts';
import { familyPlanPage } from './pages/family-plan-page.ts';
import { linePage } from './pages/line-page.ts';
import { planPage } from './pages/plan-page.ts';
import { settlePlanPage } from './pages/settle-plan-page.ts';
import {
  approverOfAssessment,
  approverOfPlan,
  childOfDesk,
  onTheList,
  payerOfPlan,
  readerOfPlan,
  writerOfApplication,
  writerOfAssessment,
  writerOfChild,
  writerOfPlan,
} from './policy.ts';

const family = signedInFamily;
const desk = '/practitioners/assessments';
const one = '/practitioners/assessments/:assessment';
const plan = '/practitioners/plans/:plan';

const forFamilies: readonly Route[] = [
  get('/account/children/:child/ask-for-assessment', {
    policy: family,
    audit: 'child.read-by-family',
    show: askPage,
  }),
  post('/account/children/:child/ask-for-assessment', {
    policy: family,
    audit: 'assessment.asked-for',
    act: askForAssessment,
    again: askPage,
  }),
  get('/account/assessments/:assessment', {
    policy: family,
    audit: 'assessment.read-by-family',
    show: familyAssessmentPage,
  }),
  get('/account/assessments/:assessment/comment', {
    policy: family,
    audit: 'assessment.read-by-family',
    show: familyAssessmentPage,
  }),
  post('/account/assessments/:assessment/comment', {
    policy: family,
    audit: 'assessment.commented',
    act: commentOnAssessment,
    again: familyAssessmentPage,
  }),
  get('/account/plans/:plan', { policy: family, audit: 'plan.read-by-family', show: familyPlanPage }),
  get('/account/plans/:plan/answer', { policy: family, audit: 'plan.read-by-family', show: familyPlanPage }),
  post('/account/plans/:plan/answer', {
    policy: family,
    audit: 'plan.answered',
    act: answerPlan,
    again: familyPlanPage,
  }),
];

const assessing: readonly Route[] = [
  get(desk, { policy: onTheList, audit: 'assessments.listed', show: deskPage }),
  post(`${desk}/from/:application`, {
    policy: writerOfApplication,
    audit: 'assessment.begun',
    act: beginFromApplication,
    again: deskPage,
  }),
  get('/practitioners/children/:child/assessments', {
    policy: writerOfChild,
    audit: 'child.assessments-viewed',
    show: childPage,
  }),
  post('/practitioners/children/:child/assessments', {
    policy: writerOfChild,
    audit: 'assessment.begun',
    act: beginForChild,
    again: childPage,
  }),
  get(one, { policy: writerOfAssessment, audit: 'assessment.viewed', show: assessmentPage }),
  ...(
    [
      ['take-up', 'assessment.taken-up', takeUpAssessment],
      ['submit', 'assessment.submitted', submitAssessment],
      ['plan', 'plan.begun', beginPlan],
    ] as const
  ).flatMap(([path, audit, act]) => [
    get(`${one}/${path}`, { policy: writerOfAssessment, audit: 'assessment.viewed', show: assessmentPage }),
    post(`${one}/${path}`, { policy: writerOfAssessment, audit, act, again: assessmentPage }),
  ]),
  ...(
    [
      ['sections/:section', 'assessment.section-saved', saveSection, sectionPage],
      ['people', 'assessment.person-added', addPerson, peoplePage],
      ['visit', 'assessment.visit-recorded', recordVisit, visitPage],
    ] as const
  ).flatMap(([path, audit, act, show]) => [
    get(`${one}/${path}`, { policy: writerOfAssessment, audit: 'assessment.viewed', show }),
    post(`${one}/${path}`, { policy: writerOfAssessment, audit, act, again: show }),
  ]),
  get(`${one}/settle`, { policy: approverOfAssessment, audit: 'assessment.viewed', show: settlePage }),
  post(`${one}/settle`, {
    policy: approverOfAssessment,
    audit: 'assessment.settled',
    act: settleAssessment,
    again: settlePage,
  }),
];

const planning: readonly Route[] = [
  get(plan, { policy: readerOfPlan, audit: 'plan.viewed', show: planPage }),
  ...(
    [
      ['dates', 'plan.dates-set', setPlanDates],
      ['ready', 'plan.made-ready', makePlanReady],
      ['close', 'plan.closed', closePlan],
      ['lines/:line/remove', 'plan.line-removed', removePlanLine],
    ] as const
  ).flatMap(([path, audit, act]) => [
    get(`${plan}/${path}`, { policy: writerOfPlan, audit: 'plan.viewed', show: planPage }),
    post(`${plan}/${path}`, { policy: writerOfPlan, audit, act, again: planPage }),
  ]),
  get(`${plan}/lines/:line`, { policy: writerOfPlan, audit: 'plan.viewed', show: linePage }),
  post(`${plan}/lines/:line`, {
    policy: writerOfPlan,
    audit: 'plan.line-saved',
    act: savePlanLine,
    again: linePage,
  }),
  get(`${plan}/settle`, { policy: approverOfPlan, audit: 'plan.viewed', show: settlePlanPage }),
  post(`${plan}/settle`, {
    policy: approverOfPlan,
    audit: 'plan.settled',
    act: settlePlan,
    again: settlePlanPage,
  }),
  get(`${plan}/payment`, { policy: payerOfPlan, audit: 'plan.viewed', show: planPage }),
  post(`${plan}/payment`, {
    policy: payerOfPlan,
    audit: 'plan.payment-arranged',
    act: arrangePayment,
    again: planPage,
  }),
];

export const routes: readonly Route[] = [
  ...forFamilies,
  ...warnedAbout(childOfDesk, [...assessing, ...planning]),
];
