import { barredAddresses, peopleOfHousehold } from '#families/register/index.ts';
import { type Refusal, refusal } from '#kernel/refusal.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { Answers } from '../domain/answers.ts';

/**
 * Why the address that was given for a household of the register is not the family's, or null. Whoever has the
 * address reads the application and what comes of it. So where the register knows how to reach the family, it is
 * one of those addresses; and never that of an adult whom an order keeps from a child of the household.
 */
export async function addressNotTheirs(visit: Visit, { by }: Answers): Promise<Refusal | null> {
  if (by === undefined || by.householdId === null || by.familyEmail === '') return null;
  const named = { authorityId: visit.authority.id, householdId: by.householdId };
  const address = by.familyEmail.toLowerCase();
  const barred = await barredAddresses(visit.transaction, named);
  if (barred.has(address))
    return refusal(
      'barred-address',
      'An order does not let us write to this address about this child. Enter the address of another parent carer',
      'familyEmail',
    );
  const people = await peopleOfHousehold(visit.transaction, named);
  const known = people.flatMap(({ email }) => (email === null ? [] : [email.toLowerCase()]));
  const hasAccount = people.some(({ personId, email }) => personId !== null && email !== null);
  if (!hasAccount || known.includes(address)) return null;
  return refusal(
    'not-theirs',
    'The register has other addresses for this family, and whoever has this one could read the application. Leave it empty, or ask the family to invite the other parent in its account',
    'familyEmail',
  );
}
