import { policy } from '#platform/web/route.ts';

export const anyoneMayLook = policy('Anybody may look at the directory, signed in or not', () => 'allowed');
