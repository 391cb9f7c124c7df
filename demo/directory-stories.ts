import type { Persona } from '#platform/people/personas.ts';
import { formOf } from './filled-form.ts';
import { parentCarer, persona, providerPerson, workers } from './people.ts';
import { dateBoxes, type Stage } from './stage.ts';

const { priya, helen, lena } = workers;
const desk = '/practitioners/listings';
const olu = persona('olu');
const kemi = providerPerson('kemi', 'Kemi Lawal');

type Told = { readonly name: string; readonly tell: (stage: Stage) => Promise<void> };

/** What goes on around the directory of a council: providers who write, families who say something, officers. */
export function directoryStories(slug: string): readonly Told[] {
  if (slug !== 'medway') return [{ name: 'a provider writes', tell: oneChange }];
  return [
    { name: 'providers write', tell: providersWrite },
    { name: 'families say something', tell: familiesSay },
    { name: 'families find nothing', tell: familiesFindNothing },
    { name: 'a newsletter', tell: newsletter },
    { name: 'a spreadsheet waits', tell: spreadsheet },
  ];
}

/** Changes a part of a listing as its form stands, but for what is given. */
async function changes(
  stage: Stage,
  who: Persona,
  of: { readonly listing: string; readonly section: string; readonly to: Readonly<Record<string, string>> },
): Promise<void> {
  const path = `/provider/listings/${of.listing}/edit/${of.section}`;
  const form = formOf(await stage.reads(who, path));
  await stage.does(who, path, { ...form, ...of.to });
}

/** In every council its demonstration's provider has changed one thing, which waits. */
async function oneChange(stage: Stage): Promise<void> {
  stage.on(4);
  const own = await stage.reads(olu, '/provider');
  const listing = /href="\/provider\/listings\/((?!new")[\w-]+)"/.exec(own)?.[1];
  if (listing === undefined) return;
  await changes(stage, olu, {
    listing,
    section: 'join',
    to: { joinNote: 'Call us first. You can come and look before you decide.' },
  });
}

async function providersWrite(stage: Stage): Promise<void> {
  stage.on(30);
  await stage.does(priya, `${desk}/providers`, {
    provider: 'demonstration-music-service',
    name: kemi.name,
    email: kemi.email,
  });
  stage.on(12);
  await changes(stage, olu, {
    listing: 'wheelchair-basketball',
    section: 'what',
    to: { summary: 'The best club in Medway for everybody.' },
  });
  stage.on(9);
  await comesBack(stage);
  stage.on(6);
  await changes(stage, olu, {
    listing: 'active-after-school',
    section: 'cost',
    to: { pounds: '6.50', costNote: 'Brothers and sisters pay half.' },
  });
  await changes(stage, olu, {
    listing: 'active-after-school',
    section: 'told',
    to: {
      session:
        'We say hello and look at the plan. Then three games, a drink, and one game that a child chooses.',
      sensoryStory:
        'The hall echoes.\nThere is a whistle, twice in each session.\nA corner with mats is quiet.',
    },
  });
  stage.on(4);
  await changes(stage, kemi, {
    listing: 'drumming-circle',
    section: 'when',
    to: { from: '10:30', until: '11:30' },
  });
  stage.on(2);
  await newClub(stage);
}

/** What says nothing to a family goes back, with the reason. */
async function comesBack(stage: Stage): Promise<void> {
  const path = `${desk}/drafts/wheelchair-basketball`;
  const revision = formOf(await stage.reads(priya, path)).revision ?? [];
  // Returned in an earlier start, nothing waits any more.
  if (revision.length === 0) return;
  await stage.does(priya, path, {
    revision,
    'verdict-summary': 'return',
    'reason-summary':
      'Families decide by what happens there. Please keep the sports chairs, and that beginners are welcome.',
  });
}

async function newClub(stage: Stage): Promise<void> {
  const begun = await stage.does(olu, '/provider/listings/new', {
    title: 'Boccia on Fridays',
    summary: 'A calm ball game that everybody can play, standing, sitting or lying down.',
    kinds: ['sport', 'after-school-club'],
  });
  const address = begun.split('?')[0] ?? '';
  const listing = address.split('/').at(-1) ?? '';
  const parts: readonly (readonly [section: string, to: Readonly<Record<string, string>>])[] = [
    ['what', { description: 'Ramps and soft balls are there. Helpers show how it goes, one to one.' }],
    ['who', { ageFrom: '8', ageTo: '18', needs: 'physical' }],
    ['when', { times: 'after-school', days: 'fri', from: '16:00', until: '17:15', season: 'term-time' }],
    ['where', { placeKind: 'at', placeName: 'A sports centre', locality: 'Gillingham', postcode: 'ME7 1HF' }],
    ['cost', { costKind: 'amount', pounds: '4', per: 'session', costNote: '' }],
    ['contact', { phone: '01632 960162', email: 'boccia@sportsclub.example.org' }],
  ];
  for (const [section, to] of parts) await changes(stage, olu, { listing, section, to });
  await stage.does(olu, `${address}/send`);
}

