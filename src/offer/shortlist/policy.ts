import { policy } from '#platform/web/route.ts';

export const anybody = policy(
  'Anybody may keep a list of short breaks in their own browser, and compare short breaks, signed in or not',
  () => 'allowed',
);
