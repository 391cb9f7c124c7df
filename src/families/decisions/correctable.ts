import type { BenefitRates, Evidence } from '#families/register/index.ts';
import { dlaCareRates, dlaMobilityRates, pipRates } from '#families/register/index.ts';
import { formatDate } from '#kernel/local-date.ts';

type Component = keyof BenefitRates;

const components: Readonly<
  Record<Component, { readonly fact: string; readonly words: string; readonly rates: readonly string[] }>
> = {
  dlaCare: { fact: 'child.dla_care', words: 'DLA care', rates: dlaCareRates },
  dlaMobility: { fact: 'child.dla_mobility', words: 'DLA mobility', rates: dlaMobilityRates },
  pipDaily: { fact: 'child.pip_daily', words: 'PIP daily living', rates: pipRates },
  pipMobility: { fact: 'child.pip_mobility', words: 'PIP mobility', rates: pipRates },
};

/** Something that was read from a letter and may have been read wrongly. */
export type Correctable = {
  /** How a form names it. */
  readonly key: string;
  readonly evidenceId: string;
  readonly component: Component;
  /** By the name that schemes know it by. */
  readonly fact: string;
  readonly words: string;
  readonly was: string;
  readonly rates: readonly string[];
};

const ofKind: Readonly<Record<string, readonly Component[]>> = {
  'dla-letter': ['dlaCare', 'dlaMobility'],
  'pip-letter': ['pipDaily', 'pipMobility'],
};

/** All that may be corrected of these letters, the newest letter first. */
export function correctablesOf(evidence: readonly Evidence[]): readonly Correctable[] {
  return evidence.flatMap((one) =>
    (ofKind[one.kind] ?? []).map((component) => {
      const { fact, words, rates } = components[component];
      const dated = one.datedOn === null ? '' : `, letter of ${formatDate(one.datedOn)}`;
      return {
        key: `${one.id}-${component}`,
        evidenceId: one.id,
        component,
        fact,
        words: `${words}${dated}`,
        was: one[component] ?? 'not known',
        rates,
      };
    }),
  );
}

/** Every rate that a letter may show, each once. */
export const everyRate: readonly string[] = [
  ...new Set(Object.values(components).flatMap(({ rates }) => rates)),
];
