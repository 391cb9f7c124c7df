import assert from 'node:assert/strict';
import { everyEquipment, journeys } from './journey.ts';

journeys('What anybody may see', {}, (journey) => {
  journey(
    'the first page leads to a search',
    async (visitor) => {
      await visitor.opens('/');
      await visitor.sees('Medway Council', '01632 960100', 'Every person here is made up');
      await visitor.screenshot('home');
      await visitor.types({ 'What are you looking for?': 'swimming' });
      await visitor.presses('Search');
      await visitor.seesHeading('Find a short break');
      assert.match(visitor.path, /^\/find\?q=swimming/);
    },
    everyEquipment,
  );

  journey(
    'an address that leads nowhere',
    async (visitor) => {
      await visitor.opens('/nothing-stands-here', { status: 404 });
      await visitor.seesHeading('Page not found');
      await visitor.sees('If you typed the address, check it is right', '01632 960100');
      await visitor.screenshot('not-found');
      await visitor.follows('start from the first page');
      assert.equal(visitor.path, '/');
    },
    everyEquipment,
  );

  journey('the first Tab leads past the navigation', async (visitor) => {
    await visitor.opens('/');
    // Looking the page over has scrolled it, and Tab begins where the eye is: so it is opened once more, untouched.
    await visitor.page.reload();
    await visitor.page.keyboard.press('Tab');
    const skip = visitor.page.getByRole('link', { name: 'Skip to main content' });
    assert.equal(await skip.evaluate((link) => link.ownerDocument.activeElement === link), true);
    const box = await skip.boundingBox();
    assert.ok(box !== null && box.x >= 0 && box.y >= 0 && box.height >= 24, 'the link is to be seen');
    await visitor.page.keyboard.press('Enter');
    assert.equal(new URL(visitor.page.url()).hash, '#main-content');
  });

  const readings = ['/help-now', '/statement', '/providers', '/accessibility', '/privacy', '/cookies'];
  for (const path of readings) {
    journey(`the page ${path}`, async (visitor) => {
      await visitor.opens(path);
      await visitor.screenshot(path.slice(1));
    });
  }

  journey(
    'every link of the public pages leads somewhere',
    async (visitor, { service }) => {
      const seen = new Set<string>();
      const open = ['/', '/find', '/what-can-we-get', '/sign-in', '/apply', ...readings];
      const dead: string[] = [];
      for (const path of open) {
        await visitor.opens(path);
        for (const link of await visitor.page.locator('a[href^="/"]').all()) {
          const target = (await link.getAttribute('href')) ?? '';
          if (seen.has(target)) continue;
          seen.add(target);
          const { status } = await fetch(service.address + target, { redirect: 'manual' });
          if (status >= 400) dead.push(`${target} on ${path} answers ${status}`);
        }
      }
      assert.deepEqual(dead, []);
      assert.ok(seen.size > 30, `${seen.size} links were followed`);
    },
    [{ hasScript: false, width: 1280 }],
  );
});
