export { type Districts, districtsOf } from './districts.ts';
export { showDistricts } from './districts-answer.ts';
export { districtsPath, type MapPoint, mapOf } from './map-part.ts';
