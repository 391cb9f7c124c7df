import type { ToDo } from '#kernel/to-do.ts';
import type { Visit } from '#platform/web/visit.ts';
import { deskOf } from './actions/desk-facts.ts';
import { daysBefore } from './domain/review.ts';
import { isWriter, signsAs } from './policy.ts';
import { openDraft } from './store/drafts.ts';
import { versionLines } from './store/versions.ts';

const desk = '/practitioners/statement';

/** What a practitioner has to do about the statement: look at it again, answer comments, sign, publish. */
export async function toDosOfPractitioner(visit: Visit): Promise<readonly ToDo[]> {
  const { person, authority, transaction } = visit;
  const writes = isWriter(person);
  const signs = signsAs(person) !== null;
  if (person?.kind !== 'practitioner' || (!writes && !signs)) return [];
  // The whole draft is composed only where there is one: the list of work is opened all day.
  const draft = await openDraft(transaction, authority.id);
  const [newest] = await versionLines(transaction, authority.id);
  const reviewBy = newest?.reviewBy ?? null;
  if (draft === null) {
    const isNear =
      reviewBy !== null &&
      Temporal.PlainDate.compare(reviewBy, visit.clock.today().add({ days: daysBefore })) <= 0;
    return isNear && writes
      ? [
          {
            title: 'Look at the short breaks statement again',
            about: `Version ${newest?.number}`,
            href: desk,
            by: reviewBy,
          },
        ]
      : [];
  }
  return ofDraft(visit, { writes, signs, reviewBy });
}

async function ofDraft(
  visit: Visit,
  {
    writes,
    signs,
    reviewBy: by,
  }: { readonly writes: boolean; readonly signs: boolean; readonly reviewBy: Temporal.PlainDate | null },
): Promise<readonly ToDo[]> {
  const { whole, comments, obstacles } = await deskOf(visit);
  if (whole === null) return [];
  const about = `Version ${whole.draft.number} of the statement`;
  const unanswered = comments.filter(({ answer }) => answer === null).length;
  const hasSigned = whole.signatures.some(({ personId }) => personId === visit.person?.id);
  // It is time to sign once nothing else stands in the way.
  const isToSign = signs && !hasSigned && obstacles.every(({ code }) => code === 'not-signed');
  return [
    ...(writes && unanswered > 0
      ? [
          {
            title: `Answer ${unanswered === 1 ? 'a comment' : `${unanswered} comments`}`,
            about,
            href: `${desk}/consultation`,
            by,
          },
        ]
      : []),
    ...(isToSign && obstacles.length > 0
      ? [{ title: 'Read and sign the short breaks statement', about, href: `${desk}/preview`, by }]
      : []),
    ...(signs && obstacles.length === 0
      ? [{ title: 'Publish the short breaks statement', about, href: `${desk}/publish`, by }]
      : []),
  ];
}
