import { policy } from '#platform/web/route.ts';

export const anyoneMayRead = policy('Everybody may read open data.', () => 'allowed');
