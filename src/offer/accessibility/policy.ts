import { policy } from '#platform/web/route.ts';

export const anyoneMayDescribe = policy(
  'Anybody may describe a child for their own search, and read what the words mean',
  () => 'allowed',
);
