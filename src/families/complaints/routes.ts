import { deskOfAppeal } from '#families/appeals/index.ts';
import { warnedAbout } from '#families/register/index.ts';
import { get, nothingPersonal, post, type Route } from '#platform/web/route.ts';
import { type DeskActName, deskActs } from './actions/desk-acts.ts';
import { giveAccount } from './actions/give-account.ts';
import { makeOpenComplaint, makeOwnComplaint, recordComplaint } from './actions/make-complaint.ts';
import { moveAppealHere, moveToAppeals } from './actions/move.ts';
import { askForNextStage, withdrawComplaint } from './actions/own-steps.ts';
import { payRemedy } from './actions/pay-remedy.ts';
import { workOnComplaint } from './actions/work-on-complaint.ts';
import { childOfAddress } from './case-of-complaint.ts';
import { fileOfComplaint } from './file-of-complaint.ts';
import { accountOfPage } from './pages/account-of.ts';
import { complainPage, newComplaintPage, recordPage } from './pages/complain.ts';
import { deskCasePage } from './pages/desk-case.ts';
import { actPage } from './pages/desk-forms.ts';
import { deskListPage } from './pages/desk-list.ts';
import { figuresPage } from './pages/figures.ts';
import { moveAppealPage, moveComplaintPage } from './pages/move.ts';
import { ownComplaintPage, ownComplaintsPage } from './pages/own-complaints.ts';
import { payRemedyPage } from './pages/pay-remedy.ts';
import {
  anybody,
  askedForAccount,
  complaintsDesk,
  deskOfComplaint,
  ownComplaints,
  payerOfRemedy,
  whoeverHears,
} from './policy.ts';

const own = '/account/complaints/:complaint';
const desk = '/practitioners/complaints/:complaint';
const read = 'complaint.read-by-family';
const viewed = 'complaint.viewed';

/** Each thing that can be done at the desk has its page and its action. */
const acts: readonly Route[] = (Object.keys(deskActs) as DeskActName[]).flatMap((name) => [
  get(`${desk}/${name}`, { policy: deskOfComplaint, audit: viewed, show: actPage(name) }),
  post(`${desk}/${name}`, {
    policy: deskOfComplaint,
    audit: `complaint.${name}`,
    act: workOnComplaint(name),
    again: actPage(name),
  }),
]);

export const routes: readonly Route[] = [
  get('/complain', { policy: anybody, audit: nothingPersonal, show: complainPage }),
  post('/complain', {
    policy: anybody,
    audit: 'complaint.made',
    act: makeOpenComplaint,
    again: complainPage,
    mostAMinute: 5,
  }),
  get('/account/complaints', { policy: ownComplaints, audit: read, show: ownComplaintsPage }),
  get('/account/complaints/new', {
    policy: ownComplaints,
    audit: 'account.read-by-family',
    show: newComplaintPage,
  }),
  post('/account/complaints/new', {
    policy: ownComplaints,
    audit: 'complaint.made',
    act: makeOwnComplaint,
    again: newComplaintPage,
    takesFiles: true,
  }),
  get(own, { policy: ownComplaints, audit: read, show: ownComplaintPage }),
  get(`${own}/files/:file`, { policy: ownComplaints, audit: 'file.opened', show: fileOfComplaint }),
  // Who was signed out while a form was open comes back to where it was sent.
  get(`${own}/next-stage`, { policy: ownComplaints, audit: read, show: ownComplaintPage }),
  post(`${own}/next-stage`, {
    policy: ownComplaints,
    audit: 'complaint.asked-on',
    act: askForNextStage,
    again: ownComplaintPage,
  }),
  get(`${own}/withdraw`, { policy: ownComplaints, audit: read, show: ownComplaintPage }),
  post(`${own}/withdraw`, {
    policy: ownComplaints,
    audit: 'complaint.withdrawn',
    act: withdrawComplaint,
    again: ownComplaintPage,
  }),
  get('/practitioners/complaints', {
    policy: whoeverHears,
    audit: 'complaints.listed',
    show: deskListPage,
  }),
  get('/practitioners/complaints/figures', {
    policy: complaintsDesk,
    audit: 'complaints.counted',
    show: figuresPage,
  }),
  get('/practitioners/complaints/new', {
    policy: whoeverHears,
    audit: 'complaint.being-recorded',
    show: recordPage,
  }),
  post('/practitioners/complaints/new', {
    policy: whoeverHears,
    audit: 'complaint.recorded',
    act: recordComplaint,
    again: recordPage,
  }),
  // Who is asked for their own account reads what was said, and nothing else about the child.
  get(`${desk}/account`, { policy: askedForAccount, audit: viewed, show: accountOfPage }),
  post(`${desk}/account`, {
    policy: askedForAccount,
    audit: 'complaint.account',
    act: giveAccount,
    again: accountOfPage,
  }),
  ...warnedAbout(childOfAddress, [
    get(desk, { policy: deskOfComplaint, audit: viewed, show: deskCasePage }),
    get(`${desk}/files/:file`, { policy: deskOfComplaint, audit: 'file.opened', show: fileOfComplaint }),
    get(`${desk}/payment`, { policy: payerOfRemedy, audit: viewed, show: payRemedyPage }),
    post(`${desk}/payment`, {
      policy: payerOfRemedy,
      audit: 'complaint.remedy-paid',
      act: payRemedy,
      again: payRemedyPage,
    }),
    get(`${desk}/move`, { policy: deskOfComplaint, audit: viewed, show: moveComplaintPage }),
    post(`${desk}/move`, {
      policy: deskOfComplaint,
      audit: 'complaint.moved',
      act: moveToAppeals,
      again: moveComplaintPage,
    }),
    get('/practitioners/appeals/:appeal/move', {
      policy: deskOfAppeal,
      audit: 'appeal.viewed',
      show: moveAppealPage,
    }),
    post('/practitioners/appeals/:appeal/move', {
      policy: deskOfAppeal,
      audit: 'appeal.moved',
      act: moveAppealHere,
      again: moveAppealPage,
    }),
    ...acts,
  ]),
];
