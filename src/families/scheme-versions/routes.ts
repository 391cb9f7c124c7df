import { get, type Route } from '#platform/web/route.ts';
import { comparePage } from './pages/compare.ts';
import { schemePage } from './pages/scheme.ts';
import { schemesPage } from './pages/schemes.ts';
import { reader } from './policy.ts';

export const routes: readonly Route[] = [
  get('/practitioners/schemes', { policy: reader, audit: 'schemes.read', show: schemesPage }),
  get('/practitioners/schemes/:scheme', { policy: reader, audit: 'schemes.read', show: schemePage }),
  get('/practitioners/schemes/:scheme/compare', {
    policy: reader,
    audit: 'scheme.compared',
    show: comparePage,
  }),
];
