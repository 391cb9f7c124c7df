import type { Authority } from '#platform/authorities/index.ts';
import { locate, parsePostcode } from '#platform/places/index.ts';

/**
 * The area in which a postcode seems to lie, where that is not this council's own: "Kent". Null for one of its
 * own, and for one that is known only to a few miles. A sector on the border may count for the other side, so
 * this is something to tell a family, and never to refuse it for.
 */
export function otherCouncilOf(authority: Pick<Authority, 'name'>, postcode: string): string | null {
  const parsed = parsePostcode(postcode);
  const place = parsed.ok ? locate(parsed.value) : null;
  if (place === null || place.precision === 'outward') return null;
  return authority.name.startsWith(place.authority) ? null : place.authority;
}
