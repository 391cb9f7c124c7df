import { get, nothingPersonal, type Route } from '#platform/web/route.ts';
import { statementPage } from './pages/statement.ts';
import { anyoneMayRead } from './policy.ts';

export const routes: readonly Route[] = [
  get('/statement', { policy: anyoneMayRead, audit: nothingPersonal, show: statementPage }),
];
