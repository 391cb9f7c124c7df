import { demonstrationHere } from '#platform/people/index.ts';
import { get, nothingPersonal, type Route } from '#platform/web/route.ts';
import { outboxPage } from './pages/outbox.ts';

export const routes: readonly Route[] = [
  get('/demonstration/outbox', { policy: demonstrationHere, audit: nothingPersonal, show: outboxPage }),
];
