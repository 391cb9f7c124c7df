import { type Scheme, type SchemeVersion, schemesOf, versionInForce } from '#families/schemes/index.ts';
import type { Authority } from '#platform/authorities/index.ts';

/** A scheme that families can ask for, as it stands on a day. */
export type Offer = {
  readonly scheme: Scheme;
  /** The rules in force on that day; null while none are. */
  readonly version: SchemeVersion | null;
  /** When it opens, where it has not yet; null where it is open or nobody has said. */
  readonly opensOn: Temporal.PlainDate | null;
};

/** An offer that is open: with the rules that count today. */
export type OpenOffer = Offer & { readonly version: SchemeVersion };

/** Whose needs an application can be about. A booking, a provider or a payment is asked for elsewhere. */
const askedBy: readonly string[] = ['child', 'family', 'household'];

/** The schemes of an authority that families can ask for, open ones first, in the order of their folders. */
export async function offersOn(
  authority: Pick<Authority, 'folder'>,
  on: Temporal.PlainDate,
): Promise<readonly Offer[]> {
  const offers = (await schemesOf(authority.folder))
    .filter((scheme) => scheme.isOffered && askedBy.includes(scheme.unit))
    .map((scheme) => offerOf(scheme, on))
    .filter(({ scheme, version }) =>
      [version, ...scheme.versions].some((one) => one?.rules.has('eligibility')),
    );
  return [...offers.filter(isOpen), ...offers.filter((offer) => !isOpen(offer))];
}

/** Whether a scheme can be asked for on its day. */
export function isOpen(offer: Offer): offer is OpenOffer {
  return offer.version?.rules.has('eligibility') ?? false;
}

/** How a scheme stands on a day. */
export function offerOf(scheme: Scheme, on: Temporal.PlainDate): Offer {
  const version = versionInForce(scheme, on);
  if (version.ok) return { scheme, version: version.value, opensOn: null };
  const coming = scheme.versions
    .filter(({ status }) => status === 'in force')
    .flatMap(({ from }) => (from !== null && Temporal.PlainDate.compare(from, on) > 0 ? [from] : []))
    .sort(Temporal.PlainDate.compare);
  return { scheme, version: null, opensOn: coming[0] ?? null };
}

/** One scheme that can be asked for today; null when there is none of that name, or it is not open. */
export async function openOfferOf(
  authority: Pick<Authority, 'folder'>,
  asked: { readonly schemeId: string; readonly on: Temporal.PlainDate },
): Promise<OpenOffer | null> {
  const offers = await offersOn(authority, asked.on);
  return offers.filter(isOpen).find(({ scheme }) => scheme.id === asked.schemeId) ?? null;
}
