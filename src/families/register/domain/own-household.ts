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
 * Whether a practitioner is, or may be, one of the people of a household: the same e-mail address or the same
 * name. A namesake is turned away too: another officer takes the case, and nobody has to prove who they are not.
 */
export function isOwnHousehold(
  practitioner: { readonly name: string; readonly email: string },
  household: readonly Named[],
): boolean {
  const name = plainName(practitioner.name);
  const email = plainEmail(practitioner.email);
  return household.some(
    (one) =>
      (name !== '' && plainName(one.name) === name) ||
      (email !== '' && one.email !== null && plainEmail(one.email) === email),
  );
}
