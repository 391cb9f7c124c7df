import { hasRole, type Role, signedInProvider } from '#platform/people/index.ts';

/** The roles that keep the directory true: they approve, edit, invite and withdraw. */
export const listingRoles: readonly [Role, ...Role[]] = [
  'short-breaks-officer',
  'commissioner',
  'quality-officer',
];

/** The council's listing pages. That nobody approves for a provider of their own, the actions hold. */
export const keepsListings = hasRole(...listingRoles);

/** A provider's own pages; which listings are theirs, the queries and row-level security hold. */
export const ownListings = signedInProvider;
