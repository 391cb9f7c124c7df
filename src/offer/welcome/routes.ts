import { get, nothingPersonal, type ReadRoute, type Route } from '#platform/web/route.ts';
import { accessibilityPage } from './pages/accessibility.ts';
import { cookiesPage } from './pages/cookies.ts';
import { helpNowPage } from './pages/help-now.ts';
import { homePage } from './pages/home.ts';
import { privacyPage } from './pages/privacy.ts';
import { providersPage } from './pages/providers.ts';
import { anyoneMayRead } from './policy.ts';

const read = (path: string, show: ReadRoute['show']) =>
  get(path, { policy: anyoneMayRead, audit: nothingPersonal, show });

export const routes: readonly Route[] = [
  read('/', homePage),
  read('/help-now', helpNowPage),
  read('/providers', providersPage),
  read('/accessibility', accessibilityPage),
  read('/privacy', privacyPage),
  read('/cookies', cookiesPage),
];
