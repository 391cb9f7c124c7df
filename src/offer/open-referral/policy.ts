import { policy } from '#platform/web/route.ts';

export const anyoneMayRead = policy('Anybody, and any program, may read open data', () => 'allowed');
