import type { Upload } from '#platform/web/visit.ts';
import type { Filled } from './act-as.ts';
import type { DemonstrationFamily } from './families.ts';
import { letterPdf } from './letter-pdf.ts';

/** One step of an application, filled in. */
export type FilledStep = {
  readonly slug: string;
  readonly form: Filled;
  readonly uploads: readonly Upload[];
};

function dateBoxes(field: string, date: Temporal.PlainDate): Filled {
  return {
    [`${field}-day`]: String(date.day),
    [`${field}-month`]: String(date.month),
    [`${field}-year`]: String(date.year),
  };
}

function step(slug: string, form: Filled, uploads: readonly Upload[] = []): FilledStep {
  return { slug, form, uploads };
}

const benefitForms: Readonly<Record<DemonstrationFamily['benefit'], Filled>> = {
  'dla-high': { which: 'dla', dlaCare: 'highest', dlaMobility: 'lower' },
  'dla-middle': { which: 'dla', dlaCare: 'middle', dlaMobility: 'none' },
  pip: { which: 'pip', pipDaily: 'enhanced', pipMobility: 'standard' },
  none: { which: 'none' },
};

function letters(family: DemonstrationFamily): readonly Upload[] {
  const { child } = family;
  const upload = (field: string, name: string, lines: readonly string[]): Upload => ({
    field,
    name,
    bytes: letterPdf(lines),
    tooBig: false,
  });
  const who = `${child.givenName} ${child.familyName}`;
  const diagnosis = upload('diagnosis', 'diagnosis letter.pdf', [
    'Demonstration letter',
    `About ${who}`,
    `Diagnosis: ${child.diagnosis}`,
  ]);
  if (family.benefit === 'none') return [diagnosis];
  return [
    diagnosis,
    upload('benefit', 'award letter.pdf', [
      'Demonstration letter',
      `About ${who}`,
      `Award: ${family.benefit}`,
    ]),
  ];
}

/** The steps of a family's application as it fills them in on a day. */
export function applicationForms(
  family: DemonstrationFamily,
  today: Temporal.PlainDate,
): readonly FilledStep[] {
  const { child, persona } = family;
  const bornOn = today.subtract({ years: child.age, months: 4, days: 9 });
  const dated = today.subtract({ months: 7 });
  const written = dated.subtract({ days: 17 });
  return [
    step('child', {
      givenName: child.givenName,
      familyName: child.familyName,
      ...dateBoxes('bornOn', bornOn),
    }),
    step('disability', { hasDiagnosis: 'yes', diagnosis: child.diagnosis }),
    step('other-support', { held: family.held.length === 0 ? 'none' : family.held }),
    step('you', {
      name: persona.name,
      relationship: family.relationship,
      responsibility: family.relationship === 'foster-carer' ? 'no' : 'yes',
      phone: '',
    }),
    step('other-carer', { isThere: 'no' }),
    step('address', { ...family.address, line2: '' }),
    step('benefit', {
      ...benefitForms[family.benefit],
      ...dateBoxes('dlaDated', written),
      ...dateBoxes('pipDated', written),
      ...dateBoxes('dlaFrom', dated),
      ...dateBoxes('pipFrom', dated),
    }),
    step('letters', family.hasLetter ? {} : { later: 'yes' }, family.hasLetter ? letters(family) : []),
    step('impact', { level: family.level, why: family.why }),
    step('what-for', { uses: ['clubs'], what: family.what, how: family.how }),
  ];
}
