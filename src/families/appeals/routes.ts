import { warnedAbout } from '#families/register/index.ts';
import { get, post, type Route } from '#platform/web/route.ts';
import { addToAppeal } from './actions/add-to-appeal.ts';
import { answerAppeal, takeAppeal } from './actions/answer-appeal.ts';
import { withdrawAppeal } from './actions/end-appeal.ts';
import { makeAppeal } from './actions/make-appeal.ts';
import { recordAppeal } from './actions/record-appeal.ts';
import { childOfAppeal } from './case-of-appeal.ts';
import { fileOfAppeal } from './file-of-appeal.ts';
import { appealFormPage } from './pages/appeal-form.ts';
import { appealListPage } from './pages/appeal-list.ts';
import { deskAppealPage } from './pages/desk-appeal.ts';
import { ownAppealPage } from './pages/own-appeal.ts';
import { recordAppealPage } from './pages/record-appeal.ts';
import { appealDesk, deskOfAppeal, ownAppeals, writerOfAppeal } from './policy.ts';

const ask = '/account/decisions/:decision/appeal';
const own = '/account/appeals/:appeal';
const desk = '/practitioners/appeals/:appeal';

export const routes: readonly Route[] = warnedAbout(childOfAppeal, [
  get(ask, { policy: ownAppeals, audit: 'appeal.asked-about', show: appealFormPage }),
  post(ask, {
    policy: ownAppeals,
    audit: 'appeal.made',
    act: makeAppeal,
    again: appealFormPage,
    takesFiles: true,
  }),
  get(own, { policy: ownAppeals, audit: 'appeal.read-by-family', show: ownAppealPage }),
  get(`${own}/files/:file`, { policy: ownAppeals, audit: 'file.opened', show: fileOfAppeal }),
  // Who was signed out while the form was open comes back to where it was sent.
  get(`${own}/withdraw`, { policy: ownAppeals, audit: 'appeal.read-by-family', show: ownAppealPage }),
  post(`${own}/withdraw`, {
    policy: ownAppeals,
    audit: 'appeal.withdrawn',
    act: withdrawAppeal,
    again: ownAppealPage,
  }),
  get(`${own}/add`, { policy: ownAppeals, audit: 'appeal.read-by-family', show: ownAppealPage }),
  post(`${own}/add`, {
    policy: ownAppeals,
    audit: 'appeal.added-to',
    act: addToAppeal,
    again: ownAppealPage,
    takesFiles: true,
  }),
  get('/practitioners/decisions/:decision/appeal', {
    policy: writerOfAppeal,
    audit: 'appeal.being-recorded',
    show: recordAppealPage,
  }),
  post('/practitioners/decisions/:decision/appeal', {
    policy: writerOfAppeal,
    audit: 'appeal.recorded',
    act: recordAppeal,
    again: recordAppealPage,
    takesFiles: true,
  }),
  get('/practitioners/appeals', { policy: appealDesk, audit: 'appeals.listed', show: appealListPage }),
  get(desk, { policy: deskOfAppeal, audit: 'appeal.viewed', show: deskAppealPage }),
  get(`${desk}/files/:file`, { policy: deskOfAppeal, audit: 'file.opened', show: fileOfAppeal }),
  get(`${desk}/take`, { policy: deskOfAppeal, audit: 'appeal.viewed', show: deskAppealPage }),
  post(`${desk}/take`, {
    policy: deskOfAppeal,
    audit: 'appeal.taken',
    act: takeAppeal,
    again: deskAppealPage,
  }),
  get(`${desk}/answer`, { policy: deskOfAppeal, audit: 'appeal.viewed', show: deskAppealPage }),
  post(`${desk}/answer`, {
    policy: deskOfAppeal,
    audit: 'appeal.answered',
    act: answerAppeal,
    again: deskAppealPage,
  }),
]);
