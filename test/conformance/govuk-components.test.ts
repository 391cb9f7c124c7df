import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { components } from './govuk-components.ts';
import { componentNames, type Fixture, fixturesOf, withMarkup } from './govuk-fixtures.ts';
import { markupAsList } from './same-markup.ts';

/** Examples that we do not hold ourselves to, each with the reason. */
const leftOut: readonly { readonly component: string; readonly name: string; readonly reason: string }[] = [];

/** What govuk-frontend 6.6.0 carries. A newer package may carry more: then this line is to be changed on purpose. */
const carriedByPackage = { components: 39, fixtures: 725 };

const all = componentNames().map((component) => ({ component, fixtures: fixturesOf(component) }));
let same = 0;
let differing = 0;

function isLeftOut(component: string, fixture: Fixture): boolean {
  return leftOut.some((one) => one.component === component && one.name === fixture.name);
}

for (const { component, fixtures } of all) {
  describe(`GOV.UK ${component}`, () => {
    for (const fixture of fixtures) {
      test(fixture.name, { skip: isLeftOut(component, fixture) && 'left out, see the list' }, () => {
        differing++;
        const ours = components[component];
        assert.ok(ours, `there is no ${component} in src/platform/govuk`);
        const markup = ours(withMarkup(fixture.options) as never);
        assert.deepEqual(markupAsList(markup.text), markupAsList(fixture.html));
        differing--;
        same++;
      });
    }
  });
}

describe('All that the package carries', () => {
  test('every component has a function, and no function is without a component', () => {
    assert.deepEqual(Object.keys(components).sort(), componentNames().sort());
    assert.equal(all.length, carriedByPackage.components);
  });

  test('every example is either compared or left out by name', () => {
    const carried = all.reduce((sum, { fixtures }) => sum + fixtures.length, 0);
    assert.equal(carried, carriedByPackage.fixtures);
    assert.equal(same + differing + leftOut.length, carried);
  });

  test('what is left out exists, and has a reason', () => {
    for (const { component, name, reason } of leftOut) {
      assert.ok(fixturesOf(component).some((fixture) => fixture.name === name));
      assert.notEqual(reason, '');
    }
  });
});

after(() => {
  console.log(`GOV.UK examples: ${same} the same, ${differing} different, ${leftOut.length} left out`);
});
