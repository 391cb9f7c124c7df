import { get, nothingPersonal, policy } from '#platform/web/route.ts';
import { homePage } from './pages/home.ts';

const anyone = policy('Anybody may read the first page', () => 'allowed');

export const routes = [get('/', { policy: anyone, audit: nothingPersonal, show: homePage })];