const heard = 'Nobody could tell me whether the hoist was working before we came. We drove home again.';
const waiting = 'My brother would like something with water in the holidays where I can come too.';

async function familiesSay(stage: Stage): Promise<void> {
  stage.on(40);
  await stage.does(persona('joe'), '/find/wheelchair-basketball/comment', {
    words: heard,
    saidBy: 'parent-carer',
    email: '',
  });
  stage.on(38);
  const comment = await commentThatSays(stage, heard);
  if (comment !== null) {
    await stage.does(lena, `${comment}/publish`, { words: heard });
    stage.on(33);
    await stage.does(lena, `${comment}/answer`, {
      outcome: 'done',
      words: 'The club looks at the hoist each Friday now, and says so on its page the same day.',
      ...dateBoxes('day', stage.today()),
    });
  }
  stage.on(5);
  await stage.does(persona('leah'), '/comments/new', { words: waiting, saidBy: 'young-person', email: '' });
  stage.on(3);
  await stage.does(persona('amira'), '/find/drumming-circle/problem', {
    kind: 'times',
    words: 'We came at ten and the door was shut. A note said half past.',
    email: persona('amira').email,
  });
}

/** The desk's page of the comment that waits to be read, or to be answered, with these words. */
async function commentThatSays(stage: Stage, words: string): Promise<string | null> {
  const begins = words.slice(0, 60);
  for (const show of ['to-read', 'to-answer']) {
    const rows = (await stage.reads(lena, `${desk}/comments?show=${show}`)).split('<tr ');
    const row = rows.find((one) => one.includes(begins)) ?? '';
    const found = /href="([^"]+\/comments\/[\w-]{36})"/.exec(row)?.[1];
    if (found !== undefined) return found;
  }
  return null;
}

/** Families look for what there is not, often enough that it can be told. */
async function familiesFindNothing(stage: Stage): Promise<void> {
  const searches = [
    ['q=swimming&kind=swimming&day=sun&need=wheelchair&age=6&postcode=ME7&within=5&free=yes', 6],
    ['kind=overnight&need=behaviour&age=8&upto=20&season=holidays', 5],
    ['q=trampolining&day=sat&need=complex-health&transport=door-to-door&age=12', 3],
  ] as const;
  for (const [search, times] of searches)
    for (let time = 0; time < times; time += 1) {
      stage.on(45 - 7 * time);
      await stage.reads(persona('grace'), `/find?${search}`);
    }
}

const news = `## New this month

- Boccia on Fridays is being prepared in Gillingham.
- [Quiet mornings](/find?need=autism) are there in more places.

## What you said

You asked us to say before you come whether a hoist works. The clubs tell us each week now.`;

async function newsletter(stage: Stage): Promise<void> {
  stage.on(22);
  const reader = parentCarer('reader', 'Maria Rossi');
  await stage.does(persona('grace'), '/alerts', {
    email: reader.email,
    wants: ['alert', 'newsletter'],
    frequency: 'monthly',
    age: '6',
    postcode: 'ME7',
    within: '10',
  });
  const link = /\/alerts\/confirm\/[\w-]+/.exec(await stage.reads(persona('grace'), '/demonstration/outbox'));
  if (link !== null) await stage.does(persona('grace'), link[0]);
  stage.on(21);
  const issue = await stage.does(helen, '/practitioners/newsletters/new', {
    title: 'Short breaks this autumn',
    body: news,
  });
  await stage.does(helen, `${issue}/send`);
}

const sheet = `Reference,Title,Provider,Kinds,Support,Summary,Age from,Age to,Can help with,When,Days,Starts,Ends,Cost,How to join,Place,Town,Postcode,Phone
allot-1,Allotment afternoons,Demonstration community garden,Outdoors,Extra support,"Digging, planting and tea.",8,18,Autism,Weekends,Saturday,14:00,16:00,Free,Book a place,The allotments,Rainham,ME8 7XX,01632 960190
allot-2,Bread and soup,Demonstration community garden,Life skills and work,Extra support,Bake bread and cook soup together.,10,18,Learning disability,School holidays,Wednesday,10:00,13:00,£3 a session,Book a place,The allotments,Rainham,ME8 7XX,01632 960190
allot-3,Night walk,Demonstration community garden,Outdoors,Extra support,A walk with lamps and a story.,six,16,Autism,Evenings,Friday,18:00,19:30,Free,Book a place,The allotments,Rainham,ME8 7XX,01632 960190
`;

async function spreadsheet(stage: Stage): Promise<void> {
  stage.on(1);
  const bytes = Buffer.from(sheet);
  await stage.does(lena, `${desk}/import`, {}, [
    { field: 'file', name: 'community-garden.csv', bytes, tooBig: false },
  ]);
}
