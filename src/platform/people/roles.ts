/** What a practitioner may be, as the council's sign-in service names it. */
export const roles = [
  'short-breaks-officer',
  'social-worker',
  'team-manager',
  'panel-chair',
  'commissioner',
  'finance-officer',
  'quality-officer',
  'complaints-officer',
  'data-protection-officer',
] as const;

export type Role = (typeof roles)[number];

/** A role in words, in the middle of a sentence: "short breaks officer". */
export function roleWords(role: Role): string {
  return role.replaceAll('-', ' ');
}

/** Several roles in words: "commissioner, finance officer or panel chair". */
export function rolesInWords(several: readonly Role[], last: 'or' | 'and'): string {
  const words = several.map(roleWords);
  const end = words.at(-1) ?? '';
  return words.length < 2 ? end : `${words.slice(0, -1).join(', ')} ${last} ${end}`;
}

/** Whether a text names a role. */
export function isRole(text: string): text is Role {
  return roles.some((role) => role === text);
}

function told(claim: unknown): readonly string[] {
  if (typeof claim === 'string') return claim.split(/[,;]/);
  return Array.isArray(claim) ? claim.filter((one) => typeof one === 'string') : [];
}

/**
 * Reads the roles that a council's sign-in service tells. A role may be written "panel-chair", "Panel Chair"
 * or, where several councils share one sign-in service, "medway/panel-chair". What is not known is ignored;
 * so is, with several councils on one deployment, a role that does not say which council gave it.
 */
export function rolesFromClaim(
  claim: unknown,
  at: { readonly slug: string; readonly isOnlyAuthority: boolean },
): readonly Role[] {
  const found = new Set<Role>();
  for (const text of told(claim)) {
    const parts = text.trim().toLowerCase().split('/');
    const name = (parts.at(-1) ?? '').trim().replace(/[\s_]+/g, '-');
    const isOfThisCouncil =
      parts.length === 1 ? at.isOnlyAuthority : parts.length === 2 && parts[0] === at.slug;
    if (isOfThisCouncil && isRole(name)) found.add(name);
  }
  return roles.filter((role) => found.has(role));
}
