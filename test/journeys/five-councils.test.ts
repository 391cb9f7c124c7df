// Five councils on one service: a visitor finds the right one, and in each a family finds something, sees what it can
// get, asks for the council's own scheme, and reads what an officer decided.
import assert from 'node:assert/strict';
import path from 'node:path';
import { familyOf, letterAbout, sends, steps } from './families.ts';
import { type Equipment, journeys } from './journey.ts';
import { caseAt, opensCase } from './officers.ts';
import type { Visitor } from './visitor.ts';

const authorities = path.join(import.meta.dirname, '..', '..', 'authorities');

/** What a family finds in one council, and what it asks for. */
type Council = {
  readonly slug: string;
  readonly name: string;
  readonly postcode: string;
  /** The heading of the page on which its scheme is asked for, and a few of the scheme's own words. */
  readonly asks: string;
  readonly about: string;
  /** Answers to the scheme's own questions, by their headings. */
  readonly says: Readonly<Record<string, string>>;
  /** What the officer is recommended, and what the letter says. */
  readonly button: string;
  readonly letter: string;
  readonly equipment: Equipment;
};

const yes = 'Say yes and send the letter';
const onward = 'Send on and send the letter';

const councils: readonly Council[] = [
  {
    slug: 'kent',
    name: 'Kent County Council',
    postcode: 'ME14 1XX',
    asks: 'Ask to join: Short break activities',
    about: 'You do not need a social worker',
    says: {
      'Does your child need support to join in, because of a disability or extra needs?': 'Yes',
      'How much help does your child need?': 'Some help',
      'Do you need nights away as well?': 'No',
    },
    button: yes,
    letter: 'no money is paid to you',
    equipment: { hasScript: true, width: 1280 },
  },
  {
    slug: 'essex',
    name: 'Essex County Council',
    postcode: 'CM1 1XX',
    asks: 'Ask to join: Essex short breaks clubs and activities',
    about: 'Join once',
    says: { 'Is your child looked after by another council, and fostered in Essex?': 'No' },
    button: yes,
    letter: 'no money is paid to you',
    equipment: { hasScript: false, width: 1280 },
  },
  {
    slug: 'warwickshire',
    name: 'Warwickshire County Council',
    postcode: 'CV34 4XX',
    asks: 'Ask for an assessment: Short breaks',
    about: 'Children with Disabilities Team',
    says: { 'What kind of help do you ask for?': 'Care at home, nights away, or much more help' },
    button: onward,
    letter: 'called an assessment',
    equipment: { hasScript: true, width: 320 },
  },
  {
    slug: 'devon',
    name: 'Devon County Council',
    postcode: 'EX1 1XX',
    asks: 'Ask for an assessment: Targeted short breaks and direct payments',
    about: 'after an assessment',
    says: {},
    button: onward,
    letter: 'It is one assessment for all of you',
    equipment: { hasScript: false, width: 320 },
  },
];

const family = { ...familyOf('Robin', 'Journey'), parent: 'Grace Mensah' };

async function goesTo(visitor: Visitor, council: Pick<Council, 'slug'>): Promise<void> {
  const { port } = new URL(visitor.page.url());
  await visitor.opens(`http://${council.slug}.localhost:${port}/`);
}

async function findsSomething(visitor: Visitor): Promise<void> {
  await visitor.followsInMenu('Find a short break');
  await visitor.doesNotSee('short breaks grant can pay');
  const title = visitor.page.locator('.daybreak-result__title a').first();
  const name = (await title.innerText()).trim();
  await visitor.follows(name);
  await visitor.seesHeading(name);
  await visitor.doesNotSee('your grant', 'the grant');
}

/** Fills in whatever the council's own form asks, and nothing that it does not ask. */
async function fillsInTheForm(visitor: Visitor, council: Council): Promise<void> {
  for (let count = 0; count < 15; count += 1) {
    const heading = (await visitor.page.locator('h1').innerText()).trim();
    if (heading === 'Check your answers') return;
    const said = council.says[heading];
    if (heading === 'Where does your child live?' && (await isAddress(visitor))) {
      await visitor.types({ 'Address line 1': '5 Mill Lane', 'Town or city': 'Town' });
      await visitor.types({ Postcode: council.postcode });
    } else if (heading === 'We have this already. Is it still right?') {
      await visitor.chooses('Yes, all of it');
    } else if (heading === 'Show us the letters') {
      await visitor.attaches('Letter that says what was diagnosed', letterAbout(family));
    } else if (said !== undefined) {
      await visitor.chooses(said);
    } else {
      const step = steps.find((one) => one.heading === heading);
      if (step === undefined) await visitor.chooses('I am not sure');
      else await step.fill(visitor, family);
    }
    await visitor.presses('Save and continue', { status: 200 });
  }
}

async function isAddress(visitor: Visitor): Promise<boolean> {
  return (await visitor.page.getByLabel('Address line 1', { exact: true }).count()) > 0;
}

journeys('Five councils', { authorities }, (journey) => {
  journey('by name and by postcode to the right council', async (visitor) => {
    await visitor.opens('/');
    const start = visitor.page.url();
    await visitor.seesHeading('Which council are you looking for?');
    await visitor.follows('Medway Council');
    assert.equal(new URL(visitor.page.url()).hostname, 'medway.localhost');
    for (const { slug, postcode } of councils) {
      await visitor.opens(start);
      await visitor.types({ 'The postcode of where the child lives': postcode });
      await visitor.presses('Find the council');
      assert.equal(new URL(visitor.page.url()).hostname, `${slug}.localhost`);
    }
  });

  for (const council of councils)
    journey(
      `${council.name}: finds, sees what it can get, asks, and reads what was decided`,
      async (visitor, scene) => {
        await visitor.opens('/');
        await visitor.follows(council.name);
        await findsSomething(visitor);
        await visitor.followsInMenu('What can we get?');
        await visitor.sees(council.about);
        await visitor.doesNotSee('grant');
        await visitor.opens('/apply');
        await visitor.seesHeading(council.asks);
        await visitor.sees(council.about, 'we aim to answer by');
        await visitor.doesNotSee('grant', 'DLA');
        await visitor.screenshot(`apply-${council.slug}`);
        await visitor.signsInAs(family.parent);
        await visitor.opens('/apply');
        await visitor.presses('Start a new application');
        await visitor.presses('Begin');
        await fillsInTheForm(visitor, council);
        const reference = await sends(visitor);

        const officer = await scene.visitor(council.equipment);
        await officer.opens('/');
        await goesTo(officer, council);
        await officer.signsInAs('Priya Shah');
        await opensCase(officer, reference, 'Robin Journey');
        await officer.opens(`${caseAt(officer)}/decide`);
        await officer.presses('Continue', { status: 200 });
        await officer.presses(council.button, { status: 200 });

        await visitor.opens('/account');
        await visitor.follows('Robin Journey');
        await visitor.screenshot(`application-${council.slug}`);
        await visitor.follows('Read the letter');
        await visitor.sees(council.letter);
        await visitor.screenshot(`letter-${council.slug}`);
      },
      [council.equipment],
    );
});
