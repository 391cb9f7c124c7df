import { policy } from '#platform/web/route.ts';

export const anyoneMayAsk = policy('Anybody may ask their way, signed in or not', () => 'allowed');
