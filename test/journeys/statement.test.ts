// The short breaks statement: the next version is written, asked about, answered, signed by two and published; what
// changed is said, and the version before stays as it was.
import { systemClock } from '#kernel/clock.ts';
import { journeys } from './journey.ts';
import type { Visitor } from './visitor.ts';

const desk = '/practitioners/statement';

/** The machine's time, and some weeks more once families have been asked. */
let later = Temporal.Duration.from({ seconds: 0 });
const clock = {
  now: () => systemClock.now().add(later),
  today: () => clock.now().toZonedDateTimeISO('Europe/London').toPlainDate(),
};

async function writes(officer: Visitor, words: string): Promise<void> {
  await officer.opens(`${desk}/sections/what/words`);
  await officer.types({ Text: words });
  await officer.presses('Save and see how it looks');
}

async function signs(signer: Visitor): Promise<void> {
  await signer.opens(desk);
  await signer.follows('read the whole of it');
  await signer.sees('This is how version 2 would stand');
  await signer.follows('Sign it');
  await signer.presses('Sign it', { status: 200 });
}

/** A family reads the draft and says what it thinks, without an account. */
async function comments(family: Visitor): Promise<void> {
  await family.opens('/statement');
  await family.follows('read it and say what you think');
  await family.chooses('A parent or carer', { of: 'Who are you?' });
  await family.chooses('What there is', { of: 'Which part is it about?' });
  await family.presses('Send', { status: 422 });
  await family.types({ 'What do you think?': 'There is nothing on Sundays near Kim’s house.' });
  await family.presses('Send', { status: 200 });
  await family.sees('Thank you.');
  await family.doesNotSee('There is nothing on Sundays');
}

async function answers(officer: Visitor): Promise<void> {
  await officer.opens(desk);
  await officer.follows('Ask families, and answer them');
  await officer.follows('A parent or carer, on this website');
  await officer.types({
    'What did you do because of it?': 'We asked two clubs to open on Sundays.',
    'Words to publish': 'There is nothing on Sundays.',
  });
  await officer.chooses('Yes', { of: 'Is the comment published?' });
  await officer.presses('Keep the answer', { status: 200 });
  await officer.sees('Answered and published');
}

async function publishes(scene: { visitor(): Promise<Visitor> }): Promise<void> {
  const commissioner = await scene.visitor();
  await commissioner.signsInAs('Helen Marsh');
  await signs(commissioner);
  await commissioner.sees('One more has to sign.');
  await commissioner.follows('Publish');
  await commissioner.sees('One more person has to sign it');
  const teamLeader = await scene.visitor();
  await teamLeader.signsInAs('Ngozi Adeyemi');
  await signs(teamLeader);
  await teamLeader.sees('Both have signed.');
  await teamLeader.screenshot('statement-desk');
  await teamLeader.follows('Publish');
  await teamLeader.presses('Publish it', { status: 200 });
}

journeys('The statement', { clock }, (journey) => {
  journey(
    'written, asked about, answered, signed by two, published, and what changed',
    async (officer, scene) => {
      const family = await scene.visitor();
      await family.opens('/statement');
      await family.sees('Version 1', 'As it is today', 'What there is', 'Who can have it');
      await family.follows('Easy Read');
      await family.sees('A short break is a good time for a disabled child.');
      await family.follows('Large print');
      await family.sees('Version 1');

      await officer.signsInAs('Priya Shah');
      await officer.opens(desk);
      await officer.presses('Begin the next version', { status: 200 });
      await writes(officer, 'There are {{listings.cuont}} of them.');
      await officer.sees('There is no fact called {{listings.cuont}}. The nearest is {{listings.count}}.');
      await writes(
        officer,
        'A rest for you.\n\n# How many\n\nThere are {{listings.count}}. We had 80 clubs.',
      );
      await officer.sees('Saved', 'How it looks today', '“80 clubs”: write {{listings.count}}');
      await officer.screenshot('statement-section');
      await writes(officer, 'A rest for you.\n\n# How many\n\nThere are {{listings.count}} to choose from.');
      await officer.opens(desk);
      await officer.follows('The checklist of regulation 5');
      await officer.sees(
        'The range of services',
        'Regard to the views of carers',
        'Families have not been asked',
      );

      await officer.opens(`${desk}/consultation`);
      await officer.presses('Open it', { status: 200 });
      await comments(family);
      await answers(officer);
      await family.opens('/statement/consultation');
      await family.sees('There is nothing on Sundays.', 'We asked two clubs to open on Sundays.');
      await family.doesNotSee('Kim');
      await officer.opens(`${desk}/publish`);
      await officer.sees('Families are asked until', '“What a short break is” is written anew.');

      later = later.add({ hours: 24 * 43 });
      await publishes(scene);
      await family.opens('/statement');
      await family.sees(
        'Version 2',
        'Signed by Helen Marsh, commissioner, and Ngozi Adeyemi, team manager.',
        'What changed since the version before',
        '“What a short break is” is written anew.',
        'We asked two clubs to open on Sundays.',
      );
      await family.follows('Version 1');
      await family.sees('This is an earlier version');
      await family.doesNotSee('There is nothing on Sundays.');
    },
    [{ hasScript: true, width: 320 }],
  );
});
