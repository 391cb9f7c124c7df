import type { ConstraintRefusals } from '#platform/database/index.ts';
import type { Route } from '#platform/web/route.ts';
import { routes as account } from './families/account/routes.ts';
import { constraints as appealConstraints, templates as appealsTemplates } from './families/appeals/index.ts';
import { routes as appeals } from './families/appeals/routes.ts';
import {
  constraints as applicationConstraints,
  templates as applicationsTemplates,
} from './families/applications/index.ts';
import { routes as applications } from './families/applications/routes.ts';
import {
  constraints as assessmentConstraints,
  templates as assessmentsTemplates,
} from './families/assessments/index.ts';
import { routes as assessments } from './families/assessments/routes.ts';
import { templates as awardsTemplates } from './families/awards/index.ts';
import { routes as awards } from './families/awards/routes.ts';
import {
  constraints as complaintConstraints,
  templates as complaintsTemplates,
} from './families/complaints/index.ts';
import { routes as complaints } from './families/complaints/routes.ts';
import {
  constraints as decisionConstraints,
  templates as decisionsTemplates,
} from './families/decisions/index.ts';
import { routes as decisions } from './families/decisions/routes.ts';
import { routes as duplicates } from './families/duplicates/routes.ts';
import { routes as ombudsmanPack } from './families/ombudsman-pack/routes.ts';
import { routes as packages } from './families/packages/routes.ts';
import { constraints as panelConstraints, templates as panelTemplates } from './families/panel/index.ts';
import { routes as panel } from './families/panel/routes.ts';
import { templates as registerTemplates } from './families/register/index.ts';
import { routes as register } from './families/register/routes.ts';
import { routes as registerImport } from './families/register-import/routes.ts';
import { templates as reviewsTemplates } from './families/reviews/index.ts';
import { routes as reviews } from './families/reviews/routes.ts';
import { routes as schemeVersions } from './families/scheme-versions/routes.ts';
import { templates as transitionsTemplates } from './families/transitions/index.ts';
import { routes as transitions } from './families/transitions/routes.ts';
import { routes as whatCanWeGet } from './families/what-can-we-get/routes.ts';
import { routes as work } from './families/work-list/routes.ts';
import { routes as budgets } from './money/budgets/routes.ts';
import { routes as accessibility } from './offer/accessibility/routes.ts';
import { routes as directory } from './offer/directory/routes.ts';
import { routes as embed } from './offer/embed/routes.ts';
import { templates as freshnessTemplates } from './offer/freshness/index.ts';
import { routes as freshness } from './offer/freshness/routes.ts';
import { templates as listingTemplates } from './offer/listing-desk/index.ts';
import { routes as listingDesk } from './offer/listing-desk/routes.ts';
import { routes as listingImport } from './offer/listing-import/routes.ts';
import {
  constraints as voicesConstraints,
  templates as voicesTemplates,
} from './offer/listing-voices/index.ts';
import { routes as listingVoices } from './offer/listing-voices/routes.ts';
import { routes as navigator } from './offer/navigator/routes.ts';
import { templates as newsletterTemplates } from './offer/newsletters/index.ts';
import { routes as newsletters } from './offer/newsletters/routes.ts';
import { routes as openActive } from './offer/open-active/routes.ts';
import { routes as openReferral } from './offer/open-referral/routes.ts';
import { routes as shortlist } from './offer/shortlist/routes.ts';
import {
  constraints as statementConstraints,
  templates as statementTemplates,
} from './offer/statement/index.ts';
import { routes as statement } from './offer/statement/routes.ts';
import { routes as welcome } from './offer/welcome/routes.ts';
import { routes as outbox } from './platform/outbox/routes.ts';
import { routes as people } from './platform/people/routes.ts';
import { templates as peopleTemplates } from './platform/people/templates.ts';
import { inGroup, type Template, wordsRoutes } from './platform/words/index.ts';

