// What goes wrong on a family's way, and what is kept of it: slips of the pen, files that are none, a second tap,
// a night's sleep, an old link, a second application for the same child.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { systemClock } from '#kernel/clock.ts';
import {
  applicationAt,
  asksForLink,
  type Family,
  familyOf,
  fillsInUntil,
  letterAbout,
  referenceOn,
  sends,
  signsInByLink,
  steps,
} from './families.ts';
import { journeys } from './journey.ts';
import type { ChosenFile, Visitor } from './visitor.ts';

/** The machine's time, and some more where a journey needs to let time go by. */
let later = Temporal.Duration.from({ seconds: 0 });
const clock = {
  now: () => systemClock.now().add(later),
  today: () => clock.now().toZonedDateTimeISO('Europe/London').toPlainDate(),
};

function typedIn(visitor: Visitor, label: string): Promise<string> {
  return visitor.page.getByLabel(label, { exact: true }).inputValue();
}

/** Tries to save, and is told this at the top of the form and beside the field. */
async function isTold(visitor: Visitor, words: string): Promise<void> {
  await visitor.presses('Save and continue', { status: 422 });
  await visitor.sees('There is a problem');
  const said = visitor.page.locator('.govuk-error-summary').getByRole('link', { name: words });
  assert.equal(
    await said.count(),
    1,
    `"${words}" is not what ${visitor.path} says: ${await visitor.reads()}`,
  );
  assert.ok((await visitor.page.locator('.govuk-error-message', { hasText: words }).count()) > 0);
}

/** A new family, up to the step with this heading. */
async function comesTo(visitor: Visitor, family: Family, heading: string): Promise<string> {
  await visitor.opens('/apply');
  await visitor.presses('Sign in and start');
  await signsInByLink(visitor, family.email);
  await visitor.presses('Start a new application');
  const application = applicationAt(visitor);
  await visitor.presses('Begin');
  await fillsInUntil(visitor, family, heading);
  return application;
}

function file(name: string, buffer: Buffer): ChosenFile {
  return { name, mimeType: 'application/pdf', buffer };
}

const folder = await mkdtemp(path.join(tmpdir(), 'daybreak-mishaps-'));
after(() => rm(folder, { recursive: true, force: true }));

/** Puts a file of that many megabytes on this machine's disk and gives its path. */
async function hugeFile(megabytes: number): Promise<string> {
  const name = path.join(folder, 'huge.pdf');
  await writeFile(name, Buffer.alloc(megabytes * 1_048_576, '%'));
  return name;
}

