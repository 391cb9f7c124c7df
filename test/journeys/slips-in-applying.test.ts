// A tired parent who leaves things out, presses back, tries twice, and thinks better of it.
import assert from 'node:assert/strict';
import {
  applicationAt,
  applies,
  type Family,
  familyOf,
  fillsIn,
  letterAbout,
  signsInByLink,
  steps,
} from './families.ts';
import { journeys } from './journey.ts';
import type { Visitor } from './visitor.ts';

/** Sends the page as it stands, and follows the first sentence of what is missing to its field. */
async function forgetsEverything(visitor: Visitor, heading: string): Promise<void> {
  await visitor.seesHeading(heading);
  await visitor.presses('Save and continue', { status: 422 });
  await visitor.seesHeading(heading);
  const links = visitor.page.locator('.govuk-error-summary a');
  const fields = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  assert.notEqual(fields.length, 0, `${heading}: nothing is said to be wrong`);
  assert.deepEqual(
    fields,
    await inOrderOfThePage(visitor, fields),
    `${heading}: not in the order of the page`,
  );
  await links.first().click();
  const field = visitor.page.locator(`[id="${fields[0]?.slice(1)}"]`);
  assert.ok(await field.isVisible(), `${heading}: ${fields[0]} leads to nothing that can be seen`);
  if (visitor.hasScript)
    assert.ok(await field.evaluate((one) => one === one.ownerDocument.activeElement), heading);
}

/** Chooses a program that is called a letter, then a letter of two pages; goes back to see that both are there. */
async function handsInWhatIsNoLetter(visitor: Visitor, family: Family): Promise<void> {
  await visitor.attaches('DLA letter', {
    ...letterAbout(family, 'letter.pdf'),
    buffer: Buffer.from('MZ, a program'),
  });
  await visitor.presses('Save and continue', { status: 422 });
  await visitor.sees('The file “letter.pdf” must be a PDF, or a photo');
  await visitor.attaches('DLA letter', [letterAbout(family, 'one.pdf'), letterAbout(family, 'two.pdf')]);
  await visitor.presses('Save and continue', { status: 200 });
  await visitor.follows('Back');
  await visitor.sees('one.pdf (DLA or PIP letter)', 'two.pdf (DLA or PIP letter)');
  await visitor.follows('Back');
  const rate = visitor.page.getByRole('group', { name: 'DLA care rate' }).getByLabel('Highest');
  assert.ok(await rate.isChecked(), 'what was saved stands in the question before');
  await visitor.presses('Save and continue', { status: 200 });
}

async function inOrderOfThePage(visitor: Visitor, fields: readonly string[]): Promise<string[]> {
  const ids = await visitor.page.locator('main [id]').evaluateAll((all) => all.map(({ id }) => `#${id}`));
  return ids.filter((id) => fields.includes(id));
}

journeys('What goes wrong in applying', {}, (journey) => {
  journey('everything is left out once, on every page', async (visitor) => {
    const family = familyOf(`Kit${visitor.hasScript ? 'A' : 'B'}`, 'Moss');
    await visitor.opens('/account');
    await signsInByLink(visitor, family.email);
    await visitor.sees('Ask for a short break');
    await visitor.opens('/apply');
    await visitor.presses('Start a new application');
    const address = applicationAt(visitor);
    await visitor.presses('Begin');
    for (const step of steps) {
      await forgetsEverything(visitor, step.heading);
      if (step.heading === 'Show us the letters') await handsInWhatIsNoLetter(visitor, family);
      else await fillsIn(visitor, step, family);
    }
    await visitor.seesHeading('Check your answers');
    await visitor.presses('Send application', { status: 422 });
    await visitor.sees('Tick the box to say that this is true');
    await visitor.opens(`${address}/withdraw`);
    await visitor.seesHeading('Throw this application away?');
    await visitor.follows('No, keep it');
    await visitor.sees('You have answered everything. Check it, then send it.');
  });

  journey('a second application is answered with the first, and the first is taken back', async (visitor) => {
    const family = familyOf(`Max${visitor.hasScript ? 'A' : 'B'}`, 'Moss');
    const reference = await applies(visitor, family);
    await visitor.comesBy(() => visitor.page.goBack());
    await visitor.seesHeading(`Application for ${family.givenName} Moss`);
    await visitor.opens('/apply');
    await visitor.presses('Start for another child');
    await visitor.presses('Go on');
    await visitor.chooses(`${family.givenName} Moss`);
    await visitor.presses('Save and continue', { status: 200 });
    await visitor.sees('This is that application', reference);
    await visitor.follows('Take this application back');
    await visitor.presses('Yes, take it back');
    await visitor.sees('You have taken the application back');
    await visitor.opens('/apply');
    await visitor.sees('Your children', `${family.givenName} Moss`);
    await visitor.screenshot('apply-after-taking-back');
  });
});
