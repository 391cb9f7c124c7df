import { policy } from '#platform/web/route.ts';

/** Whoever reads what applying takes need not be signed in. */
export const anyone = policy('Anybody may read what applying takes', () => 'allowed');

/**
 * A family sees and changes its own household's applications. Which those are is held twice: by the queries
 * and by the database's row-level security, so that another family's application is simply not there.
 */
export const ownFamily = policy(
  'A signed-in family may see and change its own household’s applications',
  (visit) =>
    visit.person === null
      ? 'sign-in-as-family'
      : visit.person.kind === 'family'
        ? 'allowed'
        : {
            denied:
              'You are signed in as a practitioner. Sign out, then sign in with your own e-mail address to apply for your family.',
          },
);

/** The account page leads a practitioner on to their own first page. */
export const ownAccount = policy('A signed-in person may see their own account', (visit) =>
  visit.person === null ? 'sign-in-as-family' : 'allowed',
);
