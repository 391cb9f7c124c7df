import { get, type Route } from '#platform/web/route.ts';
import { accountPage } from './pages/account.ts';
import { ownAccount } from './policy.ts';

export const routes: readonly Route[] = [
  get('/account', { policy: ownAccount, audit: 'account.read-by-family', show: accountPage }),
];
