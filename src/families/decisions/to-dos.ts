import { householdsHiddenFrom } from '#families/register/index.ts';
import type { ToDo } from '#kernel/to-do.ts';
import { workingDaysFrom } from '#kernel/working-days.ts';
import { holidaysOf } from '#platform/authorities/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import { casesNobodyMaySee } from './nobody-may-see.ts';
import { managerRole, officerRole } from './policy.ts';
import { openCasesGivenTo } from './store/assignments.ts';
import { queuePage } from './store/queue.ts';

/** How many cases of the queue stand in a list of work; the queue has the rest. */
const mostCases = 10;

/** From how many working days before its day a case stands in the list. */
const soonInDays = 3;

/** What decisions ask of the signed-in practitioner: cases due soon or late, cases given to them, cases for nobody. */
export async function toDosOfPractitioner(visit: Visit): Promise<readonly ToDo[]> {
  const { person } = visit;
  if (person?.kind !== 'practitioner') return [];
  const given = await casesGiven(visit, person.id);
  const due = person.roles.includes(officerRole) ? await casesDue(visit) : [];
  const nobodys = person.roles.includes(managerRole) ? await casesForNobody(visit) : [];
  const own = new Set(given.map(({ href }) => href));
  return [...given, ...due.filter(({ href }) => !own.has(href)), ...nobodys];
}

async function casesGiven(visit: Visit, personId: string): Promise<readonly ToDo[]> {
  const cases = await openCasesGivenTo(visit.transaction, { authorityId: visit.authority.id, personId });
  return cases.map((one) => ({
    title: 'Decide the application that you were given',
    about: one.reference,
    href: `/practitioners/applications/${one.id}`,
    by: one.dueOn,
  }));
}

async function casesDue(visit: Visit): Promise<readonly ToDo[]> {
  const { person } = visit;
  if (person === null) return [];
  const authorityId = visit.authority.id;
  const holidays = holidaysOf(visit.authority);
  const soon = workingDaysFrom({ from: visit.clock.today(), count: soonInDays, holidays });
  const rows = await queuePage(visit.transaction, {
    authorityId,
    hidden: await householdsHiddenFrom(visit, person),
    filter: { view: 'waiting', words: [] },
    limit: mostCases,
    after: null,
  });
  return rows.flatMap((row) =>
    row.dueOn === null || Temporal.PlainDate.compare(row.dueOn, soon) > 0
      ? []
      : [
          {
            title: 'Decide the application',
            about: `${row.givenName} ${row.familyName}, ${row.reference}`,
            href: `/practitioners/applications/${row.id}`,
            by: row.dueOn,
          },
        ],
  );
}

async function casesForNobody(visit: Visit): Promise<readonly ToDo[]> {
  const cases = await casesNobodyMaySee(visit);
  const [first] = cases;
  if (first === undefined) return [];
  return [
    {
      title: 'Give cases to somebody who may see them',
      about: `${cases.length} ${cases.length === 1 ? 'case' : 'cases'} that no officer may see`,
      href: '/practitioners/cases-nobody-may-see',
      by: first.dueOn,
    },
  ];
}
