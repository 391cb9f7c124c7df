import { pence } from '#kernel/money.ts';
import type { Listing } from './domain/listing.ts';
import { nothingMore } from './store/listing-content.ts';

/** A listing for tests: a Saturday swim in Gillingham, with what is given in the place of its own. */
export function aListing(given: Partial<Listing> = {}): Listing {
  return {
    ...nothingMore,
    slug: 'saturday-swim',
    title: 'Saturday swim',
    provider: 'Medway Otters',
    tier: 'targeted',
    kinds: ['swimming'],
    summary: 'A quiet hour in warm water, with helpers in the pool.',
    description: 'Lights are low and the music is off.',
    ages: { from: 5, to: 12 },
    needs: ['autism', 'learning-disability'],
    when: {
      times: ['weekend'],
      days: ['sat'],
      from: Temporal.PlainTime.from('10:00'),
      until: Temporal.PlainTime.from('11:00'),
      note: 'Term time only.',
    },
    cost: { kind: 'amount', pence: pence(600), per: 'session', note: null },
    accepts: ['short-breaks-grant'],
    join: { how: 'book', referredBy: null, note: 'Book a week ahead.' },
    place: {
      kind: 'at',
      name: 'Otters Pool',
      locality: 'Gillingham',
      postcode: 'ME7 1HF',
      isOutsideAuthority: false,
    },
    contact: { phone: '01632 960001', email: 'hello@otters.example.org', url: null },
    ratios: ['1:2'],
    paused: null,
    provenance: { kind: 'demonstration' },
    demonstrationFields: [],
    checkedOn: Temporal.PlainDate.from('2026-10-01'),
    ...given,
  };
}
