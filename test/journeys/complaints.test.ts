// A complaint: from somebody without an account, online and by telephone; from a family through its account, answered,
// asked on, and given to the Ombudsman as one file. Who is complained about sees nothing of it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { journeys } from './journey.ts';
import type { Visitor } from './visitor.ts';

async function referenceOn(visitor: Visitor): Promise<string> {
  const [reference] = /CP-\w{4}-\w{4}/.exec(await visitor.reads()) ?? [];
  assert.ok(reference !== undefined, `${visitor.path} names no complaint`);
  return reference;
}

/** The officer names whom it is about, answers stage 1, and sees its clock. */
async function namesAndAnswers(officer: Visitor, reference: string): Promise<string> {
  await officer.opens('/practitioners');
  await officer.follows('Complaints');
  await officer.follows(reference);
  const address = officer.path.replace(/\?.*/, '');
  await officer.sees('Stage 1: to answer, by', 'In time');
  await officer.follows('Name who it is about');
  await officer.chooses('Ngozi Adeyemi', { of: 'Who is it about?' });
  await officer.presses('Keep the name', { status: 200 });
  await officer.opens(`${address}/answer`);
  await officer.presses('Send the answer', { status: 422 });
  await officer.chooses('Upheld in part', { of: 'What came of it?' });
  await officer.types({ 'The answer, in words for the family': 'We should have called.' });
  await officer.presses('Send the answer', { status: 200 });
  return address;
}

/** The pack is a zip with a page that tells this child's case and names no other child. */
async function takesThePack(officer: Visitor): Promise<void> {
  const { name, path } = await officer.downloads('Download the whole case');
  assert.match(name, /\.zip$/);
  const files = unzipSync(new Uint8Array(await readFile(path)));
  const index = Object.entries(files).find(([file]) => file.endsWith('index.html'))?.[1];
  assert.ok(index !== undefined, Object.keys(files).join(' '));
  const words = strFromU8(index);
  assert.match(words, /Ellie Carter/);
  assert.match(words, /[Cc]hronology|What happened/);
  assert.match(words, /Nobody came on Saturday/);
  for (const other of ['Zayn', 'Zara', 'Isla', 'Oscar'])
    assert.doesNotMatch(words, new RegExp(`\\b${other}\\b`), `the pack names ${other}`);
}

journeys('Complaints', {}, (journey) => {
  journey(
    'without an account, online and by telephone',
    async (visitor, scene) => {
      await visitor.opens('/');
      await visitor.follows('Complain');
      await visitor.presses('Send the complaint', { status: 422 });
      await visitor.chooses('A parent or carer', { of: 'Who are you?' });
      await visitor.types({
        'What went wrong?': 'Nobody called us back.',
        Name: 'Ada Patel',
        'Email address': 'ada.patel@example.org',
      });
      await visitor.presses('Send the complaint', { status: 200 });
      await visitor.sees('We have your complaint.');
      const online = await referenceOn(visitor);

      const officer = await scene.visitor();
      await officer.signsInAs('Sian Powell');
      await officer.follows('Complaints');
      await officer.presses('Write down a complaint');
      await officer.chooses('By telephone', { of: 'How did it come?' });
      await officer.chooses('A child or young person', { of: 'Who complains?' });
      await officer.types({
        Name: 'Sam Moss',
        'Telephone number': '01632 960 555',
        'What went wrong, in their words': 'They talk over my head.',
      });
      await officer.presses('Write it down', { status: 200 });
      const called = await referenceOn(officer);
      await officer.opens('/practitioners/complaints');
      await officer.sees(online, called);
      assert.notEqual(called, online);
    },
    [{ hasScript: false, width: 320 }],
  );

  journey(
    'from a family’s account through stage 1 to stage 2, closed to whom it is about, with the pack',
    async (family, scene) => {
      const named = await scene.visitor();
      await named.signsInAs('Ngozi Adeyemi');
      await family.signsInAs('Joe Carter');
      await family.opens('/account');
      await family.follows('complain, or see a complaint that you made');
      await family.presses('Make a complaint');
      await family.chooses('A parent or carer', { of: 'Who are you?' });
      await family.types({ 'What went wrong?': 'Nobody came on Saturday.' });
      const about = family.page.getByLabel('Ellie Carter', { exact: true });
      if ((await about.count()) > 0) await about.check();
      await family.presses('Send the complaint', { status: 200 });
      const reference = await referenceOn(family);
      const own = family.path.replace(/\?.*/, '');

      const officer = await scene.visitor({ hasScript: false, width: 1280 });
      await officer.signsInAs('Sian Powell');
      const desk = await namesAndAnswers(officer, reference);
      await named.opens(desk, { status: 403 });
      await named.sees('about you');
      await named.opens('/practitioners/complaints');
      await named.doesNotSee(reference);

      await family.opens(own);
      await family.sees('We should have called.');
      await family.screenshot('complaint-answered');
      await family.types({ 'What is still not right?': 'Nobody said sorry.' });
      await family.presses('Ask for the next stage', { status: 200 });
      await officer.opens(desk);
      await officer.sees('Stage 2', 'Nobody said sorry.');
      await takesThePack(officer);
    },
    [{ hasScript: true, width: 320 }],
  );
});
