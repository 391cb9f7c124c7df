import { policy } from '#platform/web/route.ts';

export const anyoneMayRead = policy('Anybody may read open data.', () => 'allowed');
