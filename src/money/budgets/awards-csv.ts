import { type CsvCell, csvText } from '#platform/charts/index.ts';
import { type Download, type NotFound, notFound, type Visit } from '#platform/web/visit.ts';
import { firstAmount, yearOfBudget } from './year-of-budget.ts';

function inPounds(amount: number): CsvCell {
  const sign = amount < 0 ? '-' : '';
  const absolute = Math.abs(amount);
  const rest = absolute % 100;
  return { number: `${sign}${(absolute - rest) / 100}.${String(rest).padStart(2, '0')}` };
}

/**
 * Gives the entries of the ledger that make a year's committed amount, with the award of each, for a
 * spreadsheet. `amount` in the address (whole pence) narrows it to awards of that amount. No child is named.
 */
export async function awardsCsv(visit: Visit): Promise<Download | NotFound> {
  const found = await yearOfBudget(visit);
  if (found === null) return notFound('a budget');
  const only = visit.query.get('amount');
  const awards = new Map(found.awards.map((award) => [award.id, award]));
  const rows = found.entries
    .map((entry) => ({ entry, award: awards.get(entry.awardId) }))
    .filter(({ award }) => only === null || (award !== undefined && String(firstAmount(award)) === only))
    .map(({ entry, award }) => [
      award?.reference ?? '',
      entry.kind,
      inPounds(entry.amount),
      entry.datedOn.toString(),
      award?.startsOn.toString() ?? '',
      award?.endsOn.toString() ?? '',
      award?.schemeId ?? '',
      award?.versionId ?? '',
    ]);
  return {
    kind: 'download',
    name: `awards-${found.fund.id}-${found.position.year}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    body: csvText(
      ['Award', 'Entry', 'Amount in pounds', 'Dated', 'Starts', 'Ends', 'Scheme', 'Version'],
      rows,
    ),
  };
}
