import { formatGranted, kindNames } from '#families/awards/index.ts';
import { csvText } from '#platform/charts/index.ts';
import type { Download, Visit } from '#platform/web/visit.ts';
import { reviewList } from './review-list.ts';

/** The list of reviews as the page shows it, all of it, for a spreadsheet. */
export async function reviewsCsv(visit: Visit): Promise<Download> {
  const { lines, filter } = await reviewList(visit);
  const today = visit.clock.today();
  return {
    kind: 'download',
    name: `reviews-${filter.view}-${today}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    body: csvText(
      ['Child', 'Born', 'Award', 'Kind', 'Of', 'Law', 'Due by', 'Days late', 'Held so far', 'Suspended'],
      lines.map((one) => [
        one.childName,
        one.bornOn.toString(),
        one.award.reference,
        kindNames[one.award.breakKind],
        formatGranted(one.award),
        one.award.legalBasis ?? '',
        one.dueOn.toString(),
        { number: String(Math.max(0, one.dueOn.until(today, { largestUnit: 'days' }).days)) },
        { number: String(one.held.length) },
        one.isSuspended ? 'yes' : 'no',
      ]),
    ),
  };
}
