import { awardsOfChildren } from '#families/awards/index.ts';
import { fullName, householdOfPerson } from '#families/register/index.ts';
import { financialYearOf } from '#kernel/local-date.ts';
import type { ToDo } from '#kernel/to-do.ts';
import type { Visit } from '#platform/web/visit.ts';
import { renewalTermsOn } from './casework.ts';
import type { Application } from './domain/application.ts';
import { openOfferOf } from './offers.ts';
import { ownApplications } from './own-applications.ts';

/** How long before an award ends its family is asked to renew it. */
const renewalWeeks = 6;

/** What a family has to do about its applications: questions to answer, drafts to finish, awards to renew. */
export async function toDosOfFamily(visit: Visit): Promise<readonly ToDo[]> {
  // A practitioner's connection sees every family's applications, and none of them is a duty of theirs here.
  if (visit.person?.kind !== 'family') return [];
  const applications = await ownApplications(visit);
  return [...applications.flatMap(ofApplication), ...(await renewalsDue(visit, applications))];
}

function ofApplication(application: Application): readonly ToDo[] {
  const { child } = application.answers;
  const about = child === undefined ? `Reference ${application.reference}` : fullName(child);
  if (application.state === 'more-asked')
    return [
      { title: 'Answer our question', about, href: `/account/applications/${application.id}`, by: null },
    ];
  if (application.state === 'draft')
    return [{ title: 'Finish and send your application', about, href: `/apply/${application.id}`, by: null }];
  return [];
}

/** The awards that end within the next weeks, where the family must ask again and has not done so yet. */
async function renewalsDue(visit: Visit, applications: readonly Application[]): Promise<readonly ToDo[]> {
  const authorityId = visit.authority.id;
  const on = visit.clock.today();
  const household = await householdOfPerson(visit.transaction, {
    authorityId,
    personId: visit.person?.id ?? '',
  });
  const children = household?.children ?? [];
  if (children.length === 0) return [];
  const awards = await awardsOfChildren(visit.transaction, {
    authorityId,
    childIds: children.map(({ id }) => id),
  });
  const until = on.add({ weeks: renewalWeeks });
  const due: ToDo[] = [];
  for (const { schemeId, childId, endsOn } of awards) {
    const child = children.find(({ id }) => id === childId);
    const isSoon =
      Temporal.PlainDate.compare(on, endsOn) <= 0 && Temporal.PlainDate.compare(endsOn, until) <= 0;
    if (schemeId === null || child === undefined || !isSoon) continue;
    if (renewalTermsOn(visit.authority, { schemeId, on }).way === 'review') continue;
    if ((await openOfferOf(visit.authority, { schemeId, on })) === null) continue;
    if (isAskedAgain(applications, { schemeId, childId, year: financialYearOf(on).name })) continue;
    due.push({ title: 'Renew what you have', about: fullName(child), href: '/apply', by: endsOn });
  }
  return due;
}

/** There is one draft or application a child, scheme and year: with it, nobody needs to be reminded. */
function isAskedAgain(
  applications: readonly Application[],
  wanted: { readonly schemeId: string; readonly childId: string; readonly year: string },
): boolean {
  return applications.some(
    ({ schemeId, childId, answers, grantYear, state }) =>
      schemeId === wanted.schemeId &&
      (childId ?? answers.child?.childId) === wanted.childId &&
      (grantYear === wanted.year || state === 'draft'),
  );
}