/** Every folder of migrations, listed by hand: nothing is found by looking around. */
export const migrationFolders: readonly URL[] = [
  new URL('./platform/database/migrations/', import.meta.url),
  new URL('./platform/people/migrations/', import.meta.url),
  new URL('./platform/outbox/migrations/', import.meta.url),
  new URL('./platform/tallies/migrations/', import.meta.url),
  new URL('./platform/words/migrations/', import.meta.url),
  new URL('./offer/directory/store/migrations/', import.meta.url),
  new URL('./offer/newsletters/store/migrations/', import.meta.url),
  new URL('./offer/freshness/store/migrations/', import.meta.url),
  new URL('./offer/listing-import/store/migrations/', import.meta.url),
  new URL('./offer/statement/store/migrations/', import.meta.url),
  new URL('./offer/sessions/store/migrations/', import.meta.url),
  new URL('./offer/listing-voices/store/migrations/', import.meta.url),
  new URL('./offer/listing-desk/store/migrations/', import.meta.url),
  new URL('./families/register/store/migrations/', import.meta.url),
  new URL('./families/applications/store/migrations/', import.meta.url),
  new URL('./families/awards/store/migrations/', import.meta.url),
  new URL('./families/decisions/store/migrations/', import.meta.url),
  new URL('./families/assessments/store/migrations/', import.meta.url),
  new URL('./families/panel/store/migrations/', import.meta.url),
  new URL('./families/reviews/store/migrations/', import.meta.url),
  new URL('./families/packages/store/migrations/', import.meta.url),
  new URL('./families/appeals/store/migrations/', import.meta.url),
  new URL('./families/complaints/store/migrations/', import.meta.url),
  new URL('./families/transitions/store/migrations/', import.meta.url),
  new URL('./families/duplicates/store/migrations/', import.meta.url),
  new URL('./families/register-import/store/migrations/', import.meta.url),
  new URL('./money/ledger/store/migrations/', import.meta.url),
];

/** Every letter and message whose words a council may change, capability by capability. */
export const templates: readonly Template[] = [
  ...inGroup('Applications', applicationsTemplates),
  ...inGroup('Decisions', decisionsTemplates),
  ...inGroup('Awards', awardsTemplates),
  ...inGroup('Reviews', reviewsTemplates),
  ...inGroup('Assessments and plans', assessmentsTemplates),
  ...inGroup('The panel', panelTemplates),
  ...inGroup('Appeals', appealsTemplates),
  ...inGroup('Complaints', complaintsTemplates),
  ...inGroup('Children, evidence and the account', registerTemplates),
  ...inGroup('Growing up', transitionsTemplates),
  ...inGroup('News of the directory', newsletterTemplates),
  ...inGroup('Keeping the directory true', freshnessTemplates),
  ...inGroup('Comments and problems', voicesTemplates),
  ...inGroup('The statement', statementTemplates),
  ...inGroup('Listings and providers', listingTemplates),
  ...inGroup('Signing in', peopleTemplates),
];

/** Every URL of the service, capability by capability. */
export const routes: readonly Route[] = [
  ...welcome,
  ...directory,
  ...listingDesk,
  ...accessibility,
  ...navigator,
  ...listingVoices,
  ...shortlist,
  ...newsletters,
  ...freshness,
  ...listingImport,
  ...openReferral,
  ...embed,
  ...openActive,
  ...statement,
  ...whatCanWeGet,
  ...applications,
  ...register,
  ...duplicates,
  ...registerImport,
  ...decisions,
  ...assessments,
  ...panel,
  ...awards,
  ...reviews,
  ...packages,
  ...appeals,
  ...complaints,
  ...transitions,
  ...schemeVersions,
  ...work,
  ...account,
  ...ombudsmanPack,
  ...budgets,
  ...people,
  ...wordsRoutes(templates),
  ...outbox,
];

/** What the database's own refusals mean, capability by capability. */
export const constraintRefusals: ConstraintRefusals = {
  ...voicesConstraints,
  ...complaintConstraints,
  ...appealConstraints,
  ...applicationConstraints,
  ...assessmentConstraints,
  ...panelConstraints,
  ...decisionConstraints,
  ...statementConstraints,
};
