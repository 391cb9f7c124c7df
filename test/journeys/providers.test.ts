// A provider: invited by the council, signs in by the link, edits; the council accepts one field and returns another;
// the provider reads why and mends it, and an earlier version is put back.
import assert from 'node:assert/strict';
import { journeys } from './journey.ts';
import type { Visitor } from './visitor.ts';

/** The words of each walk are its own, since they are walked one after another on one service. */
function wordsOf(visitor: Visitor) {
  const width = String(visitor.page.viewportSize()?.width ?? 0);
  return {
    email: `ann.${width}@play.example.org`,
    name: `Chair basketball ${width}`,
    summary: `Passing and wheeling, number ${width}.`,
    mended: `Passing and wheeling for beginners, ${width}.`,
  };
}

async function invitesTo(officer: Visitor, email: string): Promise<void> {
  await officer.opens('/practitioners');
  await officer.opens('/practitioners/listings');
  await officer.follows('Providers and their people');
  await officer.presses('Invite them', { status: 422 });
  await officer.page
    .getByLabel('Provider', { exact: true })
    .selectOption({ label: 'Demonstration sports club' });
  await officer.types({ 'Their name': 'Ann Other', 'Their email address': email });
  await officer.presses('Invite them', { status: 200 });
  await officer.sees('They are invited', email);
}

async function signsInByLink(provider: Visitor, email: string): Promise<void> {
  await provider.opens('/provider');
  await provider.seesHeading('Sign in to your listings');
  await provider.types({ 'Your email address': email });
  await provider.presses('Send me a link');
  await provider.seesHeading('Check your email');
  await provider.follows('outbox');
  const link = provider.page.locator('main a[href*="/provider/sign-in/link/"]').first();
  const address = await link.getAttribute('href');
  assert.ok(address !== null, 'the outbox holds a sign-in link');
  await provider.opens(address);
  await provider.presses('Sign in');
  await provider.seesHeading('Your listings');
}

journeys('Providers', {}, (journey) => {
  journey(
    'from the invitation to a mended listing, and back to an earlier version',
    async (officer, scene) => {
      const said = wordsOf(officer);
      await officer.signsInAs('Priya Shah');
      await invitesTo(officer, said.email);

      const provider = await scene.visitor();
      await signsInByLink(provider, said.email);
      await provider.page.locator('main .daybreak-card__title a[href$="/wheelchair-basketball"]').click();
      const listing = provider.path;
      const before = (await provider.page.locator('h1').innerText()).trim();
      await provider.opens(`${listing}/edit/what`);
      await provider.types({ Name: '' });
      await provider.presses('Save', { status: 422 });
      await provider.sees('Enter the name');
      await provider.types({ Name: said.name, 'In one or two sentences': said.summary });
      await provider.presses('Save', { status: 200 });
      await provider.sees('The council looks at it before families read it', said.name);
      await provider.opens('/find/wheelchair-basketball');
      await provider.doesNotSee(said.name);

      await officer.opens('/practitioners/listings');
      await officer.sees(said.name, said.summary);
      await officer.follows(before);
      await officer.chooses('Accept: families read it from now on', { of: 'Name: what do you say?' });
      await officer.chooses('Return it', { of: 'In one or two sentences: what do you say?' });
      await officer.types({
        'Why does “In one or two sentences” come back? In words for the provider': 'Say who it is for.',
      });
      await officer.presses('Decide', { status: 200 });
      await officer.sees('The provider is told');

      await provider.opens('/find/wheelchair-basketball');
      await provider.sees(said.name);
      await provider.doesNotSee(said.summary);
      await provider.opens(listing);
      await provider.sees('What came back to you', 'Say who it is for.');
      await provider.opens(`${listing}/edit/what`);
      await provider.types({ 'In one or two sentences': said.mended });
      await provider.presses('Save', { status: 200 });

      await officer.opens('/practitioners/listings');
      await officer.page.getByLabel(`Approve ${said.name}`).check();
      await officer.presses('Approve those that I ticked', { status: 200 });
      await officer.sees('1 listing is live');
      await officer.opens('/practitioners/listings/listing/wheelchair-basketball/versions');
      await officer.page
        .getByRole('button', { name: /Put it back as it was/ })
        .last()
        .click();
      await officer.sees('Families can read it now');
      await officer.opens('/find/wheelchair-basketball');
      await officer.doesNotSee(said.name, said.mended);
    },
  );

  journey(
    'a listing that is still right, closed for now and open again, by who runs it',
    async (provider) => {
      await provider.signsInAs('Olu Bankole');
      await provider.opens('/provider');
      await provider.seesHeading('Your listings');
      await provider.opens('/provider/listings/wheelchair-basketball');
      await provider.presses('It is all still right', { status: 200 });
      await provider.sees('checked today');
      await provider.presses('Closed for now', { status: 200 });
      await provider.presses('Tell families now', { status: 422 });
      await provider.types({ 'Why is it closed?': 'The hall has no heating' });
      await provider.presses('Tell families now', { status: 200 });
      await provider.opens('/find/wheelchair-basketball');
      await provider.sees('The hall has no heating');
      await provider.opens('/provider/listings/wheelchair-basketball/closed');
      await provider.presses('It runs again', { status: 200 });
      await provider.sees('runs again');
      for (const path of ['edit/access', 'edit/when', 'edit/where', 'versions', 'pictures'])
        await provider.opens(`/provider/listings/wheelchair-basketball/${path}`);
    },
  );
});
