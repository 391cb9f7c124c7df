import { policy } from '#platform/web/route.ts';

export const anyoneMayRead = policy('Anybody may read the short breaks statement', () => 'allowed');
