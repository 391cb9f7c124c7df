// What officers meet besides the straight way: changing a recommendation, refusing, a household of their own, two
// at one case, and doors that are not theirs. The families are those of the demonstration.
import assert from 'node:assert/strict';
import { newestMessage } from './families.ts';
import { journeys } from './journey.ts';
import { caseAt, opensCase } from './officers.ts';
import type { Visitor } from './visitor.ts';

const reason = 'If you do not follow the recommendation: why?';

/** What is typed in a field, by its label. */
function typedIn(visitor: Visitor, label: string): Promise<string> {
  return visitor.page.getByLabel(label, { exact: true }).inputValue();
}

/** Opens a case of the queue for which the scheme recommends an amount, and gives the child's name. */
async function opensOneToAward(officer: Visitor, which: 'first' | 'last'): Promise<string> {
  await officer.opens('/practitioners/applications');
  const rows = officer.page.locator('tbody tr', { hasText: '£' });
  const link = (which === 'first' ? rows.first() : rows.last()).getByRole('link');
  const child = (await link.innerText()).trim();
  await officer.comesBy(() => link.click());
  await officer.seesHeading(child);
  return child;
}

/** Chooses the recommended amount on the form for deciding, up to the page that asks to check it. */
async function choosesAsRecommended(officer: Visitor): Promise<void> {
  await officer.presses('Decide');
  await officer.page.getByRole('radio', { name: /as recommended$/ }).check();
  await officer.presses('Continue', { status: 200 });
  await officer.sees('You are about to award');
}

