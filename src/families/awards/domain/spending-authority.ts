import { formatPounds, type Pence, pence } from '#kernel/money.ts';

/** Up to what a role may agree a plan by itself. */
export type SpendingAuthority = {
  readonly role: string;
  readonly upTo: Pence;
  /** The kinds of support that it may agree. */
  readonly kinds: readonly string[];
};

type Line = {
  readonly breakKind: string | null;
  readonly legalBasis: string | null;
  readonly amount: { readonly measure: string } | null;
};

/** Who may agree a plan: this role alone, or the panel and why. */
export type WayOfAgreeing = { readonly to: 'role' } | { readonly to: 'panel'; readonly because: string };

/**
 * Whether somebody with these roles may agree a plan by themselves, or whether it goes to the panel: above the
 * amount of the role, for a kind that the role does not agree, and always for nights under section 20(4).
 */
export function wayOfAgreeing(given: {
  readonly roles: readonly string[];
  readonly yearlyCost: Pence;
  /** What the child has from other agreed plans at the same time: it counts, or a plan could be cut in two. */
  readonly besides?: Pence;
  readonly lines: readonly Line[];
  readonly authorities: readonly SpendingAuthority[];
}): WayOfAgreeing {
  const own = given.authorities.filter((one) => given.roles.includes(one.role));
  if (own.length === 0) return { to: 'panel', because: 'This role has no spending authority.' };
  if (given.lines.some((line) => line.legalBasis === 'section-20'))
    return { to: 'panel', because: 'Nights under section 20(4) are for the panel.' };
  const lacking = given.lines.find((line) => !own.some((one) => mayAgree(one, line)));
  if (lacking !== undefined)
    return { to: 'panel', because: `${kindPhrase(lacking)} is for the panel to agree.` };
  const able = own.filter((one) => given.lines.every((line) => mayAgree(one, line)));
  const besides = given.besides ?? pence(0);
  const together = pence(given.yearlyCost + besides);
  if (able.some((one) => together <= one.upTo)) return { to: 'role' };
  const most = able.reduce((highest, one) => (one.upTo > highest ? one.upTo : highest), pence(0));
  return {
    to: 'panel',
    because: `${formatPounds(together)} a year${besides > 0 ? `, with ${formatPounds(besides)} from other agreed plans at the same time,` : ''} is more than the ${formatPounds(most)} that may be agreed without the panel.`,
  };
}

function mayAgree(authority: SpendingAuthority, line: Line): boolean {
  const isNights = line.amount?.measure === 'nights';
  if (isNights && !authority.kinds.includes('overnight')) return false;
  return line.breakKind !== null && authority.kinds.includes(line.breakKind);
}

function kindPhrase(line: Line): string {
  if (line.amount?.measure === 'nights' || line.breakKind === 'overnight') return 'A night away or at home';
  if (line.breakKind === 'homecare') return 'Floating support at home';
  return `Support of the kind “${line.breakKind ?? 'not said'}”`;
}
