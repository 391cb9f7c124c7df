export { type AreaFact, knownOutwardCodes, knownSectors, outwardFact, sectorFact } from './built-in-facts.ts';
export { type CodePointRow, type CodePointRowError, readCodePointOpen } from './code-point-open.ts';
export { formatMiles, milesBetween, type Point } from './distance.ts';
export { locate, type Place } from './locate.ts';
export { type Postcode, type PostcodePart, parsePostcode } from './postcode.ts';
