import { policy } from '#platform/web/route.ts';

export const anyoneMayRead = policy('Anybody may read what the service says about itself', () => 'allowed');
