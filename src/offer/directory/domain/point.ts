/** Where something is: degrees, and what the point is the middle of. */
export type FoundPoint = {
  readonly latitude: number;
  readonly longitude: number;
  readonly precision: 'unit' | 'sector' | 'outward';
};
