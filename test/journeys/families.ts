// What families do on their way to a grant, in sentences that several journeys share.
import assert from 'node:assert/strict';
import { systemClock } from '#kernel/clock.ts';
import { letterPdf } from '../../demo/letter-pdf.ts';
import type { ChosenFile, Visitor } from './visitor.ts';

/** A family that is made up for one journey. */
export type Family = {
  readonly email: string;
  readonly parent: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly bornOn: Temporal.PlainDate;
};

/** A family with a child of that name, nine years old. Each journey brings its own. */
export function familyOf(givenName: string, familyName: string): Family {
  return {
    email: `${givenName}.${familyName}@example.org`.toLowerCase(),
    parent: `Alex ${familyName}`,
    givenName,
    familyName,
    bornOn: systemClock.today().subtract({ years: 9, months: 3 }),
  };
}

/** A letter about a family's child, as a real file. */
export function letterAbout(family: Family, name = 'award letter.pdf'): ChosenFile {
  const bytes = letterPdf(['A letter', `About ${family.givenName} ${family.familyName}`, 'Care: highest']);
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(bytes) };
}

/** Asks for a link on the page where the visitor stands, and gives it as it stands in the outbox. */
export async function asksForLink(visitor: Visitor, email: string): Promise<string> {
  await visitor.seesHeading('Sign in or start');
  await visitor.types({ 'Your email address': email });
  await visitor.presses('Send me a link');
  await visitor.seesHeading('Check your email');
  await visitor.follows('outbox');
  const letter = await newestMessage(visitor, { to: email, subject: 'Your link to sign in' });
  const address = await letter.locator('a[href*="/sign-in/link/"]').first().getAttribute('href');
  assert.ok(address !== null, 'the message holds a link');
  return address;
}

/** Asks for a link on the page where the visitor stands, and signs in with it. */
export async function signsInByLink(visitor: Visitor, email: string): Promise<void> {
  await visitor.opens(await asksForLink(visitor, email));
  await visitor.seesHeading('You are nearly there');
  await visitor.presses('Sign in');
}

/** The newest message to somebody with these words in its subject, on the outbox page where the visitor stands. */
export async function newestMessage(
  visitor: Visitor,
  wanted: { readonly to: string; readonly subject: string },
) {
  const message = visitor.page
    .locator('.daybreak-letter')
    .filter({ hasText: `To ${wanted.to} ` })
    .filter({ has: visitor.page.locator('h2', { hasText: wanted.subject }) })
    .first();
  assert.ok((await message.count()) === 1, `no message to ${wanted.to} about ${wanted.subject}`);
  return message;
}

/** Signs out of the only place where the family is signed in. */
export async function signsOut(visitor: Visitor): Promise<void> {
  await visitor.opens('/account/sessions');
  const current = visitor.page.locator('.daybreak-card', { hasText: 'This one' }).getByRole('button');
  await visitor.comesBy(() => current.click());
  await visitor.seesHeading('You are signed out');
}

/** A page of the application: its heading, and how a family fills it in. */
export type Step = {
  readonly heading: string;
  fill(visitor: Visitor, family: Family): Promise<void>;
};

