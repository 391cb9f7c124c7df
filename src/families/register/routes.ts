import { hasRole, signedInFamily } from '#platform/people/index.ts';
import { get, post, type Route } from '#platform/web/route.ts';
import { addEvidenceOfChild } from './actions/add-evidence.ts';
import { keepLimits } from './actions/keep-limits.ts';
import { keepPeople } from './actions/keep-people.ts';
import { askOfRegister, keepRegister } from './actions/keep-register.ts';
import { recordMove } from './actions/record-move.ts';
import { saveSection } from './actions/save-section.ts';
import { joinHousehold, shareAccount } from './actions/share-account.ts';
import { evidenceOfChildFile } from './evidence-of-child-file.ts';
import { aboutChildPage } from './pages/about-child.ts';
import { aboutSectionPage } from './pages/about-section.ts';
import { addressPage } from './pages/address-page.ts';
import { childrenListPage } from './pages/children-list.ts';
import { equalityPage } from './pages/equality-page.ts';
import { familyEvidencePage, recordEvidencePage } from './pages/evidence-pages.ts';
import { familyPage, joinPage } from './pages/family-pages.ts';
import { historyPage } from './pages/history-page.ts';
import { limitsPage } from './pages/limits-page.ts';
import { peoplePage } from './pages/people-page.ts';
import { recordPage } from './pages/record-page.ts';
import { recordSectionPage } from './pages/record-section.ts';
import { registerCsv, registerListPage } from './pages/register-list.ts';
import { familyRegisterPage, recordRegisterPage } from './pages/register-pages.ts';
import { keepersOfRecord as policy, recordRoles } from './record-policy.ts';

const child = '/practitioners/children/:child';
const own = '/account/children/:child';
const family = { policy: signedInFamily, audit: 'child.read-by-family' };
const listing = hasRole(...recordRoles);
const record = { policy, audit: 'child.viewed' };

export const routes: readonly Route[] = [
  get('/practitioners/children', { policy: listing, audit: 'children.listed', show: childrenListPage }),
  get(child, { ...record, show: recordPage }),
  get(`${child}/history`, { ...record, show: historyPage }),
  get(`${child}/facts/:section`, { ...record, show: recordSectionPage }),
  post(`${child}/facts/:section`, {
    policy,
    audit: 'child.facts-recorded',
    act: saveSection,
    again: recordSectionPage,
  }),
  get(`${child}/people`, { ...record, show: peoplePage }),
  post(`${child}/people`, { policy, audit: 'child.people-changed', act: keepPeople, again: peoplePage }),
  get(`${child}/limits`, { policy, audit: 'child.limits-viewed', show: limitsPage }),
  post(`${child}/limits`, { policy, audit: 'child.limits-changed', act: keepLimits, again: limitsPage }),
  get(`${child}/address`, { ...record, show: addressPage }),
  post(`${child}/address`, { policy, audit: 'household.moved', act: recordMove, again: addressPage }),
  get(`${child}/evidence`, { ...record, show: recordEvidencePage }),
  post(`${child}/evidence`, {
    policy,
    audit: 'evidence.added',
    act: addEvidenceOfChild,
    again: recordEvidencePage,
    takesFiles: true,
  }),
  get(`${child}/evidence/:file`, { policy, audit: 'evidence.opened', show: evidenceOfChildFile }),
  get(`${child}/register`, { ...record, show: recordRegisterPage }),
  post(`${child}/register`, {
    policy,
    audit: 'register.kept',
    act: keepRegister,
    again: recordRegisterPage,
  }),
  get('/practitioners/register', { policy: listing, audit: 'register.listed', show: registerListPage }),
  get('/practitioners/register/list.csv', {
    policy: listing,
    audit: 'register.exported',
    show: registerCsv,
  }),
  get('/practitioners/register/equality', {
    policy: hasRole('commissioner', 'team-manager', 'short-breaks-officer'),
    audit: 'register.counted',
    show: equalityPage,
  }),
  get(`${own}/about`, { ...family, show: aboutChildPage }),
  get(`${own}/about/:section`, { ...family, show: aboutSectionPage }),
  post(`${own}/about/:section`, {
    policy: signedInFamily,
    audit: 'child.facts-told',
    act: saveSection,
    again: aboutSectionPage,
  }),
  get(`${own}/evidence`, { ...family, show: familyEvidencePage }),
  post(`${own}/evidence`, {
    policy: signedInFamily,
    audit: 'evidence.added-by-family',
    act: addEvidenceOfChild,
    again: familyEvidencePage,
    takesFiles: true,
  }),
  get(`${own}/evidence/:file`, {
    policy: signedInFamily,
    audit: 'evidence.opened-by-family',
    show: evidenceOfChildFile,
  }),
  get(`${own}/register`, { ...family, show: familyRegisterPage }),
  post(`${own}/register`, {
    policy: signedInFamily,
    audit: 'register.asked-by-family',
    act: askOfRegister,
    again: familyRegisterPage,
  }),
  get('/account/family', { policy: signedInFamily, audit: 'household.read-by-family', show: familyPage }),
  post('/account/family', {
    policy: signedInFamily,
    audit: 'household.shared',
    act: shareAccount,
    again: familyPage,
    mostAMinute: 10,
  }),
  get('/account/join', { policy: signedInFamily, audit: 'household.join-read', show: joinPage }),
  post('/account/join', {
    policy: signedInFamily,
    audit: 'household.join-asked',
    act: joinHousehold,
    again: joinPage,
    mostAMinute: 5,
  }),
];
