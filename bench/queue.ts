// How long an officer waits for the queue with four thousand applications in the embedded database: the page with
// its queries, as a document, without the web server. Says the figures as a line of JSON.

import type { Authority } from '#platform/authorities/index.ts';
import { documentOf } from '#platform/web/layout.ts';
import type { Page } from '#platform/web/visit.ts';
import { sentApplication } from '../src/families/decisions/examples.ts';
import { queuePage } from '../src/families/decisions/pages/queue-page.ts';
import { testAuthority, testDatabase } from '../test/database.ts';
import { testNow, testPerson, testVisit } from '../test/visit.ts';
import { middleOf } from './middle.ts';

/** What the queue costs, in milliseconds. */
export type Queue = { readonly applications: number; readonly half: number; readonly ninetyFive: number };

const applications = 4_000;
const opened = 200;
const authority: Authority = {
  ...testAuthority,
  folder: new URL('../authorities/medway', import.meta.url).pathname,
};
const database = await testDatabase();
const officer = await testPerson({ database, name: 'Priya Shah', roles: ['short-breaks-officer'] });
const family = await testPerson({ database, name: 'Amira Khan' });
await database.transaction({ authorityId: authority.id, standing: 'system' }, async (transaction) => {
  for (let index = 0; index < applications; index++) {
    await sentApplication(transaction, {
      authorityId: authority.id,
      personId: family.id,
      sentAt: testNow.subtract({ minutes: index * 3 }),
      dueOn: Temporal.PlainDate.from('2026-12-04').add({ days: index % 30 }),
      givenName: `Child ${index}`,
    });
  }
});

const times: number[] = [];
/** The pages follow one another: each names the application after which the next begins. */
let after: string | null = null;
for (let index = -20; index < opened; index++) {
  const start = performance.now();
  const shown: Page = await testVisit(
    {
      database,
      authority,
      person: officer,
      readOnly: true,
      query: after === null ? {} : { after },
    },
    queuePage,
  );
  Buffer.byteLength(documentOf(shown, { authority, person: officer, isDemonstration: false }, false));
  if (!shown.main.text.includes('Child ')) throw new Error('The queue shows no application.');
  after = /[?&](?:amp;)?after=([0-9a-f-]{36})/.exec(shown.main.text)?.[1] ?? null;
  // The first twenty are the warm-up.
  if (index >= 0) times.push(performance.now() - start);
}
await database.close();
const told: Queue = { applications, half: middleOf(times), ninetyFive: within(times, 95) };
process.stdout.write(`${JSON.stringify(told)}\n`);

/** The time within which so many of a hundred were done. */
function within(all: readonly number[], ofHundred: number): number {
  return all.toSorted((a, b) => a - b)[Math.ceil((all.length * ofHundred) / 100) - 1] ?? Number.NaN;
}
