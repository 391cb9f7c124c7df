import assert from 'node:assert/strict';
import { everyEquipment, journeys } from './journey.ts';

journeys('A family that does not know where to begin', {}, (journey) => {
  journey(
    'comes from the first page to clubs with trained staff, and changes its mind on the way',
    async (visitor) => {
      await visitor.opens('/');
      await visitor.follows('Find your way in two or three questions');
      await visitor.seesHeading('What is life like now?');
      await visitor.sees('We keep nothing of what you say', 'Samaritans');
      await visitor.screenshot('find-your-way');
      await visitor.follows('I have questions. I do not know where to begin');
      await visitor.seesHeading('What do you want to know?');
      await visitor.follows('Back');
      await visitor.follows('It is hard. We need help that comes again and again');
      await visitor.follows('A club or holiday scheme with staff who know how');
      await visitor.seesHeading('Clubs with staff who know how');
      await visitor.sees('Samaritans');
      await visitor.screenshot('find-your-way-clubs');
      await visitor.follows('Holiday schemes');
      await visitor.seesHeading('Find a short break');
    },
    everyEquipment,
  );

  journey('in danger has the numbers after one press', async (visitor) => {
    await visitor.opens('/find-your-way');
    await visitor.follows('Somebody is hurt or in danger');
    await visitor.seesHeading('Get help now');
    await visitor.sees('Call 999', 'Childline');
    await visitor.screenshot('find-your-way-now');
  });

  journey('goes the whole way by keyboard alone', async (visitor) => {
    await visitor.opens('/find-your-way');
    const answer = visitor.page.getByRole('link', { name: 'We cannot manage without a lot of help' });
    await visitor.tabsTo(answer);
    await visitor.comesBy(() => visitor.page.keyboard.press('Enter'));
    const nights = visitor.page.getByRole('link', { name: 'Nights away or help at night' });
    await visitor.tabsTo(nights);
    await visitor.comesBy(() => visitor.page.keyboard.press('Enter'));
    await visitor.seesHeading('Nights away and help at night');
  });
});

journeys('A family that describes its child once', {}, (journey) => {
  journey(
    'says what the child needs, sees what was said, and has it forgotten',
    async (visitor) => {
      await visitor.opens('/describe-your-child');
      await visitor.screenshot('describe-your-child');
      await visitor.presses('Keep this in my browser', { status: 422 });
      await visitor.sees('Tell us at least one thing');
      await visitor.types({ 'How old is your child?': 9 });
      await visitor.page.locator('summary', { hasText: 'Moving and getting in' }).click();
      await visitor.page.getByRole('group', { name: 'Hoist' }).getByLabel('Must have').check();
      await visitor.presses('Keep this in my browser');
      await visitor.sees('Your child, as you described them', 'hoist');
      await visitor.screenshot('describe-your-child-kept');
      await visitor.presses('Forget it');
      await visitor.doesNotSee('Your child, as you described them');
      const cookies = await visitor.page.context().cookies();
      assert.ok(!cookies.some(({ name }) => name === 'daybreak_child'));
    },
    everyEquipment,
  );

  journey(
    'reads what the words mean',
    async (visitor) => {
      await visitor.opens('/vocabulary/accessibility');
      await visitor.sees('Hoist', 'you bring the sling');
      await visitor.screenshot('vocabulary');
    },
    everyEquipment,
  );
});
