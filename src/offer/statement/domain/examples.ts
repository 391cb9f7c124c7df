import type { Facts, Views } from './facts.ts';

const counted = (id: string, words: string, count: number) => ({ id, words, count, query: `kind=${id}` });

/** Facts of a made-up council, with what a test wants otherwise. */
export function someFacts(given: Partial<Facts> = {}): Facts {
  return {
    on: '2026-11-24',
    council: 'Testshire Council',
    service: 'Short breaks in Testshire',
    contact: { phone: '01632 960001', email: 'sb@example.org', hours: '9am to 5pm' },
    running: 2,
    madeUp: 0,
    free: 1,
    providers: 2,
    tiers: [
      {
        id: 'universal',
        words: 'Open to all',
        about: 'For all.',
        listings: [
          { slug: 'swim', title: 'Saturday swim', provider: 'A club', ages: 'Ages 5 to 12' },
          { slug: 'farm', title: 'The farm', provider: 'A farm', ages: 'Age 16' },
        ],
      },
    ],
    paused: [],
    range: [counted('home', 'Care at home', 1), counted('overnight', 'Nights away', 1)],
    carers: [counted('rest', 'To rest', 1)],
    kinds: [counted('overnight', 'Overnight', 1)],
    times: [counted('weekend', 'Weekends', 2)],
    needs: [counted('autism', 'Autism', 1)],
    ages: [counted('8', 'A child of 8', 2)],
    places: [counted('town', 'Town', 1)],
    schemes: [
      {
        id: 'grant',
        name: 'The grant',
        about: 'Money.',
        version: { id: '2026', name: 'Rules of 2026', hash: 'a' },
        opensOn: null,
        criteria: [{ id: 'age', words: 'Under 18.' }],
        amounts: [{ id: 'one', words: '£500: a little.' }],
      },
    ],
    ...given,
  };
}

/** Nobody has been asked. */
export const noViews: Views = { rounds: [], comments: 0, people: 0, unanswered: 0, published: [] };
