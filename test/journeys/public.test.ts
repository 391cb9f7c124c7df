import assert from 'node:assert/strict';
import { everyEquipment, journeys } from './journey.ts';

journeys('What anybody may see', {}, (journey) => {
  journey(
    'the first page',
    async (visitor) => {
      await visitor.opens('/');
      await visitor.seesHeading('Short breaks in Medway');
      await visitor.screenshot('home');
    },
    everyEquipment,
  );

  journey(
    'an address that leads nowhere',
    async (visitor) => {
      await visitor.opens('/nothing-stands-here', { status: 404 });
      await visitor.seesHeading('Page not found');
      await visitor.sees('If you typed the address, check it is right', '01632 960100');
      await visitor.follows('start from the first page');
      assert.equal(visitor.path, '/');
    },
    everyEquipment,
  );
});
