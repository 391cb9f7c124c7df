import { type CsvCell, csvText } from '#platform/charts/index.ts';
import type { Download, Visit } from '#platform/web/visit.ts';
import type { PackageSummary } from './domain/summary.ts';
import { packageRulesOf } from './read-rules.ts';
import { namesFor, packageReport, type Report } from './report.ts';

function inPounds(amount: number): CsvCell {
  const rest = amount % 100;
  return { number: `${(amount - rest) / 100}.${String(rest).padStart(2, '0')}` };
}

function inHours(minutes: number): CsvCell {
  const rest = minutes % 60;
  const hundredths = Math.round((rest * 100) / 60);
  return { number: `${(minutes - rest) / 60}.${String(hundredths).padStart(2, '0')}` };
}

/** Every package that the report's address asks for, one row a child, for a spreadsheet. */
export async function packagesCsv(visit: Visit): Promise<Download> {
  const report = await packageReport(visit);
  const shown = report.isTooFew ? [] : report.found;
  const nameOf = await namesFor(visit, report, shown);
  const names = new Map(packageRulesOf(visit.authority).map(({ id, name }) => [id, name]));
  const today = visit.clock.today();
  const row = (one: PackageSummary) => [
    nameOf(one.childId),
    report.hasNames ? { number: report.age(one) } : report.age(one),
    report.locality(one),
    { number: String(one.count) },
    inPounds(one.pence),
    { number: String(one.unpriced) },
    inHours(one.minutes),
    { number: String(one.nights) },
    'not recorded yet',
    one.kinds.join(' '),
    one.ways.join(' '),
    one.payers.join(' '),
    one.schemes.join(' '),
    // A day is as good as a name to who knows when a child was looked at; the month is enough for the work.
    one.reviewOn?.toString().slice(0, report.hasNames ? 10 : 7) ?? '',
    one.breaches.map((id) => names.get(id) ?? id).join('; '),
  ];
  return {
    kind: 'download',
    name: `packages-${today}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    body: csvText(headings(report), shown.map(row)),
  };
}

function headings({ hasNames }: Report): readonly string[] {
  return [
    hasNames ? 'Child' : 'Reference',
    'Age',
    'Locality',
    'Supports',
    'Pounds a year',
    'Supports without a known cost',
    'Hours a year',
    'Nights a year',
    'Delivered',
    'Kinds',
    'Ways',
    'Paid by',
    'Schemes',
    'Next review',
    'Rules broken',
  ];
}
