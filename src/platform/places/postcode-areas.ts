/**
 * The postcode areas of the United Kingdom: the letters that a postcode may begin with. Source: Royal Mail's
 * published list of 121 areas, with GY, JE and IM of the islands that use the same system.
 */
const AREAS: ReadonlySet<string> = new Set(
  `AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX
   FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE
   NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ
   TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE`.split(/\s+/),
);

/** The areas that have a district numbered nought, such as CR0. */
const AREAS_WITH_DISTRICT_NOUGHT: ReadonlySet<string> = new Set([
  'BL',
  'BS',
  'CM',
  'CR',
  'FY',
  'HA',
  'PR',
  'SL',
  'SS',
]);

/** The areas, all in London, where a district may end in a letter, such as SW1A. */
const AREAS_WITH_LETTERED_DISTRICTS: ReadonlySet<string> = new Set([
  'E',
  'EC',
  'N',
  'NW',
  'SE',
  'SW',
  'W',
  'WC',
]);

/**
 * The areas that lie wholly outside England. Those that cross a border (CH, HR, LD, LL, NP, SY, TD) are left
 * out: they hold English addresses too.
 */
const OUTSIDE_ENGLAND: ReadonlyMap<string, string> = new Map([
  ...['AB', 'DD', 'DG', 'EH', 'FK', 'G', 'HS', 'IV', 'KA', 'KW', 'KY', 'ML', 'PA', 'PH', 'ZE'].map(
    (area): [string, string] => [area, 'Scotland'],
  ),
  ...['CF', 'SA'].map((area): [string, string] => [area, 'Wales']),
  ['BT', 'Northern Ireland'],
  ['GY', 'Guernsey'],
  ['JE', 'Jersey'],
  ['IM', 'the Isle of Man'],
]);

const OUTWARD = /^([A-Z]{1,2})(\d[A-Z\d]?)$/;

/** Gives the letters that an outward code begins with: "ME" of "ME7". */
export function areaOf(outward: string): string {
  return OUTWARD.exec(outward)?.[1] ?? '';
}

/** Says whether `outward` is formed as a British outward code is and begins with an area that there is. */
export function isOutwardCode(outward: string): boolean {
  const match = OUTWARD.exec(outward);
  const area = match?.[1] ?? '';
  const district = match?.[2] ?? '';
  if (!AREAS.has(area)) return false;
  if (/[A-Z]$/.test(district)) return AREAS_WITH_LETTERED_DISTRICTS.has(area);
  if (!district.startsWith('0')) return true;
  return district === '0' && AREAS_WITH_DISTRICT_NOUGHT.has(area);
}

/** Gives the country that an outward code lies in where that is wholly outside England, otherwise null. */
export function countryOutsideEngland(outward: string): string | null {
  return OUTSIDE_ENGLAND.get(areaOf(outward)) ?? null;
}