journeys('Mishaps', { clock }, (journey) => {
  journey(
    'a date that is none, a birth in the future and a postcode that is none: each is said, and all is kept',
    async (visitor) => {
      const family = familyOf('Ada', 'Mishap');
      await comesTo(visitor, family, 'Who is the short break for?');
      await visitor.types({ 'First name': 'Ada', 'Last name': 'Mishap', Day: 31, Month: 2, Year: 2018 });
      await isTold(visitor, 'Date of birth must be a real date');
      await visitor.screenshot('date-wrong');
      for (const [label, typed] of Object.entries({
        'First name': 'Ada',
        Day: '31',
        Month: '2',
        Year: '2018',
      }))
        assert.equal(await typedIn(visitor, label), typed);
      await visitor.types({ 'Date of birth': systemClock.today().add({ days: 2 }) });
      await isTold(visitor, 'Date of birth must be in the past');
      await visitor.types({ 'Date of birth': family.bornOn });
      await visitor.presses('Save and continue', { status: 200 });
      await fillsInUntil(visitor, family, 'Where does your child live?');
      const home = { 'Address line 1': '5 Mill Lane', 'Town or city': 'Rochester', Postcode: 'ME1 2B' };
      await visitor.types(home);
      await visitor.presses('Save and continue', { status: 422 });
      for (const [label, typed] of Object.entries(home)) assert.equal(await typedIn(visitor, label), typed);
      await visitor.screenshot('postcode-wrong');
      await visitor.types({ Postcode: 'me12bd' });
      await visitor.presses('Save and continue', { status: 200 });
    },
    [{ hasScript: true, width: 320 }],
  );

  journey(
    'a program under another name, an empty file and one that is too big are not taken; a letter is',
    async (visitor) => {
      const family = familyOf('Bo', 'Mishap');
      await comesTo(visitor, family, 'Show us the letters');
      const program = Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), Buffer.alloc(4_096)]);
      await visitor.attaches('DLA letter', file('my letter.pdf', program));
      await visitor.presses('Save and continue', { status: 422 });
      await visitor.sees('The file “my letter.pdf” must be a PDF');
      await visitor.screenshot('letter-wrong');
      await visitor.attaches('DLA letter', file('nothing.pdf', Buffer.alloc(0)));
      await visitor.presses('Save and continue', { status: 422 });
      await visitor.sees('The file “nothing.pdf” is empty');
      for (const megabytes of [11, 40]) {
        await visitor.attaches('DLA letter', await hugeFile(megabytes));
        await visitor.presses('Save and continue', { status: 422 });
        await visitor.sees('The file “huge.pdf” must be smaller than 10MB');
      }
      await visitor.attaches('DLA letter', [letterAbout(family), letterAbout(family, 'page two.pdf')]);
      await visitor.presses('Save and continue', { status: 200 });
      await visitor.follows('Back');
      await visitor.sees('award letter.pdf', 'page two.pdf');
      await visitor.doesNotSee('my letter.pdf', 'nothing.pdf', 'huge.pdf');
    },
    [{ hasScript: false, width: 320 }],
  );

  journey(
    'two taps on Send make one application, and going back afterwards leads to it',
    async (visitor, { service }) => {
      const family = familyOf('Cy', 'Mishap');
      await comesTo(visitor, family, 'Who is the short break for?');
      await fillsInUntil(visitor, family, 'Check your answers');
      const application = applicationAt(visitor);
      await visitor.presses('Send application', { status: 422 });
      await visitor.sees('Tick the box to say that this is true as far as you know');
      await visitor.opens(`${application}/check`);
      await visitor.chooses('This is true as far as I know, and I will tell you if it changes');
      const fields = visitor.page.locator(`form[action="${application}/send"] input`);
      const form = await fields.evaluateAll((all) =>
        all.map((one) => [one.getAttribute('name'), one.getAttribute('value')]),
      );
      const again = () =>
        visitor.page.context().request.post(`${service.address}${application}/send`, {
          form: Object.fromEntries(form),
        });
      const answers = await Promise.all([again(), again()]);
      for (const answer of answers) {
        assert.equal(answer.status(), 200);
        assert.match(answer.url(), /\/sent$/);
      }
      await visitor.presses('Send application', { status: 200 });
      await visitor.seesHeading('Application sent');
      const reference = await referenceOn(visitor);
      await visitor.comesBy(() => visitor.page.goBack());
      await visitor.seesHeading('Application for Cy Mishap');
      await visitor.sees(reference);
      await visitor.opens('/account');
      assert.equal(await visitor.page.locator('a[href^="/account/applications/"]').count(), 1);
      await visitor.opens('/demonstration/outbox');
      const receipts = visitor.page.locator('h2', {
        hasText: `We have your application for Cy: ${reference}`,
      });
      assert.equal(await receipts.count(), 1, 'one message');
    },
    [{ hasScript: true, width: 1280 }],
  );

  journey(
    'a second application for the same child is answered with the first',
    async (visitor) => {
      const family = familyOf('Di', 'Mishap');
      await comesTo(visitor, family, 'Check your answers');
      const reference = await sends(visitor);
      await visitor.opens('/apply');
      await visitor.sees('Your children', 'Di Mishap', 'We are reading it');
      await visitor.presses('Start for another child');
      await visitor.presses('Go on');
      await visitor.chooses('Another child');
      await steps[0]?.fill(visitor, family);
      await visitor.presses('Save and continue', { status: 200 });
      await visitor.sees('You have already applied for Di Mishap this year.', reference);
      await visitor.screenshot('second-application');
      await visitor.opens('/account');
      await visitor.doesNotSee('For you to do');
    },
    [{ hasScript: true, width: 320 }],
  );

  journey(
    'a link is used once, and works for half an hour',
    async (visitor, scene) => {
      await visitor.opens('/account');
      const link = await asksForLink(visitor, 'el.mishap@example.org');
      await visitor.opens(link);
      await visitor.presses('Sign in');
      await visitor.seesHeading('Your account');
      await visitor.opens(link, { status: 410 });
      await visitor.seesHeading('This link has been used');
      await visitor.sees('You are signed in already as');
      const other = await scene.visitor();
      await other.opens(link, { status: 410 });
      await other.presses('Send me another link');
      const late = await asksForLink(other, 'el.mishap@example.org');
      await other.opens(late);
      later = later.add({ minutes: 31 });
      await other.presses('Sign in', { status: 410 });
      await other.seesHeading('This link is too old');
      await other.screenshot('link-too-old');
    },
    [{ hasScript: false, width: 320 }],
  );

  journey(
    'what was typed before a night’s sleep is there after signing in again',
    async (visitor) => {
      const family = familyOf('Flo', 'Mishap');
      await comesTo(visitor, family, 'About you');
      const application = applicationAt(visitor);
      await visitor.types({ 'Your full name': 'Flo’s mother' });
      await visitor.chooses('Mother', { of: 'How are you related to the child?' });
      later = later.add({ hours: 25 });
      await visitor.presses('Save and continue', { status: 200 });
      await visitor.opens(await asksForLink(visitor, family.email));
      await visitor.presses('Sign in', { status: 200, isKept: true });
      await visitor.sees('You had been signed out, so this was not saved yet. We kept what you typed');
      assert.equal(await typedIn(visitor, 'Your full name'), 'Flo’s mother');
      await visitor.screenshot('kept-form');
      await visitor.chooses('Yes', { of: 'Do you have parental responsibility?' });
      await visitor.page.context().clearCookies({ name: 'daybreak_form' });
      await visitor.presses('Save and continue', { status: 422 });
      await visitor.sees('This page had been open for a long time, so nothing was saved.');
      assert.equal(await typedIn(visitor, 'Your full name'), 'Flo’s mother');
      await visitor.presses('Save and continue', { status: 200 });
      await visitor.opens(application);
      await visitor.sees('You have answered 4 of');
    },
    [{ hasScript: true, width: 1280 }],
  );

  journey(
    'somebody who has left a window open elsewhere closes it from here',
    async (visitor, scene) => {
      await visitor.opens('/account');
      await signsInByLink(visitor, 'gus.mishap@example.org');
      const library = await scene.visitor();
      await library.opens('/account');
      await signsInByLink(library, 'gus.mishap@example.org');
      await visitor.followsInMenu('Your account');
      await visitor.follows('See where you are signed in, or sign out');
      await visitor.seesHeading('Where you are signed in');
      const elsewhere = visitor.page.locator('.daybreak-card').filter({ hasNotText: 'This one' });
      assert.equal(await elsewhere.count(), 1);
      await visitor.comesBy(() => elsewhere.getByRole('button').click());
      await visitor.sees('You are now signed out there.');
      await library.opens('/account');
      await library.seesHeading('Sign in or start');
      await visitor.opens('/account');
      await visitor.seesHeading('Your account');
    },
    [{ hasScript: false, width: 320 }],
  );

  journey(
    'the pages fit a phone before their letters have come',
    async (visitor) => {
      const noLetters = { contentType: 'font/woff2', body: '' };
      await visitor.page.route('**/*.woff2', (route) => route.fulfill(noLetters));
      for (const path of ['/', '/find', '/sign-in', '/what-can-we-get', '/statement', '/help-now'])
        await visitor.opens(path);
    },
    [{ hasScript: true, width: 320 }],
  );
});
