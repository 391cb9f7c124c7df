import type { Persona } from '#platform/people/personas.ts';
import type { Filled } from './act-as.ts';
import { assesses, childOf, decides, enablerLine, finishes, plans, settles } from './acts.ts';
import { letterPdf } from './letter-pdf.ts';
import type { Story } from './medway-stories.ts';
import { parentCarer, persona, workers } from './people.ts';
import { dateBoxes, type Stage } from './stage.ts';

const { marcus } = workers;

/** What becomes of a family of one of the smaller demonstrations. */
type Fate = 'yes' | 'yes-and-plan' | 'assessed' | 'in-assessment' | 'refused' | 'waiting' | 'draft';

type SmallFamily = {
  readonly persona: Persona;
  readonly relationship: string;
  readonly child: string;
  readonly age: number;
  readonly diagnosis: string;
  readonly sentDaysAgo: number;
  readonly fate: Fate;
  /** Answers to the scheme's own questions that are not the usual ones, by the last part of their address. */
  readonly says?: Readonly<Record<string, string>>;
  /** Where the family lives, if not where the council's other families do. */
  readonly place?: Place;
};

type Place = { readonly town: string; readonly postcode: string };

/** What a council's demonstration needs to know of it: where its families live, and what its scheme asks. */
type Council = {
  readonly place: Place;
  readonly says: Readonly<Record<string, string>>;
  readonly families: readonly SmallFamily[];
};

function family(
  who: Persona,
  child: { readonly name: string; readonly age: number; readonly diagnosis: string },
  what: Pick<SmallFamily, 'fate' | 'sentDaysAgo' | 'says' | 'place'> & { readonly relationship?: string },
): SmallFamily {
  const { relationship = 'mother', ...rest } = what;
  return {
    persona: who,
    relationship,
    child: child.name,
    age: child.age,
    diagnosis: child.diagnosis,
    ...rest,
  };
}

const zayn = { name: 'Zayn Khan', age: 7, diagnosis: 'Autism' };
const ellie = { name: 'Ellie Carter', age: 11, diagnosis: 'Cerebral palsy' };
const poppy = { name: 'Poppy Ellis', age: 9, diagnosis: 'Epilepsy' };

/** Those whom a visitor can be, alike in each council. */
function known(joesFate: Fate): readonly SmallFamily[] {
  return [
    family(persona('joe'), ellie, { fate: joesFate, sentDaysAgo: 120, relationship: 'father' }),
    family(persona('amira'), zayn, { fate: 'waiting', sentDaysAgo: 4 }),
    family(persona('tom-at-home'), poppy, { fate: 'waiting', sentDaysAgo: 2, relationship: 'father' }),
  ];
}

const councils: Readonly<Record<string, Council>> = {
  kent: {
    place: { town: 'Maidstone', postcode: 'ME14 1XX' },
    says: {
      'child-lives-in': 'Kent',
      'child-needs-support-to-join-in': 'yes',
      'need-level': 'moderate',
      'asked-overnight': 'no',
    },
    families: [
      ...known('yes-and-plan'),
      family(
        parentCarer('kent-1', 'Rosie Field'),
        { name: 'Alfie Field', age: 8, diagnosis: 'Down’s syndrome' },
        { fate: 'yes', sentDaysAgo: 33 },
      ),
      family(
        parentCarer('kent-2', 'Femi Balogun'),
        { name: 'Tola Balogun', age: 6, diagnosis: 'Autism' },
        {
          fate: 'refused',
          sentDaysAgo: 21,
          place: { town: 'Chatham', postcode: 'ME4 4AA' },
          relationship: 'father',
        },
      ),
      family(
        parentCarer('kent-3', 'Jess Marlow'),
        { name: 'Ivy Marlow', age: 12, diagnosis: 'Epilepsy' },
        { fate: 'draft', sentDaysAgo: 3 },
      ),
    ],
  },
  essex: {
    place: { town: 'Chelmsford', postcode: 'CM1 1XX' },
    says: { 'child-lives-in': 'Essex', 'child-looked-after-by-other-la': 'no', 'child-ehcp': 'yes' },
    families: [
      ...known('yes-and-plan'),
      family(
        parentCarer('essex-1', 'Carol Tye'),
        { name: 'Max Tye', age: 10, diagnosis: 'Autism and ADHD' },
        { fate: 'yes', sentDaysAgo: 40 },
      ),
      family(
        parentCarer('essex-2', 'Imran Malik'),
        { name: 'Hana Malik', age: 5, diagnosis: 'A rare genetic condition' },
        {
          fate: 'refused',
          sentDaysAgo: 18,
          place: { town: 'Grays', postcode: 'RM17 6XX' },
          relationship: 'father',
        },
      ),
      family(
        parentCarer('essex-3', 'Debbie Lunn'),
        { name: 'Otis Lunn', age: 13, diagnosis: 'Cerebral palsy' },
        { fate: 'draft', sentDaysAgo: 2 },
      ),
    ],
  },
  warwickshire: {
    place: { town: 'Warwick', postcode: 'CV34 4XX' },
    says: { 'service-tier': 'targeted' },
    families: [
      ...known('assessed'),
      family(
        parentCarer('warwickshire-1', 'Gwen Barlow'),
        { name: 'Toby Barlow', age: 9, diagnosis: 'Down’s syndrome' },
        { fate: 'yes', sentDaysAgo: 28, says: { 'service-tier': 'universal' } },
      ),
      family(
        parentCarer('warwickshire-2', 'Asha Pillai'),
        { name: 'Dev Pillai', age: 14, diagnosis: 'Autism' },
        { fate: 'in-assessment', sentDaysAgo: 24, says: { 'service-tier': 'specialist' } },
      ),
      family(
        parentCarer('warwickshire-3', 'Colin Peak'),
        { name: 'Amy Peak', age: 4, diagnosis: 'Epilepsy' },
        { fate: 'draft', sentDaysAgo: 5, relationship: 'father' },
      ),
    ],
  },
  devon: {
    place: { town: 'Exeter', postcode: 'EX1 1XX' },
    says: { 'child-lives-in': 'Devon' },
    families: [
      ...known('assessed'),
      family(
        parentCarer('devon-1', 'Tamsin Rowe'),
        { name: 'Jory Rowe', age: 10, diagnosis: 'Autism' },
        { fate: 'in-assessment', sentDaysAgo: 30 },
      ),
      family(
        parentCarer('devon-2', 'Luke Vosper'),
        { name: 'Elowen Vosper', age: 7, diagnosis: 'Cerebral palsy' },
        {
          fate: 'refused',
          sentDaysAgo: 26,
          place: { town: 'Torquay', postcode: 'TQ1 1XX' },
          relationship: 'father',
        },
      ),
      family(
        parentCarer('devon-3', 'Sally Hext'),
        { name: 'Wren Hext', age: 12, diagnosis: 'A learning disability' },
        { fate: 'draft', sentDaysAgo: 6 },
      ),
    ],
  },
};

