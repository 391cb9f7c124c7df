// The main journey, whole: a family finds out what there is and what it can get, applies, is asked for more, is
// given the grant by an officer, and reads why.
import assert from 'node:assert/strict';
import {
  applicationAt,
  type Family,
  familyOf,
  fillsInUntil,
  letterAbout,
  newestMessage,
  sends,
  signsInByLink,
  signsOut,
} from './families.ts';
import { everyEquipment, journeys } from './journey.ts';
import { budgetFigure, caseAt, opensCase, recommended } from './officers.ts';
import type { Visitor } from './visitor.ts';

async function findsABreak(visitor: Visitor): Promise<void> {
  await visitor.opens('/');
  await visitor.types({ 'What are you looking for?': 'swimming', 'Your postcode or town': 'ME1 2BD' });
  await visitor.presses('Search');
  await visitor.seesHeading('Find a short break');
  await visitor.sees('Best match first, near before far');
  const title = visitor.page.locator('.daybreak-result__title a').first();
  const name = (await title.innerText()).trim();
  await visitor.follows(name);
  await visitor.seesHeading(name);
}

const answers: ReadonlyMap<string, (visitor: Visitor) => Promise<void>> = new Map([
  ['How old is your child?', (visitor) => visitor.types({ 'How old is your child?': 9 })],
  ['Does Medway Council pay for any other service for your child?', (visitor) => visitor.chooses('No')],
  ["Do you have a letter that says what your child's diagnosis is?", (visitor) => visitor.chooses('No')],
  [
    'What rate of the care part of Disability Living Allowance (DLA) does your child get?',
    (visitor) => visitor.chooses('Highest rate'),
  ],
]);

async function answersToTheEnd(visitor: Visitor): Promise<void> {
  await visitor.followsInMenu('What can we get?');
  await visitor.presses('Start now');
  for (const [question, answer] of answers) {
    await visitor.seesHeading(question);
    await answer(visitor);
    await visitor.presses('Continue', { status: 200 });
  }
  await visitor.seesHeading('It looks as if you can apply for the grant');
}

/** A "no" says why, and leads on: to what is open to all, to an assessment, to somebody to talk to. */
async function isToldNo(visitor: Visitor): Promise<void> {
  const question = 'Does Medway Council pay for any other service for your child?';
  await visitor.follows(`Change your answer to: ${question}`);
  await visitor.chooses('Yes');
  await visitor.presses('Continue', { status: 200 });
  await visitor.seesHeading('The grant is not for you just now');
  await visitor.sees('Medway Council already pays for another service', 'assessment', '01632 960100');
  await visitor.follows('See what is open to all at age 9');
  await visitor.seesHeading('Find a short break');
  await visitor.comesBy(() => visitor.page.goBack());
  await visitor.follows(`Change your answer to: ${question}`);
  await visitor.chooses('No');
  await visitor.presses('Continue', { status: 200 });
}

/** Begins, leaves in the middle, comes back by another link, and goes on where it stopped. */
async function appliesInTwoSittings(visitor: Visitor, family: Family): Promise<string> {
  await visitor.presses('Apply for the grant');
  await visitor.presses('Sign in and start');
  await signsInByLink(visitor, family.email);
  await visitor.seesHeading('Apply for the Short Break Grant');
  await visitor.sees('What you have told us just now goes into the form');
  await visitor.presses('Start a new application');
  // What was answered before the form began is not asked again.
  await visitor.sees('You have answered 1 of 9 parts');
  await visitor.presses('Go on');
  await fillsInUntil(visitor, family, 'Does another adult at home care for your child?');
  const application = applicationAt(visitor);
  await signsOut(visitor);
  await visitor.opens(application);
  await signsInByLink(visitor, family.email);
  assert.equal(visitor.path, application, 'signing in leads back to what was asked for');
  await visitor.sees('You have answered 4 of 10 parts', `${family.givenName} ${family.familyName}`);
  await visitor.presses('Go on');
  await fillsInUntil(visitor, family, 'Check your answers');
  return application;
}