journeys('Officers', {}, (journey) => {
  journey(
    'a change needs its reason, a refusal its words, and the family reads both ways onward',
    async (officer, scene) => {
      await officer.signsInAs('Priya Shah');
      await opensCase(officer, 'Zayn', 'Zayn Khan');
      await officer.presses('Decide');
      await officer.chooses('Award another amount, given below');
      await officer.types({ 'Another amount, in pounds': '600', 'Words for the family': 'A little less.' });
      await officer.presses('Continue', { status: 422 });
      await officer.sees('There is a problem', 'Say why you are not following the recommendation.');
      await officer.screenshot('decide-without-reason');
      assert.equal(await typedIn(officer, 'Another amount, in pounds'), '600');
      assert.equal(await typedIn(officer, 'Words for the family'), 'A little less.');

      await officer.chooses('Refuse');
      await officer.types({ [reason]: 'A direct payment has begun.', 'Words for the family': '' });
      await officer.presses('Continue', { status: 422 });
      await officer.sees('Write the reasons for the family. A refusal cannot be sent without them.');
      assert.equal(await typedIn(officer, reason), 'A direct payment has begun.');
      await officer.types({ 'Words for the family': 'Zayn has a direct payment from us now.' });
      await officer.presses('Continue', { status: 200 });
      await officer.seesHeading('You are about to refuse the application for Zayn Khan');
      await officer.presses('Refuse and send the letter', { status: 200 });
      await officer.sees('Refused', 'Priya Shah decided on');
      await officer.follows('See the decision again, with its facts and rules');
      await officer.sees('Same reading', 'A direct payment has begun.');

      const family = await scene.visitor();
      await family.signsInAs('Amira Khan');
      await family.opens('/account');
      await family.follows('Zayn Khan');
      await family.follows('Read the letter');
      await family.seesHeading('Our decision about Zayn Khan');
      await family.screenshot('refusal-letter');
      await family.sees('Why we said no', 'Zayn has a direct payment from us now.', 'If you do not agree');
      await family.sees('What you can do now', 'A no to this grant is not a no to all help', '01632 960100');
      await family.sees('section 17');
      await family.doesNotSee('A direct payment has begun.');
      await family.opens('/demonstration/outbox');
      const subject = 'Our decision about your application';
      const message = await newestMessage(family, { to: 'amira.khan@example.org', subject });
      assert.match(await message.innerText(), /What you can do now/);
    },
    [{ hasScript: true, width: 320 }],
  );

  journey(
    'nobody sees the case of their own household, nor of a family that they know',
    async (officer, scene) => {
      const other = await scene.visitor();
      await other.signsInAs('Priya Shah');
      await opensCase(other, 'Poppy', 'Poppy Ellis');
      const own = caseAt(other);

      await officer.opens('/practitioners/applications');
      await officer.presses(/^Be Tom Ellis/);
      await officer.doesNotSee('Poppy Ellis');
      await officer.types({ 'Reference or child’s name': 'Poppy' });
      await officer.presses('Search');
      await officer.sees('Nothing found for “Poppy”');
      for (const path of [own, `${own}/decide`, `${own}/ask`]) {
        await officer.opens(path, { status: 403 });
        await officer.sees('Nobody sees or decides their own case here: somebody else takes it.');
      }

      const child = await opensOneToAward(officer, 'last');
      const known = caseAt(officer);
      await officer.page.locator('summary', { hasText: 'I know this family' }).click();
      await officer.screenshot('know-family');
      await officer.presses('I know this family', { status: 200 });
      await officer.sees('Thank you for saying so. Another officer takes this family’s case.');
      await officer.opens(known, { status: 403 });
      await officer.sees('You have said that you know this family.');
      await officer.opens('/practitioners/applications?show=all');
      assert.equal(
        await officer.page.locator(`a[href="${known}"]`).count(),
        0,
        `${child} is not in the list`,
      );
      await other.opens(known);
      await other.seesHeading(child);
    },
    [{ hasScript: false, width: 1280 }],
  );

  journey(
    'of two officers at one case the second is told who did what',
    async (first, scene) => {
      await first.signsInAs('Priya Shah');
      const child = await opensOneToAward(first, 'first');
      const address = caseAt(first);
      const second = await scene.visitor();
      await second.opens('/practitioners/applications');
      await second.presses(/^Be Tom Ellis/);
      await second.opens(address);
      await choosesAsRecommended(first);
      await choosesAsRecommended(second);
      const third = await scene.visitor();
      await third.signsInAs('Priya Shah');
      await third.opens(`${address}/ask`);
      await first.presses(/^Award £/, { status: 200 });
      await second.presses(/^Award £/, { status: 422 });
      await second.seesHeading('Somebody else has decided');
      await second.sees('There is a problem', 'Priya Shah has already decided this application: awarded £');
      await second.screenshot('second-officer');
      await second.follows('See the decision');
      await second.seesHeading(child);
      await second.sees('Priya Shah decided on');
      await third.types({ 'What do you need, and why?': 'The second page.' });
      await third.presses('Send to the family', { status: 422 });
      await third.sees('Priya Shah has already decided this application');
      assert.equal(await typedIn(third, 'What do you need, and why?'), 'The second page.');
    },
    [{ hasScript: true, width: 1280 }],
  );

  journey(
    'each kind of person opens their own doors alone',
    async (commissioner, scene) => {
      const officer = await scene.visitor();
      await officer.signsInAs('Priya Shah');
      await opensOneToAward(officer, 'first');
      const address = caseAt(officer);

      await commissioner.signsInAs('Helen Marsh');
      await commissioner.opens('/practitioners/budget');
      await commissioner.sees('Promised', 'Budget', 'Left');
      await commissioner.screenshot('budget');
      await commissioner.opens(address, { status: 403 });
      await commissioner.sees('Only a short breaks officer or a team manager may see applications.');

      const family = await scene.visitor();
      await family.signsInAs('Joe Carter');
      for (const path of ['/practitioners', '/practitioners/budget', address]) {
        await family.opens(path);
        await family.seesHeading('Sign in to work');
        await family.sees('You are signed in as Joe Carter, with a family’s account.');
      }
      await officer.opens('/apply');
      await officer.opens('/account');
      await officer.seesHeading('Priya, your work');
      const other = await scene.visitor();
      await other.signsInAs('Amira Khan');
      await other.opens('/account');
      const link = other.page.locator('a[href^="/account/applications/"]').first();
      const theirs = (await link.getAttribute('href')) ?? '';
      assert.match(theirs, /^\/account\/applications\//);
      await family.opens(theirs, { status: 404 });
      await family.opens(theirs.replace('/account/applications', '/apply'), { status: 404 });
      await officer.opens(theirs, { status: 403 });
    },
    [{ hasScript: false, width: 320 }],
  );

  journey(
    'an address that asks for signing in is where signing in leads',
    async (officer, scene) => {
      await officer.opens('/practitioners/budget?year=2026-27');
      await officer.seesHeading('Sign in to work');
      await officer.presses(/^Be Priya Shah/);
      assert.equal(officer.path, '/practitioners/budget?year=2026-27');
      const family = await scene.visitor();
      await family.opens('/account/sessions');
      await family.seesHeading('Sign in or start');
      await family.presses(/^Be Grace Mensah/);
      assert.equal(family.path, '/account/sessions');
    },
    [{ hasScript: true, width: 320 }],
  );
});
