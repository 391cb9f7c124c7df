import { get, nothingPersonal, post, type Route } from '#platform/web/route.ts';
import { answerComment, commentOnStatement, noteViews, openRound } from './actions/consult.ts';
import { giveReason, publishDraft, signDraft } from './actions/publish.ts';
import { beginDraft, writeSection } from './actions/write.ts';
import { checklistPage } from './pages/checklist.ts';
import { consultationPage } from './pages/consultation.ts';
import { answerPage, consultationDeskPage } from './pages/consultation-desk.ts';
import { deskPage } from './pages/desk.ts';
import { factsPage } from './pages/facts.ts';
import { previewPage, publishPage } from './pages/publish.ts';
import { sectionPage } from './pages/section.ts';
import { easyReadPage, largePrintPage, statementPage, todayPage, versionPage } from './pages/statement.ts';
import { anyoneMayComment, anyoneMayRead, readers, signers, writers } from './policy.ts';

const open = { policy: anyoneMayRead, audit: nothingPersonal };
const desk = '/practitioners/statement';
const seen = { policy: readers, audit: 'statement.viewed' };
const one = `${desk}/sections/:section/:variant`;
const comment = `${desk}/comments/:comment`;
const asking = `${desk}/consultation`;
const version = '/statement/versions/:number';

export const routes: readonly Route[] = [
  get('/statement', { ...open, show: statementPage }),
  get('/statement/today', { ...open, show: todayPage }),
  get(version, { ...open, show: versionPage }),
  get(`${version}/easy-read`, { ...open, show: easyReadPage }),
  get(`${version}/large-print`, { ...open, show: largePrintPage }),
  get('/statement/consultation', { ...open, show: consultationPage }),
  post('/statement/consultation', {
    policy: anyoneMayComment,
    audit: 'statement.commented',
    act: commentOnStatement,
    again: consultationPage,
    mostAnHour: 30,
  }),
  get(desk, { ...seen, show: deskPage }),
  post(`${desk}/begin`, { policy: writers, audit: 'statement.begun', act: beginDraft, again: deskPage }),
  get(`${desk}/facts`, { ...seen, show: factsPage }),
  get(`${desk}/preview`, { ...seen, show: previewPage }),
  get(one, { ...seen, show: sectionPage }),
  post(one, { policy: writers, audit: 'statement.written', act: writeSection, again: sectionPage }),
  get(asking, { ...seen, show: consultationDeskPage }),
  post(asking, {
    policy: writers,
    audit: 'statement.consulted',
    act: openRound,
    again: consultationDeskPage,
  }),
  post(`${desk}/views`, {
    policy: writers,
    audit: 'statement.views-noted',
    act: noteViews,
    again: consultationDeskPage,
  }),
  get(comment, { policy: writers, audit: 'statement.comment-viewed', show: answerPage }),
  post(comment, {
    policy: writers,
    audit: 'statement.comment-answered',
    act: answerComment,
    again: answerPage,
  }),
  get(`${desk}/checklist`, { ...seen, show: checklistPage }),
  post(`${desk}/checklist`, {
    policy: writers,
    audit: 'statement.gap-explained',
    act: giveReason,
    again: checklistPage,
  }),
  post(`${desk}/sign`, { policy: signers, audit: 'statement.signed', act: signDraft, again: deskPage }),
  get(`${desk}/publish`, { ...seen, show: publishPage }),
  post(`${desk}/publish`, {
    policy: signers,
    audit: 'statement.published',
    act: publishDraft,
    again: publishPage,
  }),
];
