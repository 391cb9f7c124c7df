import assert from 'node:assert/strict';
import { everyEquipment, journeys } from './journey.ts';
import type { Visitor } from './visitor.ts';

const first = 'How old is your child?';
const second = 'Does Medway Council pay for any other service for your child?';

async function begins(visitor: Visitor, age: number | string): Promise<void> {
  await visitor.opens('/what-can-we-get');
  await visitor.presses('Start now');
  await visitor.types({ [first]: age });
  await visitor.presses('Continue');
}

journeys('What can we get?', {}, (journey) => {
  journey(
    'an answer at once, with a reason for each rule and a way onward',
    async (visitor) => {
      await begins(visitor, 9);
      await visitor.seesHeading(second);
      await visitor.screenshot('what-can-we-get-question');
      await visitor.chooses('Yes');
      await visitor.presses('Continue');
      await visitor.seesHeading('The grant is not for you just now');
      await visitor.sees('Your child is 9.', 'Not met', 'See what is open to all at age 9', '01632 960100');
      await visitor.screenshot('what-can-we-get-answer');
      await visitor.follows('See what is open to all at age 9');
      await visitor.sees('Take off: Age 9');
    },
    everyEquipment,
  );

  journey('an answer can be changed, and the others stay', async (visitor) => {
    await begins(visitor, 9);
    await visitor.chooses('Yes');
    await visitor.presses('Continue');
    await visitor.follows(`Change your answer to: ${second}`);
    await visitor.seesHeading(second);
    await visitor.chooses('No');
    await visitor.presses('Continue');
    assert.match(visitor.path, /child\.age=9/);
    assert.notEqual(await visitor.page.locator('h1').innerText(), 'The grant is not for you just now');
  });

  journey('no answer, and an age that is none, are said at the field', async (visitor) => {
    await visitor.opens('/what-can-we-get');
    await visitor.presses('Start now');
    await visitor.presses('Continue', { status: 422 });
    await visitor.sees('There is a problem');
    await visitor.types({ [first]: 'nine' });
    await visitor.presses('Continue', { status: 422 });
    assert.equal(await visitor.page.getByLabel(first).inputValue(), 'nine');
    await visitor.screenshot('what-can-we-get-wrong');
  });
});
