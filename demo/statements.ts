import { persona, workers } from './people.ts';
import { dateBoxes, type Stage } from './stage.ts';

const { priya, ngozi, helen } = workers;
const desk = '/practitioners/statement';

/** What becomes of the short breaks statement of a council of the demonstration. */
export function statementStories(
  slug: string,
): readonly { readonly name: string; readonly tell: (stage: Stage) => Promise<void> }[] {
  return [{ name: 'the statement', tell: slug === 'medway' ? publishes : begins }];
}

/** A draft that begins with the words of the council's folder. */
async function begins(stage: Stage): Promise<void> {
  stage.on(14);
  await stage.does(helen, `${desk}/begin`);
}

const answers: Readonly<Record<string, { readonly words: string; readonly changed: string }>> = {
  'too little on Sundays': {
    words: 'There is too little on Sundays, and that is the longest day for us.',
    changed: 'We say now where there is too little, and Sundays are the first thing that we look for.',
  },
  'shorter sentences': {
    words: 'I could not read the old one. Please use shorter sentences and pictures.',
    changed: 'Every part has an Easy Read text with a picture now.',
  },
  'nights away': {
    words: 'More nights away, and told earlier, so that the other children can look forward to them too.',
    changed: 'The figures for nights stand in the statement. How nights are given out is asked about next.',
  },
};

/** Written, asked about, answered, signed by two and published. */
async function publishes(stage: Stage): Promise<void> {
  stage.on(170);
  await stage.does(priya, `${desk}/begin`);
  stage.on(165);
  await stage.does(priya, `${desk}/consultation`, {
    ...dateBoxes('opens', stage.today()),
    ...dateBoxes('closes', stage.today().add({ days: 42 })),
    asks: 'This is a draft of our short breaks statement.\n\nIs it right? Is there enough for you, at the times when you need it?',
  });
  stage.on(150);
  await stage.does(persona('amira'), '/statement/consultation', {
    who: 'parent-carer',
    section: 'needs',
    words: answers['too little on Sundays']?.words ?? '',
  });
  stage.on(141);
  await stage.does(persona('leah'), '/statement/consultation', {
    who: 'young-person',
    section: '',
    words: answers['shorter sentences']?.words ?? '',
  });
  stage.on(130);
  await stage.does(priya, `${desk}/views`, {
    ...dateBoxes('made', stage.today().subtract({ days: 2 })),
    how: 'meeting',
    who: 'parent-carer',
    people: '14',
    section: 'range',
    words: answers['nights away']?.words ?? '',
  });
  stage.on(118);
  await answersAll(stage);
  stage.on(112);
  for (const signer of [helen, ngozi]) {
    const page = await stage.reads(signer, desk);
    const fingerprint = /name="fingerprint" value="([0-9a-f]+)"/.exec(page)?.[1];
    if (fingerprint !== undefined) await stage.does(signer, `${desk}/sign`, { fingerprint });
  }
  stage.on(110);
  await stage.does(ngozi, `${desk}/publish`, dateBoxes('review', stage.today().add({ years: 1 })));
}

async function answersAll(stage: Stage): Promise<void> {
  // Once it is published there is no draft to answer to.
  const list = (await stage.looks(priya, `${desk}/consultation`)) ?? '';
  for (const [, address = '', card = ''] of list.matchAll(
    /href="([^"]+\/comments\/[^"]+)"[^>]*>[\s\S]*?<p>([^<]*)<\/p>/g,
  )) {
    const answer = Object.values(answers).find(({ words }) => card.includes(words));
    if (answer !== undefined) await stage.does(priya, address, { publish: 'yes', ...answer });
  }
}
