import { get } from '#platform/web/route.ts';
import { awardsCsv } from './awards-csv.ts';
import { budgetPage } from './pages/budget-page.ts';
import { reader } from './policy.ts';

export const routes = [
  get('/practitioners/budget', { policy: reader, audit: 'budget.viewed', show: budgetPage }),
  get('/practitioners/budget/awards.csv', { policy: reader, audit: 'budget.exported', show: awardsCsv }),
];
