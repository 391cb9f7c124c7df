// A scheme with a menu: the application asks what the family would like, and the officer is recommended just that.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { settableClock } from '#kernel/clock.ts';
import type { Database } from '#platform/database/index.ts';
import { testAuthority, testDatabase } from '../../../test/database.ts';
import { testPerson } from '../../../test/visit.ts';
import { dateBoxes, filledSteps } from '../applications/examples.ts';
import { walks } from '../applications/test/answering.ts';
import { Applicant } from '../applications/test/applying.ts';

const authority = {
  ...testAuthority,
  folder: path.join(import.meta.dirname, '..', '..', '..', 'authorities', 'hackney'),
};
const clock = settableClock(Temporal.Instant.from('2026-11-24T10:00:00Z'));

let database: Database;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

/** An application of a child who has a funded place, with what the family would like; as an officer sees the case. */
async function caseWhere(choice: string) {
  const family = new Applicant({ database, authority, clock, person: await testPerson({ database }) });
  const priya = new Applicant({
    database,
    authority,
    clock,
    person: await testPerson({ database, roles: ['short-breaks-officer'] }),
  });
  const start = await family.starts({ scheme: 'hackney-short-breaks' });
  assert.match(start, /^\/apply\//);
  const slugs = await walks(family, start, {
    answers: {
      child: { ...filledSteps().child, ...dateBoxes('bornOn', '2017-05-01') },
      'about-child-lives-in-hackney': { answer: 'yes' },
      'about-child-package-with-social-activities': { answer: 'no' },
      'about-joins-on': dateBoxes('answer', '2026-04-01'),
      'about-choice': { answer: choice },
    },
  });
  assert.ok(slugs.includes('about-choice'), `asked: ${slugs.join(' ')}`);
  await family.sends(start);
  const address = start.replace('/apply', '/practitioners/applications');
  return { seen: (await priya.opens(address)).html, decide: (await priya.opens(`${address}/decide`)).html };
}

// 110 hours with a provider, or £880 on a card, in a whole year, as Hackney publishes it.
const published = [
  ['hours', 'Hours with a provider', '110 hours'],
  ['card', 'Money on a prepaid card', '£880'],
] as const;

for (const [choice, words, gives] of published)
  test(`who would like ${words.toLowerCase()} is asked once, and ${gives} is recommended`, async () => {
    const { seen, decide } = await caseWhere(choice);
    assert.match(seen, new RegExp(`What would you like\\?[\\s\\S]{0,200}${words}`));
    assert.match(seen, new RegExp(`recommends</p><p[^>]*>(<strong>)?${gives}`));
    assert.match(decide, new RegExp(`value="recommended"[\\s\\S]{0,300}${gives}[^<]*, as recommended`));
  });

test('who does not know yet is shown with the whole menu, and the officer follows none of it alone', async () => {
  const { seen, decide } = await caseWhere('undecided');
  assert.match(seen, /110 hours or £880/);
  assert.doesNotMatch(decide, /value="recommended"/);
});
