import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** One line of outward-codes.csv or sectors.csv: the middle of a piece of country and whose it is. */
export type AreaFact = {
  readonly code: string;
  /** WGS84 degrees, north positive. */
  readonly latitude: number;
  /** WGS84 degrees, east positive. */
  readonly longitude: number;
  /** The ONS code of the district that holds most of the area. */
  readonly districtCode: string;
  readonly district: string;
  /** The name of the upper-tier or unitary authority of that district. */
  readonly authority: string;
};

const outwardCodes = read('outward-codes.csv');
const sectors = read('sectors.csv');

/** Gives what the product knows of an outward code such as "ME7", or null. */
export function outwardFact(outward: string): AreaFact | null {
  return outwardCodes.get(outward) ?? null;
}

/** Gives what the product knows of a sector such as "ME7 1", or null. */
export function sectorFact(sector: string): AreaFact | null {
  return sectors.get(sector) ?? null;
}

/** Gives every sector that the product knows, in the order of the file. */
export function knownSectors(): readonly AreaFact[] {
  return [...sectors.values()];
}

/** Gives every outward code that the product knows, in the order of the file. */
export function knownOutwardCodes(): readonly AreaFact[] {
  return [...outwardCodes.values()];
}

function read(fileName: string): ReadonlyMap<string, AreaFact> {
  const text = readFileSync(new URL(fileName, import.meta.url), 'utf8');
  const rows: Record<string, string>[] = parse(text, { columns: true, comment: '#', skip_empty_lines: true });
  return new Map(rows.map((row) => [row.code ?? '', factOf(row, fileName)]));
}

function factOf(row: Record<string, string>, fileName: string): AreaFact {
  const { code = '', district_code: districtCode = '', district = '', authority = '' } = row;
  const latitude = Number(row.latitude);
  const longitude = Number(row.longitude);
  const isWhole = [code, districtCode, district, authority].every((cell) => cell !== '');
  if (!isWhole || !Number.isFinite(latitude) || !Number.isFinite(longitude)) {
    throw new Error(`${fileName}: the line of "${code}" is not whole`);
  }
  return { code, latitude, longitude, districtCode, district, authority };
}
