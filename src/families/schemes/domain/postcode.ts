/** Writes a postcode as the post does, "ME7 1HF", whatever the spaces and the case; null when it is none. */
export function tidyPostcode(typed: string): string | null {
  const letters = typed.toUpperCase().replaceAll(/\s/g, '');
  const match = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/.exec(letters);
  return match ? `${match[1]} ${match[2]}` : null;
}

/**
 * Whether a tidy postcode lies in what the council names: an area ("ME"), a district ("ME7"), a sector
 * ("ME7 1") or the whole postcode. ME1 does not take in ME10.
 */
export function isInPostcodes(postcode: string, part: string): boolean {
  const wanted = part.toUpperCase().trim();
  const [district = '', rest = ''] = postcode.split(' ');
  if (/^[A-Z]{1,2}$/.test(wanted)) return district.replace(/\d.*$/, '') === wanted;
  if (!wanted.includes(' ')) return district === wanted;
  const [wantedDistrict = '', wantedRest = ''] = wanted.split(/\s+/);
  return district === wantedDistrict && rest.startsWith(wantedRest);
}
