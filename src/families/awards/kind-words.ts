import type { AwardWay, BreakKind, Payer } from './domain/award.ts';

/** Kinds of short break, for people. */
export const kindNames: Readonly<Record<BreakKind, string>> = {
  grant: 'Short breaks grant',
  club: 'Club',
  holiday: 'Holiday activities',
  enabler: 'Enabler or personal assistant',
  homecare: 'Care at home',
  overnight: 'Nights away or at home',
  other: 'Other support',
};

/** The ways in which a family has what it was awarded, for people. */
export const wayNames: Readonly<Record<AwardWay, string>> = {
  'one-off-payment': 'One-off payment',
  'direct-payment': 'Direct payment',
  'prepaid-card': 'Prepaid card',
  'managed-account': 'Managed account',
  commissioned: 'Commissioned by the council',
  spot: 'Bought for this child',
  'in-house': 'The council’s own service',
};

/** Whose money it is, for people. */
export const payerNames: Readonly<Record<Payer, string>> = {
  council: 'The council',
  health: 'Health',
  education: 'Education',
  joint: 'Council and health together',
};
