import { signedInPractitioner } from '#platform/people/index.ts';
import { get, type Route } from '#platform/web/route.ts';
import { workPage } from './pages/work.ts';

export const routes: readonly Route[] = [
  get('/practitioners', { policy: signedInPractitioner, audit: 'work.viewed', show: workPage }),
];
