// Being told of what is new: asked for by a search, begun by the button of the first message, stopped by the last.
import assert from 'node:assert/strict';
import { takeInListings } from '#offer/listing-import/index.ts';
import { sendDigests } from '#offer/newsletters/index.ts';
import { journeyClock, partsOf } from './directory-jobs.ts';
import { newestMessage } from './families.ts';
import { journeys } from './journey.ts';
import type { Visitor } from './visitor.ts';

const clock = journeyClock();

/** The address in the newest message to somebody that leads to a part of the service. */
async function linkIn(
  visitor: Visitor,
  wanted: { readonly to: string; readonly subject: string; readonly part: string },
): Promise<string> {
  await visitor.opens('/demonstration/outbox');
  const message = await newestMessage(visitor, wanted);
  const address = await message.locator(`a[href*="${wanted.part}"]`).first().getAttribute('href');
  assert.ok(address !== null, `the message holds a link to ${wanted.part}`);
  return address;
}

/** An officer proposes a new listing at the desk, and publishes it. */
async function publishes(officer: Visitor, title: string): Promise<void> {
  await officer.signsInAs('Priya Shah');
  await officer.opens('/practitioners/listings/import');
  const rows = [
    'Title,Provider,Kinds,Support,Summary,Age from,Age to,When,How to join,Area',
    `${title},New people,Swimming,Open to all,A quiet hour in warm water.,5,12,Weekends,Book a place,Across Medway`,
  ];
  await officer.attaches('Excel or CSV file', {
    name: `${title}.csv`,
    mimeType: 'text/csv',
    buffer: Buffer.from(rows.join('\n')),
  });
  await officer.presses('Look at the file', { status: 200 });
  await officer.presses('Take them in', { status: 200 });
}

journeys('Being told of what is new', { clock }, (journey) => {
  journey('a parent searches, asks, says yes, hears of what is new, and stops', async (parent, scene) => {
    const width = parent.page.viewportSize()?.width ?? 0;
    const email = `joan.${width}@example.org`;
    const title = `Otter swim ${width}`;
    await parent.opens('/find?q=swim&age=8');
    await parent.follows('Get an email when something new fits');
    await parent.sees('We will look for', '“swim”', 'Age 8');
    await parent.screenshot('alerts-ask');
    await parent.presses('Send me that email', { status: 422 });
    await parent.sees('Enter your email address', '“swim”');
    await parent.types({ 'Your email address': email });
    await parent.presses('Send me that email', { status: 200 });
    await parent.seesHeading('Check your email');

    const yes = await linkIn(parent, { to: email, subject: '', part: '/alerts/confirm/' });
    await parent.opens(yes);
    await parent.seesHeading('Shall we begin?');
    await parent.screenshot('alerts-confirm');
    await parent.presses('Yes, tell me', { status: 200 });
    await parent.seesHeading('You will hear from us');

    clock.moveTo(clock.now().add({ hours: 1 }));
    const officer = await scene.visitor();
    await publishes(officer, title);
    assert.equal(await takeInListings(partsOf(scene.service, clock)), 1);
    await officer.opens('/practitioners/listings');
    await officer.page.getByLabel(`Approve ${title}`).check();
    await officer.presses('Approve those that I ticked', { status: 200 });
    await officer.sees('1 listing is live');

    clock.moveTo(clock.now().add({ hours: 24 * 8 }));
    await sendDigests(partsOf(scene.service, clock));
    const stop = await linkIn(parent, { to: email, subject: 'new short break', part: '/alerts/stop/' });
    await parent.sees(`${title}: `);
    await parent.opens(stop);
    await parent.seesHeading('Stop these messages?');
    await parent.screenshot('alerts-stop');
    await parent.presses('Stop, and forget my address', { status: 200 });
    await parent.seesHeading('You get no more of these messages');
    await parent.opens(stop, { status: 410 });
    clock.moveTo(clock.now().add({ hours: 24 * 8 }));
    await publishes(officer, `${title} again`);
    await takeInListings(partsOf(scene.service, clock));
    await officer.opens('/practitioners/listings');
    await officer.page.getByLabel(`Approve ${title} again`).check();
    await officer.presses('Approve those that I ticked', { status: 200 });
    clock.moveTo(clock.now().add({ hours: 24 * 8 }));
    await sendDigests(partsOf(scene.service, clock));
    await parent.opens('/demonstration/outbox');
    const digests = parent.page.locator('.daybreak-letter', { hasText: `To ${email} ` });
    const withStop = digests.filter({ has: parent.page.locator('a[href*="/alerts/stop/"]') });
    assert.equal(await withStop.count(), 1, 'nothing after the stop');
  });
});
