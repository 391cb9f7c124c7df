import assert from 'node:assert/strict';
import { journeys } from './journey.ts';

journeys('The page of a short break', {}, (journey) => {
  journey('a family reads what decides, in words and in Easy Read', async (visitor) => {
    await visitor.opens('/find/sensory-swim');
    await visitor.sees(
      'What a session is like',
      'What you see, hear and feel there',
      'It does not offer',
      'The next times',
      'What families said, and what we did',
      'Last checked:',
    );
    const picture = visitor.page.locator('.daybreak-picture img').first();
    assert.ok(
      (await picture.evaluate((image) => Reflect.get(image, 'naturalWidth'))) > 0,
      'the picture is drawn',
    );
    await visitor.screenshot('listing-told');
    const calendar = await visitor.page
      .getByRole('link', { name: 'Put the times in your calendar' })
      .getAttribute('href');
    const answer = await visitor.page.request.get(new URL(calendar ?? '', visitor.page.url()).href);
    assert.match(await answer.text(), /^BEGIN:VCALENDAR\r\n[\s\S]*RRULE:FREQ=WEEKLY;BYDAY=SU/);
    await visitor.follows('Read it in Easy Read');
    await visitor.sees('It costs £4.50 a session.', 'It starts at 4pm.');
    await visitor.screenshot('listing-easy-read');
    await visitor.follows('All about it');
    await visitor.seesHeading('Sensory swim sessions');
  });

  journey('a family keeps two, compares them and takes one off', async (visitor, scene) => {
    await visitor.opens('/find/sensory-swim');
    await visitor.follows('Keep it on my list');
    await visitor.presses('Keep it on my list: Sensory swim sessions');
    await visitor.seesHeading('Sensory swim sessions');
    await visitor.opens('/find/saturday-explorers');
    await visitor.presses('Keep it on my list: Saturday Explorers');
    await visitor.follows('My list (2)');
    await visitor.sees('2 short breaks. Only this phone or computer keeps the list');
    await visitor.screenshot('shortlist');
    const address = await visitor.page.getByLabel('Or copy this address').inputValue();
    await visitor.presses('Compare');
    await visitor.sees('The facts', 'Different', 'The same');
    await visitor.screenshot('compare');

    const friend = await scene.visitor();
    await friend.opens(address);
    await friend.sees('2 short breaks, put together by somebody who sent you this address.');
    await friend.presses('Keep these on my list');
    await friend.seesHeading('My list');

    await visitor.opens('/shortlist');
    await visitor.presses('Take it off my list: Sensory swim sessions');
    await visitor.sees('1 short break.');
    await visitor.presses('Empty my list');
    await visitor.sees('There is nothing on your list yet.');
  });

  journey('the page prints without what only a screen needs', async (visitor) => {
    await visitor.opens('/find/sensory-swim');
    await visitor.page.emulateMedia({ media: 'print' });
    for (const hidden of [
      '.daybreak-header',
      '.govuk-service-navigation',
      '.govuk-exit-this-page',
      '.daybreak-share',
      '.daybreak-footer',
    ])
      assert.equal(await visitor.page.locator(hidden).first().isVisible(), false, hidden);
    for (const shown of ['h1', '.daybreak-picture img', '.govuk-summary-list', '.daybreak-provenance'])
      assert.equal(await visitor.page.locator(shown).first().isVisible(), true, shown);
    await visitor.screenshot('listing-printed');
    await visitor.page.emulateMedia({ media: 'screen' });
  });

  journey(
    'a comment is read by staff, published without names, and answered for all to see',
    async (visitor, scene) => {
      const said = `The water is warm. The lift was broken (${visitor.hasScript ? 'phone' : 'wide'}).`;
      await visitor.opens('/find/sensory-swim');
      await visitor.follows('Say what you think of it');
      await visitor.types({ 'Your comment': `${said} My son Zayn could not get in.` });
      await visitor.presses('Send your comment');
      await visitor.sees('There is a problem', 'Say who you are');
      await visitor.chooses('A parent carer');
      await visitor.presses('Send your comment');
      await visitor.sees('Thank you. We have your comment.');
      await visitor.opens('/find/sensory-swim');
      await visitor.doesNotSee(said);

      const priya = await scene.visitor();
      await priya.signsInAs('Priya Shah');
      await priya.opens('/practitioners/listings/comments');
      await priya.screenshot('comments-desk');
      const comment = priya.page.locator('.daybreak-queue tbody tr', { hasText: 'A parent carer' });
      await priya.comesBy(() => comment.getByRole('link').first().click());
      await priya.sees('“My son Zayn” (name)');
      await priya.types({ 'The words to publish': `${said} My son could not get in.` });
      await priya.presses('Publish these words');
      await priya.chooses('We did it');
      await priya.types({ 'In words, for everybody to read': 'The pool has mended the lift.' });
      await priya.screenshot('comment-desk');
      await priya.presses('Publish the answer');
      await priya.sees('Answered (we did it)');

      await visitor.opens('/find/sensory-swim');
      await visitor.sees(said, 'We did it. The pool has mended the lift.');
      await visitor.doesNotSee('Zayn', 'Priya');
      await visitor.follows('All comments');
      await visitor.sees(said, 'We have answered');
      await visitor.screenshot('comments');
    },
  );

  journey('a problem is reported without an account, and somebody deals with it', async (visitor, scene) => {
    await visitor.opens('/find/sensory-swim');
    await visitor.follows('Report a problem');
    await visitor.presses('Send');
    await visitor.sees('Choose what is wrong');
    await visitor.chooses('The cost is wrong');
    await visitor.types({ 'Tell us more (optional)': 'It is £5 now.' });
    await visitor.screenshot('report-problem');
    await visitor.presses('Send');
    await visitor.sees('Thank you. We have it. We look at it within 7 days.');

    const priya = await scene.visitor();
    await priya.signsInAs('Priya Shah');
    await priya.opens('/practitioners/listings/problems');
    const problem = priya.page.locator('.daybreak-queue tbody tr', { hasText: 'The cost is wrong' });
    await priya.comesBy(() => problem.getByRole('link').first().click());
    await priya.sees('It is £5 now.', 'Was told that something may be wrong, without these words');
    await priya.chooses('It is mended');
    await priya.types({ 'In words': 'The page says £5 now.' });
    await priya.screenshot('problem-desk');
    await priya.presses('Save');
    await priya.sees('Mended', 'The page says £5 now.');
    await priya.doesNotSee('Do something about it');
  });
});
