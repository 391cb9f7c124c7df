import { get, post, type Route } from '#platform/web/route.ts';
import { settleImportOfVisit, uploadImport } from './actions/bring-in.ts';
import { importPage } from './pages/import-page.ts';
import { importsPage } from './pages/imports-page.ts';
import { importers as policy } from './policy.ts';
import { wrongRowsCsv } from './wrong-csv.ts';

const all = '/practitioners/register/import';

export const routes: readonly Route[] = [
  get(all, { policy, audit: 'register-imports.listed', show: importsPage }),
  post(all, {
    policy,
    audit: 'register-import.sent',
    act: uploadImport,
    again: importsPage,
    takesFiles: true,
  }),
  get(`${all}/:import`, { policy, audit: 'register-import.viewed', show: importPage }),
  post(`${all}/:import`, {
    policy,
    audit: 'register-import.settled',
    act: settleImportOfVisit,
    again: importPage,
  }),
  get(`${all}/:import/wrong.csv`, { policy, audit: 'register-import.exported', show: wrongRowsCsv }),
];
