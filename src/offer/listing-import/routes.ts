import { get, post, type Route } from '#platform/web/route.ts';
import { askForFeed, settleListingImport, uploadSheet } from './actions/bring-in.ts';
import { emptySheet, wrongRows } from './pages/downloads.ts';
import { importPage } from './pages/import.ts';
import { importsPage } from './pages/imports.ts';
import { importers as policy } from './policy.ts';

const all = '/practitioners/listings/import';

export const routes: readonly Route[] = [
  get(all, { policy, audit: 'listing-imports.listed', show: importsPage }),
  post(all, { policy, audit: 'listing-import.sent', act: uploadSheet, again: importsPage, takesFiles: true }),
  post(`${all}/feed`, { policy, audit: 'listing-import.asked-for', act: askForFeed, again: importsPage }),
  get(`${all}/empty.csv`, { policy, audit: 'listing-imports.empty-sheet', show: emptySheet }),
  get(`${all}/:import`, { policy, audit: 'listing-import.viewed', show: importPage }),
  post(`${all}/:import`, {
    policy,
    audit: 'listing-import.settled',
    act: settleListingImport,
    again: importPage,
  }),
  get(`${all}/:import/wrong.csv`, { policy, audit: 'listing-import.exported', show: wrongRows }),
];