async function checksAndSends(visitor: Visitor, family: Family): Promise<string> {
  await visitor.seesHeading('Check your answers');
  await visitor.sees('DLA: care highest', 'award letter.pdf', 'ME1 2BD', 'His sister misses out.');
  await visitor.follows('Change paid by the council');
  await visitor.seesHeading('Does the council already pay for support for your child?');
  await visitor.presses('Save and continue', { status: 200 });
  await visitor.seesHeading('Check your answers');
  const reference = await sends(visitor);
  await visitor.screenshot('application-sent');
  await visitor.sees('We aim to decide by', family.email);
  return reference;
}

async function isTold(visitor: Visitor, family: Family, subject: string): Promise<string> {
  await visitor.opens('/demonstration/outbox');
  const message = await newestMessage(visitor, { to: family.email, subject });
  return (await message.innerText()).replace(/\s+/g, ' ');
}

/** Reads the case as an officer does, and opens the letter that the family handed in. */
async function readsTheCase(officer: Visitor, family: Family): Promise<void> {
  await officer.sees('What the family says', 'What the letters show', 'What the scheme says', 'Met');
  await officer.sees('Water calms the child', 'You have one of the letters that we ask for.');
  await officer.screenshot('case');
  const letter = officer.page.getByRole('link', { name: 'award letter.pdf (opens in a new tab)' });
  const address = await letter.getAttribute('href');
  assert.ok(address !== null);
  const got = await officer.page.context().request.get(new URL(address, officer.page.url()).href);
  assert.equal(got.headers()['content-type'], 'application/pdf');
  assert.deepEqual(await got.body(), letterAbout(family).buffer);
}

async function asksForMore(officer: Visitor, words: string): Promise<void> {
  await officer.presses('Ask the family for more');
  await officer.types({ 'What do you need, and why?': words });
  await officer.presses('Send to the family', { status: 200 });
  await officer.sees(`Asked the family: ${words}`);
}

async function answersTheOfficer(visitor: Visitor, family: Family): Promise<void> {
  await visitor.opens('/account');
  await visitor.follows('Answer our question');
  await visitor.sees('What we need from you', 'Please send the second page.');
  await visitor.types({ 'Your answer': 'Here is the second page.' });
  await visitor.attaches('DLA or PIP letter (optional)', letterAbout(family, 'second page.pdf'));
  await visitor.presses('Send', { status: 200 });
  await visitor.sees('Thank you. We have what you sent.', 'We are reading it');
}

/** Follows the scheme's recommendation. Gives the amount as it is written. */
async function awards(officer: Visitor): Promise<string> {
  await officer.sees('The family answered: Here is the second page.', 'second page.pdf');
  await officer.presses('Decide');
  const amount = await recommended(officer);
  assert.match(amount, /^£\d/);
  await officer.screenshot('decide');
  await officer.chooses(`Award ${amount}, as recommended`);
  await officer.types({ 'Words for the family': 'Enjoy the water.' });
  await officer.presses('Continue', { status: 200 });
  await officer.sees(`You are about to award ${amount} for`, 'Enjoy the water.');
  await officer.presses(`Award ${amount}`, { status: 200 });
  await officer.sees(`${amount} awarded`, 'Priya Shah decided on');
  return amount;
}

async function readsTheAward(visitor: Visitor, family: Family, amount: string): Promise<void> {
  const child = `${family.givenName} ${family.familyName}`;
  await visitor.opens('/account');
  await visitor.sees('What you have', amount, 'We look at it again on');
  await visitor.screenshot('account-with-award');
  await visitor.follows(`For ${child}`);
  await visitor.seesHeading(`${child} has been given ${amount} for short breaks`);
  await visitor.sees(
    'Why we said yes',
    'Enjoy the water.',
    'What you can spend it on',
    'If you do not agree',
  );
  await visitor.screenshot('award-letter');
  const told = await isTold(visitor, family, 'Our decision about your application');
  assert.ok(told.includes(`${child} has ${amount} for short breaks.`), told);
}

/** One family for each way to come, so that none is the other's possible duplicate. */
const names = ['Nia', 'Owen', 'Tara', 'Milo'];

