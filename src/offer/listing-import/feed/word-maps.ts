import type { Feature } from '#offer/accessibility/index.ts';
import type { Kind, Need } from '#offer/directory/index.ts';

type Meaning<T> = { readonly said: RegExp; readonly means: readonly T[] };

/** What other publishers call a kind of break, by words that stand in their names for it. */
const kindsMeant: readonly Meaning<Kind>[] = [
  { said: /after.?school/, means: ['after-school-club'] },
  { said: /holiday|playscheme/, means: ['holiday-scheme'] },
  { said: /weekend|saturday/, means: ['weekend-club'] },
  { said: /youth/, means: ['youth-club'] },
  { said: /swim/, means: ['swimming'] },
  { said: /sport|football|gym|dance|martial|riding|fitness/, means: ['sport'] },
  { said: /art|craft|music|drama|theatre|cooking|performing/, means: ['arts'] },
  { said: /outdoor|scout|guid|brownie|forest|nature|farm/, means: ['outdoors'] },
  { said: /animal|pony|horse/, means: ['animals'] },
  { said: /sensory/, means: ['sensory'] },
  { said: /overnight|respite|residential short/, means: ['overnight'] },
  { said: /play|toddler|soft play/, means: ['play'] },
  { said: /comput|coding|gaming/, means: ['computing'] },
  { said: /parent|carer|support group/, means: ['parent-support'] },
  { said: /family|days? out/, means: ['family-fun'] },
  { said: /personal assistant|enabler|befriend/, means: ['enabler'] },
  { said: /home care|care at home|domiciliary/, means: ['home-care'] },
  { said: /life skills|independ|work experience|employment/, means: ['life-skills'] },
];

/** What other publishers call a need. */
const needsMeant: readonly Meaning<Need>[] = [
  { said: /autis|asd|asc\b/, means: ['autism'] },
  { said: /adhd|attention/, means: ['adhd'] },
  { said: /social.*emotional|mental health|anxiety/, means: ['anxiety'] },
  { said: /behaviour/, means: ['behaviour'] },
  { said: /communication|speech|language/, means: ['communication'] },
  { said: /cognition|learning diff|learning disab/, means: ['learning-disability'] },
  { said: /hearing|deaf/, means: ['sensory-hearing'] },
  { said: /visual|vision|sight|blind/, means: ['sensory-vision'] },
  { said: /physical/, means: ['physical'] },
  { said: /wheelchair/, means: ['wheelchair'] },
  { said: /epilep/, means: ['epilepsy'] },
  { said: /complex health|medical/, means: ['complex-health'] },
];

/** What other publishers say of a building or its staff. Only what says it without a doubt: "partial access" does not. */
const featuresMeant: readonly Meaning<Feature>[] = [
  { said: /^(?!.*partial).*(wheelchair accessible|step.?free|level access|ramp)/, means: ['step-free'] },
  { said: /(accessible|disabled).*toilet/, means: ['accessible-toilet'] },
  { said: /changing places?( toilet)?$/, means: ['changing-place'] },
  { said: /hoist/, means: ['hoist'] },
  { said: /british sign language|\bbsl\b/, means: ['bsl'] },
  { said: /makaton/, means: ['makaton'] },
  { said: /\bpecs\b|picture exchange/, means: ['pecs'] },
  { said: /hearing.*loop|loop system/, means: ['hearing-loop'] },
  { said: /quiet (room|space|area)/, means: ['quiet-space'] },
  { said: /secure (site|garden)/, means: ['secure-site'] },
];

function meant<T>(meanings: readonly Meaning<T>[], name: string): readonly T[] {
  const said = name.toLowerCase();
  return meanings.filter((one) => one.said.test(said)).flatMap((one) => one.means);
}

/** The kinds that a publisher's name for a category means; none where it says nothing that we know. */
export function kindsOf(name: string): readonly Kind[] {
  return meant(kindsMeant, name);
}

/** The needs that a publisher's name for a need or an audience means. */
export function needsOf(name: string): readonly Need[] {
  return meant(needsMeant, name);
}

/** The features that a publisher's words for a building or its staff mean. */
export function featuresOf(name: string): readonly Feature[] {
  return meant(featuresMeant, name);
}
