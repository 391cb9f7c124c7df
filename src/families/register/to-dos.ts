import type { ToDo } from '#kernel/to-do.ts';
import type { Visit } from '#platform/web/visit.ts';
import { visitorOf } from './child-visit.ts';
import { codeWords } from './codes.ts';
import { lifeOf } from './domain/evidence-life.ts';
import { newestOfEachKind } from './domain/newest-evidence.ts';
import { householdsHiddenFrom } from './kept-away.ts';
import { recordRoles } from './record-policy.ts';
import { evidenceOf } from './store/children.ts';
import { apartToReview } from './store/children-apart.ts';
import { factsToReview } from './store/facts.ts';
import { householdOfPerson } from './store/households.ts';
import { invitationsForAddress, invitationsToConfirm } from './store/invitations.ts';
import { entriesIn } from './store/register-lists.ts';

/** What a family should do for the register: send a letter anew before it ends, take up an invitation. */
export async function toDosOfFamily(visit: Visit): Promise<readonly ToDo[]> {
  const person = visitorOf(visit);
  const authorityId = visit.authority.id;
  const invited = await invitationsForAddress(visit.transaction, {
    authorityId,
    email: person.email,
    at: visit.clock.now(),
  });
  const joining: readonly ToDo[] = invited.map((one) => ({
    title: 'Type in the code from our email',
    about: `${one.name}, to share your family’s account`,
    href: '/account/join',
    by: null,
  }));
  const household = await householdOfPerson(visit.transaction, { authorityId, personId: person.id });
  const lapsing: ToDo[] = [];
  for (const child of household?.children ?? []) {
    const held = await evidenceOf(visit.transaction, { authorityId, childId: child.id });
    const newest = newestOfEachKind(held);
    for (const one of held)
      if (newest.has(one.id) && lifeOf(one, visit.clock.today()) === 'lapses-soon')
        lapsing.push({
          title: `Send a new ${codeWords(visit.authority, 'evidence-kind', one.kind)}`,
          about: child.givenName,
          href: `/account/children/${child.id}/evidence`,
          by: one.holdsUntil,
        });
  }
  return [...joining, ...lapsing];
}

/** What practitioners should do for the register: confirm who asks to join, let parents in, look at pairs again. */
export async function toDosOfPractitioner(visit: Visit): Promise<readonly ToDo[]> {
  const person = visitorOf(visit);
  if (!recordRoles.some((role) => person.roles.includes(role))) return [];
  const authorityId = visit.authority.id;
  const hidden = await householdsHiddenFrom(visit, person);
  const asked = await entriesIn(visit.transaction, {
    authorityId,
    hidden,
    state: 'asked',
    limit: 50,
    offset: 0,
  });
  const invitations = await invitationsToConfirm(visit.transaction, { authorityId, hidden });
  const pairs = await apartToReview(visit.transaction, {
    authorityId,
    hidden,
    by: visit.clock.today().add({ weeks: 2 }),
  });
  const facts = await factsToReview(visit.transaction, { authorityId, hidden, by: visit.clock.today() });
  return [
    ...facts.map((one) => ({
      title: 'Ask again if what we recorded still holds',
      about: `${one.name}: ${one.count === 1 ? '1 thing' : `${one.count} things`}`,
      href: `/practitioners/children/${one.childId}`,
      by: one.reviewOn,
    })),
    ...asked.map((one) => ({
      title: 'Confirm a child on the register',
      about: one.name,
      href: `/practitioners/children/${one.childId}/register`,
      by: null,
    })),
    ...invitations.map((one) => ({
      title: 'Check a parent who asks to share an account',
      about: one.name,
      href: `/practitioners/children/${one.childId}/people`,
      by: null,
    })),
    ...pairs.map((one) => ({
      title: 'Look again at who must be kept apart',
      about: one.name,
      href: `/practitioners/children/${one.childId}/limits`,
      by: one.reviewOn,
    })),
  ];
}
