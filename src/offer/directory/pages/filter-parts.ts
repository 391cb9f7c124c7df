import { checkboxes, select } from '#platform/govuk/index.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import type { FacetName, Facets } from '../domain/facets.ts';

/** How many short breaks a choice would give; null where nobody counted. */
function countBeside(facets: Facets, name: FacetName, value: string): number | null {
  const counted = facets.get(name);
  return counted === undefined ? null : (counted.get(value) ?? 0);
}

/** The words of a choice with how many short breaks it would give. */
function withCount(facets: Facets, choice: { name: FacetName; value: string; words: string }): Html {
  const count = countBeside(facets, choice.name, choice.value);
  return html`${choice.words}${count !== null && html` <span class="daybreak-facet">(${count})</span>`}`;
}

/**
 * Boxes to tick, each with its count; nothing where there is no box. A box that would find nothing is left out unless
 * it is ticked: it only leads to an empty page, and every box is one more to read past. `legend` is heard and not seen
 * where the fold around says the same.
 */
export function tickBoxes<T extends string>(
  facets: Facets,
  given: {
    readonly name: FacetName;
    readonly legend: { readonly text: string; readonly isHidden?: boolean };
    readonly hint?: string;
    readonly values: readonly T[];
    readonly chosen: readonly string[];
    readonly words: (value: T) => string;
    /** Where one name has several groups of boxes, their ids must differ. */
    readonly idPrefix?: string;
  },
): Html {
  const { name, legend } = given;
  const values = given.values.filter(
    (value) => given.chosen.includes(value) || countBeside(facets, name, value) !== 0,
  );
  if (values.length === 0) return nothing;
  return checkboxes({
    name,
    idPrefix: given.idPrefix ?? name,
    classes: 'govuk-checkboxes--small',
    fieldset: {
      legend: {
        text: legend.text,
        classes: legend.isHidden === true ? 'govuk-visually-hidden' : 'govuk-fieldset__legend--s',
      },
    },
    ...(given.hint === undefined ? {} : { hint: { text: given.hint } }),
    values: given.chosen,
    items: values.map((value) => ({
      value,
      html: withCount(facets, { name, value, words: given.words(value) }),
    })),
  });
}

/** One answer out of a list, each with its count; the first asks nothing. */
export function pickOne<T extends string>(
  facets: Facets,
  given: {
    readonly name: Extract<FacetName, 'season' | 'transport' | 'ratio' | 'language' | 'locality'>;
    readonly label: string;
    readonly any: string;
    readonly values: readonly T[];
    readonly chosen: T | null;
    readonly words: (value: T) => string;
  },
): Html {
  const { name } = given;
  return select({
    id: name,
    name,
    label: { text: given.label, classes: 'govuk-label--s' },
    value: given.chosen ?? '',
    items: [
      { value: '', text: given.any },
      ...given.values.map((value) => {
        const count = countBeside(facets, name, value);
        return { value, text: `${given.words(value)}${count === null ? '' : ` (${count})`}` };
      }),
    ],
  });
}

/** A group that stays folded until something in it is chosen, or something in it is wrong; nothing where it is empty. */
export function folded(given: {
  readonly title: string;
  readonly chosen: number;
  readonly content: Html;
  readonly hasProblem?: boolean;
  readonly isInner?: boolean;
}): Html {
  if (given.content === nothing) return nothing;
  const isOpen = given.chosen > 0 || given.hasProblem === true;
  return html`<details class="daybreak-fold${given.isInner === true && ' daybreak-fold--inner'}"${isOpen && html` open`}>
<summary>${given.title}${given.chosen > 0 && html` <span class="daybreak-count">${given.chosen}<span class="govuk-visually-hidden"> chosen</span></span>`}</summary>
<div class="daybreak-fold__content">
${given.content}
</div>
</details>`;
}
