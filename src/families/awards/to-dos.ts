import { householdsHiddenFrom } from '#families/register/index.ts';
import type { ToDo } from '#kernel/to-do.ts';
import type { Visit } from '#platform/web/visit.ts';
import { lastDayOf } from './domain/change.ts';
import { changesOfAwards } from './store/changes.ts';
import { openRaises } from './store/raises.ts';
import { awardsOfPerson } from './store/summaries.ts';

/** How long before an award ends a family is told how to ask again. */
const weeksBefore = 8;

/** What a family has to do about its awards: ask again where one ends within eight weeks. */
export async function toDosOfFamily(visit: Visit): Promise<readonly ToDo[]> {
  const { person } = visit;
  if (person?.kind !== 'family') return [];
  const authorityId = visit.authority.id;
  const awards = await awardsOfPerson(visit.transaction, { authorityId, personId: person.id });
  const changes = await changesOfAwards(visit.transaction, {
    authorityId,
    awardIds: awards.map(({ id }) => id),
  });
  const today = visit.clock.today();
  const ends = awards.map((award) => ({ award, last: lastDayOf(award, changes.get(award.id) ?? []) }));
  const soon = ends.filter(
    ({ award, last }) =>
      Temporal.PlainDate.compare(last, today) >= 0 &&
      Temporal.PlainDate.compare(last, today.add({ weeks: weeksBefore })) <= 0 &&
      // What follows it is there already, or it was ended on purpose.
      last.equals(award.endsOn) &&
      !ends.some((other) => other.award.childName === award.childName && isLater(other.last, last)),
  );
  return soon.map(({ award, last }) => ({
    title: 'Ask again: your award ends soon',
    about: `${award.childName}, ${award.reference}`,
    href: '/apply',
    by: last,
  }));
}

function isLater(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) > 0;
}

/** What a practitioner has to do about awards: a team manager answers the raises that others asked for. */
export async function toDosOfPractitioner(visit: Visit): Promise<readonly ToDo[]> {
  const { person } = visit;
  if (person === null || !person.roles.includes('team-manager')) return [];
  const hidden = await householdsHiddenFrom(visit, person);
  const raises = await openRaises(visit.transaction, { authorityId: visit.authority.id, hidden });
  return raises
    .filter(({ askedBy }) => askedBy !== person.id)
    .map((raise) => ({
      title: 'Answer a raise of an award',
      about: `${raise.childName}, ${raise.reference}`,
      href: `/practitioners/awards/${raise.awardId}/raises/${raise.id}`,
      by: null,
    }));
}