/** The stories of a council of the demonstration besides Medway, one a family; none for a council that it does not know. */
export function storiesOf(slug: string): readonly Story[] {
  const council = councils[slug];
  if (council === undefined) return [];
  return council.families.map((one) => ({
    name: `the family of ${one.persona.name}`,
    tell: (stage) => tellOf(stage, one, council),
  }));
}

async function tellOf(stage: Stage, one: SmallFamily, council: Council): Promise<void> {
  stage.on(one.sentDaysAgo);
  const application = await applies(stage, one, council);
  if (one.fate === 'draft' || one.fate === 'waiting') return;
  stage.on(Math.max(1, one.sentDaysAgo - 6));
  if (one.fate === 'refused') {
    await decides(stage, application, {
      kind: 'refuse',
      wordsForFamily:
        'Your child lives in the area of another council. That council can help you, and we tell it that you asked.',
    });
    return;
  }
  if (one.fate === 'yes' || one.fate === 'yes-and-plan') {
    await decides(stage, application, { kind: 'recommended' });
    if (one.fate === 'yes') return;
    const child = await childOf(stage, one.persona);
    const assessment = await assesses(stage, child, { from: 90, agreed: 55 });
    stage.on(48);
    await settles(stage, await plans(stage, assessment, enablerLine), 'agree');
    return;
  }
  await throughAssessment(stage, one, application);
}

/** A service that begins with an assessment: the application asks for it, and the plan says what comes of it. */
async function throughAssessment(stage: Stage, one: SmallFamily, application: string): Promise<void> {
  await decides(stage, application, { kind: 'recommended' });
  stage.on(Math.max(1, one.sentDaysAgo - 9));
  const address = await stage.does(marcus, `/practitioners/assessments/from/${application}`);
  if (one.fate === 'in-assessment') return;
  await finishes(stage, address, 70);
  stage.on(60);
  await settles(stage, await plans(stage, address, enablerLine), 'agree');
  stage.on(58);
  await decides(stage, application, {
    kind: 'agree',
    because: 'The assessment found needs that short breaks must meet, and the plan is agreed.',
  });
}

/** Fills in the council's own form, question after question as it asks them, and sends it. Gives the application. */
async function applies(stage: Stage, one: SmallFamily, council: Council): Promise<string> {
  const { persona: parent } = one;
  const path = await stage.does(parent, '/apply/start');
  let next = 'child';
  for (let asked = 0; asked < 30 && next !== 'check'; asked += 1) {
    const uploads = next === 'letters' ? [diagnosisLetter(one)] : [];
    const to = await stage.does(parent, `${path}/${next}`, formOf(stage, next, { one, council }), uploads);
    if (one.fate === 'draft' && next === 'you') return '';
    next = to.split('/').at(-1) ?? 'check';
  }
  await stage.does(parent, `${path}/send`, { declared: 'yes' });
  return path.split('/').at(-1) ?? '';
}

function formOf(
  stage: Stage,
  slug: string,
  { one, council }: { readonly one: SmallFamily; readonly council: Council },
): Filled {
  const [givenName = '', familyName = ''] = one.child.split(' ');
  switch (slug) {
    case 'child':
      return {
        givenName,
        familyName,
        ...dateBoxes('bornOn', stage.today().subtract({ years: one.age, months: 5, days: 3 })),
      };
    case 'disability':
      return { hasDiagnosis: 'yes', diagnosis: one.diagnosis };
    case 'you':
      return { name: one.persona.name, relationship: one.relationship, responsibility: 'yes', phone: '' };
    case 'other-carer':
      return { isThere: 'no' };
    case 'address':
      return {
        line1: `${one.age + one.sentDaysAgo} Orchard Way`,
        line2: '',
        ...(one.place ?? council.place),
      };
    case 'letters':
      return {};
    case 'what-we-have':
      return { isRight: 'yes' };
    default: {
      const fact = slug.replace(/^about-/, '');
      return { answer: one.says?.[fact] ?? council.says[fact] ?? 'not-sure' };
    }
  }
}

function diagnosisLetter(one: SmallFamily) {
  const bytes = letterPdf(['Demonstration letter', `About ${one.child}`, `Diagnosis: ${one.diagnosis}`]);
  return { field: 'diagnosis', name: 'diagnosis letter.pdf', bytes, tooBig: false };
}
