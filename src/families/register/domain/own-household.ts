/** Somebody as they are known by name and, where they gave one, e-mail address. */
export type Named = { readonly name: string; readonly email: string | null };

/** A name without capitals, accents and double spaces, so that "Zoë  Smith" is "zoe smith". */
export function plainName(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase();
}

function plainEmail(email: string): string {
  return email.trim().toLowerCase();
}

/**
 * How a practitioner is like one of the people of a household: the same e-mail address, which is theirs, or no
 * more than the same name, which may be a namesake's; null where they are like nobody.
 */
export function likenessTo(
  practitioner: { readonly name: string; readonly email: string },
  household: readonly Named[],
): 'email' | 'name' | null {
  const name = plainName(practitioner.name);
  const email = plainEmail(practitioner.email);
  if (email !== '' && household.some((one) => one.email !== null && plainEmail(one.email) === email))
    return 'email';
  return name !== '' && household.some((one) => plainName(one.name) === name) ? 'name' : null;
}

/**
 * Whether a practitioner is, or may be, one of the people of a household: the same e-mail address or the same
 * name. A namesake is turned away too, until a manager has told the two apart.
 */
export function isOwnHousehold(
  practitioner: { readonly name: string; readonly email: string },
  household: readonly Named[],
): boolean {
  return likenessTo(practitioner, household) !== null;
}
