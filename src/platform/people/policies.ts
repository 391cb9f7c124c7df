import { type Policy, policy } from '#platform/web/route.ts';
import { isRole, type Role, rolesInWords } from './roles.ts';

/** For pages that say nothing about a person. */
export const anyone = policy('Anybody may do this, signed in or not', () => 'allowed');

/** For what everybody has who is signed in, such as the list of their sessions. */
export const signedIn = policy('Anybody who is signed in may do this, for themselves', (visit) =>
  visit.person === null ? 'sign-in-as-family' : 'allowed',
);

/** For families' own pages. Which household's records they see is the query's and the database's affair. */
export const signedInFamily = policy(
  'A signed-in family member may do this, for their own household',
  (visit) => (visit.person?.kind === 'family' ? 'allowed' : 'sign-in-as-family'),
);

/** For providers' own pages. Which listings are theirs is the query's and the database's affair. */
export const signedInProvider = policy(
  'A signed-in person of a provider may do this, for the listings of their own provider',
  (visit) => (visit.person?.kind === 'provider' ? 'allowed' : 'sign-in-as-provider'),
);

/** For pages that every practitioner sees, whatever their role. */
export const signedInPractitioner = policy('A signed-in practitioner may do this', (visit) =>
  visit.person?.kind === 'practitioner' ? 'allowed' : 'sign-in-as-practitioner',
);

/** For what practitioners with one of these roles may do. */
export function hasRole(...wanted: readonly [Role, ...Role[]]): Policy {
  const words = rolesInWords(wanted, 'or');
  return policy(`A signed-in ${words} may do this`, ({ person }) => {
    if (person?.kind !== 'practitioner') return 'sign-in-as-practitioner';
    if (wanted.some((role) => person.roles.includes(role))) return 'allowed';
    const own = rolesInWords(person.roles.filter(isRole), 'and');
    return {
      denied: `This is for a ${words}. You are signed in as ${person.name}, ${own}. If your work has changed, ask the people who look after your council account.`,
    };
  });
}

/** For what exists in the demonstration alone, and there only for who sits at the machine where it runs. */
export const demonstrationHere = policy(
  'In a demonstration, whoever sits at the machine where it runs may do this',
  (visit) =>
    visit.isDemonstration && visit.isFromThisMachine
      ? 'allowed'
      : { denied: 'This works in a demonstration only, on the machine where it runs.' },
);