/** Every page of the application, in the order in which they are asked. */
export const steps: readonly Step[] = [
  {
    heading: 'Who is the short break for?',
    fill: (visitor, { givenName, familyName, bornOn }) =>
      visitor.types({ 'First name': givenName, 'Last name': familyName, 'Date of birth': bornOn }),
  },
  {
    heading: 'Does your child have a diagnosed disability?',
    async fill(visitor) {
      await visitor.chooses('Yes');
      await visitor.types({ 'What was diagnosed?': 'Autism' });
    },
  },
  {
    heading: 'Does the council already pay for support for your child?',
    fill: (visitor) => visitor.chooses('No, none of these'),
  },
  {
    heading: 'About you',
    async fill(visitor, { parent }) {
      await visitor.types({ 'Your full name': parent, 'Phone number (optional)': '01632 960 123' });
      await visitor.chooses('Father', { of: 'How are you related to the child?' });
      await visitor.chooses('Yes', { of: 'Do you have parental responsibility?' });
    },
  },
  {
    heading: 'Does another adult at home care for your child?',
    async fill(visitor) {
      await visitor.chooses('Yes');
      await visitor.types({ 'Their full name': 'Robin Lane' });
      await visitor.chooses('Grandparent', { of: 'How are they related to the child?' });
    },
  },
  {
    heading: 'Where does your child live?',
    fill: (visitor) =>
      visitor.types({ 'Address line 1': '5 Mill Lane', 'Town or city': 'Rochester', Postcode: 'me1 2bd' }),
  },
  {
    heading: 'Does your child get DLA or PIP?',
    async fill(visitor) {
      await visitor.chooses('Yes, Disability Living Allowance (DLA)');
      await visitor.chooses('Highest', { of: 'DLA care rate' });
      await visitor.chooses('None', { of: 'DLA mobility rate' });
      await visitor.types({
        'When does DLA start? (optional)': systemClock.today().subtract({ months: 8 }),
      });
    },
  },
  {
    heading: 'Show us the letters',
    fill: (visitor, family) => visitor.attaches('DLA letter', letterAbout(family)),
  },
  {
    heading: 'What is life like for your family?',
    async fill(visitor) {
      await visitor.chooses('It is hard at times. We may reach a point where we cannot go on.');
      await visitor.types({ 'Tell us a little more': 'Nights are hard.\nHis sister misses out.' });
    },
  },
  {
    heading: 'What would you use the money for?',
    async fill(visitor) {
      await visitor.chooses(['Clubs and activities', 'Swimming or another sport']);
      await visitor.types({
        'How would that help your child, and you?': 'Water calms the child, and we can rest for an hour.',
      });
    },
  },
];

/** Fills in the step where the visitor stands, which must be this one, and saves it. */
export async function fillsIn(visitor: Visitor, step: Step, family: Family): Promise<void> {
  await visitor.seesHeading(step.heading);
  await step.fill(visitor, family);
  await visitor.presses('Save and continue', { status: 200 });
}

/** Goes on filling in whatever is asked, up to `before` this heading. Gives how many steps that took. */
export async function fillsInUntil(visitor: Visitor, family: Family, before: string): Promise<number> {
  for (let count = 0; count <= steps.length; count++) {
    const heading = (await visitor.page.locator('h1').innerText()).trim();
    if (heading === before) return count;
    const step = steps.find((one) => one.heading === heading);
    assert.ok(step !== undefined, `"${heading}" is no step of the application`);
    await fillsIn(visitor, step, family);
  }
  throw new Error(`${before} never came`);
}

/** The address of the application that the visitor is in. */
export function applicationAt(visitor: Visitor): string {
  const [address] = /^\/apply\/[\w-]{36}/.exec(visitor.path) ?? [];
  assert.ok(address !== undefined, `${visitor.path} is no page of an application`);
  return address;
}

/** Starts an application and fills in every step: the visitor then stands before the answers to check. */
export async function fillsInAll(visitor: Visitor, family: Family): Promise<void> {
  await visitor.opens('/apply');
  await visitor.presses('Start a new application');
  await visitor.presses('Begin');
  assert.equal(await fillsInUntil(visitor, family, 'Check your answers'), steps.length);
}

/** Sends the application whose answers the visitor has before them, and gives its reference. */
export async function sends(visitor: Visitor): Promise<string> {
  await visitor.chooses('This is true as far as I know, and I will tell you if it changes');
  await visitor.presses('Send application', { status: 200 });
  await visitor.seesHeading('Application sent');
  return referenceOn(visitor);
}

/** The reference that the page names first. */
export async function referenceOn(visitor: Visitor): Promise<string> {
  const [reference] = /SB-[\w]{4}-[\w]{4}/.exec(await visitor.reads()) ?? [];
  assert.ok(reference !== undefined, `${visitor.path} names no reference`);
  return reference;
}

/** A new family signs in, applies and sends. Gives the reference. */
export async function applies(visitor: Visitor, family: Family): Promise<string> {
  await visitor.opens('/account');
  await signsInByLink(visitor, family.email);
  await fillsInAll(visitor, family);
  return sends(visitor);
}
