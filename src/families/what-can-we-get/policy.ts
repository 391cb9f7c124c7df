import { policy } from '#platform/web/route.ts';

export const anyoneMayAsk = policy(
  'Anybody may see what a family can get, signed in or not',
  () => 'allowed',
);
