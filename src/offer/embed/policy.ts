import { policy } from '#platform/web/route.ts';

export const anyoneMayRead = policy(
  'Anybody may read the list and put it on a site of theirs',
  () => 'allowed',
);