journeys('From a search to an award', {}, (journey) => {
  journey(
    'a family finds, asks, applies, is asked for more and is given the grant',
    async (visitor, scene) => {
      const name = names.shift() ?? '';
      const family = familyOf(name, `Lane${name}`);
      await findsABreak(visitor);
      await answersToTheEnd(visitor);
      await isToldNo(visitor);
      const application = await appliesInTwoSittings(visitor, family);
      const reference = await checksAndSends(visitor, family);
      assert.match(await isTold(visitor, family, 'We have your application'), new RegExp(reference));
      await visitor.opens('/account');
      await visitor.sees('What you asked for', 'We are reading it', reference);

      const officer = await scene.visitor();
      await officer.signsInAs('Priya Shah');
      await opensCase(officer, reference, `${family.givenName} ${family.familyName}`);
      await readsTheCase(officer, family);
      await asksForMore(officer, 'Please send the second page.');
      assert.match(await isTold(visitor, family, 'We need something more'), /Please send the second page\./);
      await answersTheOfficer(visitor, family);

      const address = caseAt(officer);
      const before = await budgetFigure(officer, 'Promised');
      await officer.opens(address);
      const amount = await awards(officer);
      await seesItAgain(officer, amount);
      assert.equal(await budgetFigure(officer, 'Promised'), before + inPence(amount));
      await readsTheAward(visitor, family, amount);
      await visitor.opens(`${application}/sent`);
      await visitor.sees('Decided', reference);
    },
    everyEquipment,
  );

  journey(
    'by keyboard alone: a search, a listing, and a page of the application',
    async (visitor) => {
      const { page } = visitor;
      const { keyboard } = page;
      const enter = () => keyboard.press('Enter');
      await visitor.opens('/');
      await visitor.tabsTo(page.getByLabel('What are you looking for?'));
      await keyboard.type('swimming');
      await visitor.comesBy(enter);
      await visitor.seesHeading('Find a short break');
      const first = page.locator('.daybreak-result__title a').first();
      const title = (await first.innerText()).trim();
      await visitor.tabsTo(first);
      await visitor.comesBy(enter);
      await visitor.seesHeading(title);

      await visitor.opens('/sign-in?then=/apply');
      await signsInByLink(visitor, `${visitor.hasScript ? 'kim' : 'kit'}@example.org`);
      await visitor.tabsTo(page.getByRole('button', { name: 'Start a new application' }));
      await visitor.comesBy(enter);
      await visitor.opens(`${applicationAt(visitor)}/disability`);
      await visitor.tabsTo(page.getByLabel('Yes', { exact: true }));
      await keyboard.press('Space');
      await visitor.tabsTo(page.getByLabel('What was diagnosed?'));
      await keyboard.type('Autism');
      await visitor.tabsTo(page.getByRole('button', { name: 'Save and continue' }));
      await visitor.comesBy(enter);
      await visitor.seesHeading('Does the council already pay for support for your child?');
      await visitor.tabsTo(page.getByRole('button', { name: 'Save and continue' }));
      await visitor.comesBy(enter, { status: 422 });
      const summary = page.locator('.govuk-error-summary');
      if (visitor.hasScript)
        assert.ok(await summary.evaluate((one) => one.contains(one.ownerDocument.activeElement)));
      await visitor.tabsTo(summary.getByRole('link').first());
      await enter();
      await keyboard.press('Space');
      assert.ok(await page.getByRole('checkbox').first().isChecked(), 'the summary leads to the question');
    },
    [
      { hasScript: true, width: 320 },
      { hasScript: false, width: 1280 },
    ],
  );
});

function inPence(amount: string): number {
  return Number(amount.replaceAll(/[£,]/g, '')) * 100;
}

/** The stored decision, read again: the same facts give the same reading under the same rules. */
async function seesItAgain(officer: Visitor, amount: string): Promise<void> {
  await officer.follows('See the decision again, with its facts and rules');
  await officer.sees(`${amount} awarded`, 'Same reading', 'Same rules', 'Scheme recommended');
  await officer.screenshot('decision-again');
}
