import assert from 'node:assert/strict';
import { journeys } from './journey.ts';
import type { Visitor } from './visitor.ts';

/** Follows the newest link of the outbox that leads into the service by itself. */
async function followsNewestLink(visitor: Visitor): Promise<void> {
  const link = visitor.page.locator('main a[href*="/sign-in/link/"]').first();
  const address = await link.getAttribute('href');
  assert.ok(address !== null, 'the outbox holds a sign-in link');
  await visitor.opens(address);
}

journeys('Signing in', {}, (journey) => {
  journey(
    'a family signs in by a link in an email, which works once',
    async (visitor, { visitor: another }) => {
      await visitor.opens('/account');
      await visitor.seesHeading('Sign in or start');
      await visitor.screenshot('sign-in');
      await visitor.types({ 'Your email address': 'rosa.and.sam@example.org' });
      await visitor.presses('Send me a link');
      await visitor.seesHeading('Check your email');
      await visitor.follows('outbox');
      await visitor.sees('rosa.and.sam@example.org');
      await visitor.screenshot('outbox');
      await followsNewestLink(visitor);
      const link = visitor.path;
      await visitor.presses('Sign in');
      assert.match(visitor.path, /^\/account/);
      await visitor.screenshot('account-new');
      const other = await another();
      await other.opens(link, { status: 410 });
      await other.seesHeading('This link has been used');
    },
  );

  journey(
    'an address that cannot be one is said at its field, and what was typed is kept',
    async (visitor) => {
      await visitor.opens('/sign-in');
      await visitor.types({ 'Your email address': 'rosa at home' });
      await visitor.presses('Send me a link', { status: 422 });
      await visitor.sees('There is a problem');
      assert.equal(await visitor.page.getByLabel('Your email address').inputValue(), 'rosa at home');
      await visitor.screenshot('sign-in-wrong');
    },
  );

  journey('a link that never was', async (visitor) => {
    await visitor.opens('/sign-in/link/not-a-link', { status: 410 });
    await visitor.seesHeading('This link does not work');
  });

  journey(
    'somebody of the demonstration, seen by nobody else, and out again',
    async (visitor, { visitor: another }) => {
      await visitor.signsInAs('Amira Khan');
      await visitor.opens('/account');
      await visitor.sees('Zayn');
      await visitor.screenshot('account');
      const stranger = await another();
      await stranger.opens('/account');
      await stranger.seesHeading('Sign in or start');
      await visitor.opens('/account/sessions');
      await visitor.screenshot('sessions');
      await visitor.opens('/practitioners');
      await visitor.seesHeading('Sign in to work');
      await visitor.sees('You are signed in as Amira Khan, with a family’s account.');
      await visitor.presses('Sign out');
      await visitor.seesHeading('You are signed out');
      await visitor.opens('/account');
      await visitor.seesHeading('Sign in or start');
    },
  );

  journey('a practitioner comes to the work that waits', async (visitor) => {
    await visitor.opens('/practitioners');
    await visitor.seesHeading('Sign in to work');
    await visitor.screenshot('practitioner-sign-in');
    await visitor.signsInAs('Priya Shah');
    await visitor.opens('/practitioners');
    await visitor.screenshot('practitioners');
    await visitor.opens('/apply');
  });
});
