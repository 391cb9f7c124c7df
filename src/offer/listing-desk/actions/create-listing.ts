import { z } from 'zod';
import { newId } from '#kernel/id.ts';
import { refusal } from '#kernel/refusal.ts';
import { kinds, type Listing, nothingMore, providerSlug } from '#offer/directory/index.ts';
import { choices, firstValue, parseForm, words } from '#platform/web/form.ts';
import { type Answer, notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { baseOf, deskOf, listingAtDesk } from '../desk.ts';
import { sections } from '../sections/all.ts';
import { valuesOf } from '../sections/section.ts';
import { draftOf } from '../store/drafts.ts';
import { listingRowOf } from '../store/listing-rows.ts';
import { allProviders, type NamedProvider } from '../store/provider-people.ts';
import { keepNewListing } from './propose-listing.ts';
import { noteVersion } from './publish.ts';
import { tellSentAgain } from './tell-provider.ts';

const form = z.object({
  title: words({ missing: 'Enter the name', max: 100, name: 'Name' }),
  summary: words({ missing: 'Enter a short summary', max: 250, name: 'Summary' }),
  kinds: choices(valuesOf(kinds), 'Choose what it is'),
});

/** The providers for whom a new listing may be begun at this desk. */
export async function providersToWriteFor(visit: Visit): Promise<readonly NamedProvider[]> {
  const desk = await deskOf(visit);
  return desk.side === 'provider' ? desk.providers : allProviders(visit.transaction, visit.authority.id);
}

/** A new listing, with nothing decided but its name: what is left open is asked for section by section. */
function begun(
  given: Pick<Listing, 'slug' | 'title' | 'summary' | 'kinds' | 'provider'> & {
    readonly today: Temporal.PlainDate;
    readonly side: 'provider' | 'council';
  },
): Listing {
  const { today, side, ...named } = given;
  return {
    ...nothingMore,
    ...named,
    tier: 'targeted',
    description: '',
    ages: { from: 0, to: 25 },
    needs: [],
    when: { times: [], days: [], from: null, until: null, note: null },
    cost: { kind: 'ask', note: '' },
    accepts: [],
    join: { how: 'book', referredBy: null, note: null },
    place: { kind: 'area', area: '' },
    contact: { phone: null, email: null, url: null },
    ratios: [],
    paused: null,
    provenance: { kind: side },
    demonstrationFields: [],
    checkedOn: today,
    checkedBy: side === 'provider' ? 'the provider' : 'the council',
  };
}

async function freeSlug(visit: Visit, title: string): Promise<string> {
  const slug = providerSlug(title).slice(0, 80);
  const named = { authorityId: visit.authority.id, slug };
  const isTaken =
    (await listingRowOf(visit.transaction, named)) !== null ||
    (await draftOf(visit.transaction, named)) !== null;
  // A draft of another provider's is not to be seen here, so an address is only taken where it surely is free.
  const isOwn = visit.person?.kind === 'provider';
  return isTaken || isOwn ? `${slug}-${newId().slice(-6)}` : slug;
}

/** Begins a new listing; nobody sees it until it is sent and approved. */
export async function createListing(visit: Visit): Promise<Answer> {
  const parsed = parseForm(form, visit.form);
  const providers = await providersToWriteFor(visit);
  const provider =
    providers.length === 1
      ? providers[0]
      : providers.find(({ slug }) => slug === firstValue(visit.form, 'provider'));
  if (!parsed.ok) return wrong(...parsed.refusals);
  if (provider === undefined) return wrong(refusal('missing', 'Choose who runs it', 'provider'));
  const desk = await deskOf(visit);
  const { id: personId, name } = signedIn(visit);
  const slug = await freeSlug(visit, parsed.value.title);
  const listing = begun({
    ...parsed.value,
    slug,
    provider: provider.name,
    today: visit.clock.today(),
    side: desk.side,
  });
  await keepNewListing(visit.transaction, {
    authorityId: visit.authority.id,
    at: visit.clock.now(),
    by: { personId, words: `${name}, ${desk.side === 'provider' ? provider.name : visit.authority.name}` },
    source: desk.side,
    listing,
    draft: null,
    isSent: false,
  });
  visit.concerns('listing', slug);
  return redirect(`${baseOf(desk.side, slug)}?saved=begun`);
}

/** The sections of a new listing that say too little to be sent. */
export function unfinished(listing: Listing): readonly string[] {
  const isMissing: Readonly<Record<string, boolean>> = {
    what: listing.description === '',
    when: listing.when.times.length === 0,
    where: listing.place.kind === 'area' && listing.place.area === '',
    cost: listing.cost.kind === 'ask' && listing.cost.note === '',
    contact: listing.contact.phone === null && listing.contact.email === null && listing.contact.url === null,
  };
  return sections.filter(({ key }) => isMissing[key] === true).map(({ key }) => key);
}

/** Sends a new listing to the council to be approved. */
export async function sendListing(visit: Visit): Promise<Answer> {
  const at = await listingAtDesk(visit, { toChange: true });
  if (at === null || !at.draft?.content) return notFound('the listing');
  const open = unfinished(at.proposed);
  if (open.length > 0) {
    const titles = sections.filter(({ key }) => open.includes(key)).map(({ title }) => `“${title}”`);
    return wrong(refusal('not-finished', `Fill in ${titles.join(', ')} first`));
  }
  const deed = { authorityId: visit.authority.id, at: visit.clock.now(), by: at.by };
  await keepNewListing(visit.transaction, {
    ...deed,
    source: at.desk.side,
    listing: at.proposed,
    draft: at.draft,
    isSent: true,
  });
  await noteVersion(visit.transaction, { ...deed, listing: at.proposed, state: 'proposed', why: 'New' });
  await tellSentAgain(visit, { returnedBy: at.draft.returnedBy, listing: at.proposed });
  visit.concerns('listing', at.slug);
  return redirect(`${at.base}?saved=sent`);
}
